import { fromAscii, toAscii } from '../ascii.ts';
import type { Country, CountryData, NameIndex } from './model.ts';

/**
 * Countries and names as they are stored after the build: lines of text that are searched, so that a
 * start pays for the countries it is asked about and no others. All of it is ASCII, which Node reads
 * several times as fast as UTF-8.
 */

/** Between the parts of a file; each is lines of `key=value`. */
const partBreak = '\n\n';

function storePart(entries: Iterable<readonly [key: string, value: string]>): string {
  return [...entries].map(([key, value]) => `${toAscii(key)}=${toAscii(value)}`).join('\n');
}

/** Whoever asks more often than this is better off with all of it in a map. */
const mostSearches = 64;

function openPart(part: string): NameIndex {
  const lines = `\n${part}\n`;
  let searches = 0;
  let map: ReadonlyMap<string, string> | undefined;
  const entries = () =>
    part.split('\n').map((line) => {
      const at = line.indexOf('=');
      return [fromAscii(line.slice(0, at)), line.slice(at + 1)] as const;
    });
  return {
    get: (key) => {
      if (++searches > mostSearches) return (map ??= new Map(entries())).get(key);
      const start = `\n${toAscii(key)}=`;
      const at = lines.indexOf(start);
      return at < 0
        ? undefined
        : lines.slice(at + start.length, lines.indexOf('\n', at + start.length));
    },
    entries,
  };
}

export function storeNames(names: NameIndex): string {
  return storePart(names.entries());
}

export function readNames(text: string): NameIndex {
  return openPart(text);
}

export function storeCountries({ countries, lookup }: CountryData): string {
  return [
    storePart(countries.map((country) => [country.code, JSON.stringify(country)])),
    ...[lookup.codes, lookup.names, lookup.cow].map(storeNames),
  ].join(partBreak);
}

export function readCountries(text: string): CountryData {
  const [stored = '', ...tables] = text.split(partBreak);
  const [codes, names, cow] = tables.map(openPart);
  if (!codes || !names || !cow) throw new Error('the countries are incomplete');
  const byStoredCode = openPart(stored);
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
