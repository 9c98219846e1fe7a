import { openLines, storeLines } from '../stored-lines.ts';
import type { Country, CountryData } from './model.ts';

/** Between the parts of a file. */
const partBreak = '\n\n';

/** Countries as lines of text that are searched. */
export function storeCountries({ countries, lookup }: CountryData): string {
  return [
    storeLines(countries.map((country) => [country.code, JSON.stringify(country)])),
    ...[lookup.codes, lookup.names, lookup.cow].map((names) => storeLines(names.entries())),
  ].join(partBreak);
}

export function readCountries(text: string): CountryData {
  const [stored = '', ...tables] = text.split(partBreak);
  const [codes, names, cow] = tables.map(openLines);
  if (!codes || !names || !cow) throw new Error('the countries are incomplete');
  const byStoredCode = openLines(stored);
  const known = new Map<string, Country>();
  const byCode = (code: string): Country | undefined => {
    const found = known.get(code);
    if (found) return found;
    const json = byStoredCode.get(code);
    if (json === undefined) return undefined;
    const country = JSON.parse(json) as Country;
    known.set(code, country);
    return country;
  };
  let countries: readonly Country[] | undefined;
  return {
    get countries() {
      return (countries ??= [...byStoredCode.entries()].flatMap(([code]) => byCode(code) ?? []));
    },
    byCode,
    lookup: { codes, names, cow },
  };
}
