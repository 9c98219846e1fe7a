import type { Country, CountryData, NameIndex } from './model.ts';
import { isPlain, looksLikeCode, normalizeName } from './normalize.ts';
import { suggestNames } from './suggest.ts';

export type Resolution =
  | { readonly kind: 'found'; readonly country: Country }
  /** At least two, sorted by code. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Country[] }
  /** Up to five names of countries, likeliest first; often none. */
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

export interface Atlas {
  /** Sorted by code. */
  readonly countries: readonly Country[];
  /** The country that a name or code means; see `createAtlas`. */
  resolve(name: string, options?: { readonly year?: number }): Resolution;
  /** The country of exactly this code of ours. */
  byCode(code: string): Country | undefined;
}

/**
 * An atlas that reads names in this order; the first kind with an answer wins:
 *
 * 1. codes: ours, ISO 3166-1 alpha-2, alpha-3 and three-digit numeric, withdrawn ones included;
 * 2. English names, official names, abbreviations and former names;
 * 3. COW abbreviations, where no ISO code takes them: AUS is Australia, not Austria, CZE Czechia,
 *    MNG Mongolia, SLV El Salvador, SWZ Eswatini;
 * 4. names in other languages (`loadNames` is called only then, and once).
 *
 * A number is an ISO numeric code or a COW number; where the two mean different states (710) it is
 * ambiguous. `iso:710` and `cow:710` say which; the prefixes work with letters too.
 * Case, accents, punctuation, spaces and the word "the" do not matter, and "Korea, Republic of"
 * is "Republic of Korea". With accents or in another script a text of up to three letters is a
 * name and never a code (Vietnamese "Mỹ" is the United States, MY is Malaysia).
 *
 * Without a year a name that states share in succession means the latest ("Federal Republic of
 * Germany", COW 365 and 345). With a year, a reading whose state did not exist on 30 June of it
 * passes to the state that continued it or that it continues, if that one existed: in 1970
 * "Germany" is West Germany, "Russia" the Soviet Union, "Yemen" North Yemen, CZE Czechoslovakia.
 * Where no reading existed, the year is ignored.
 *
 * Empty text is unknown, without suggestions. Nothing throws.
 */
export function createAtlas(data: CountryData, loadNames: () => NameIndex): Atlas {
  let codes: ReadonlyMap<string, Country> | undefined;
  let names: NameIndex | undefined;

  const byCode = (code: string): Country | undefined => {
    codes ??= new Map(data.countries.map((country) => [country.code, country]));
    return codes.get(code);
  };

  const otherLanguages = (): NameIndex => (names ??= loadNames());

  const lookUp = (table: NameIndex, key: string): readonly Country[] =>
    Object.hasOwn(table, key)
      ? (table[key] ?? '').split(' ').flatMap((code) => byCode(code) ?? [])
      : [];

  /** The state of this line of succession that existed in the year. */
  const inYear = (country: Country, year: number): readonly Country[] => {
    const line = [country, ...continuations(country), ...predecessors(country)];
    return line.filter((state) => existedIn(state, year)).slice(0, 1);
  };

  const continuations = (country: Country): readonly Country[] => {
    const next = byCode(country.continuedBy ?? '');
    return next === undefined ? [] : [next, ...continuations(next)];
  };

  const predecessors = (country: Country): readonly Country[] =>
    data.countries
      .filter((other) => other.continuedBy === country.code)
      .flatMap((other) => [other, ...predecessors(other)]);

  const choose = (
    readings: readonly (readonly Country[])[],
    year: number | undefined,
  ): Resolution | undefined => {
    if (year !== undefined) {
      for (const reading of readings) {
        const states = unique(reading.flatMap((country) => inYear(country, year)));
        if (states.length > 0) return settle(states);
      }
    }
    const reading = readings.find((countries) => countries.length > 0);
    return reading && settle(withoutContinued(unique(reading)));
  };

  const resolve: Atlas['resolve'] = (name, { year } = {}) => {
    const { codes: isoTable, names: nameTable, cow: cowTable } = data.lookup;
    const prefixed = /^\s*(iso|cow)\s*:(.*)$/isu.exec(name);
    if (prefixed !== null) {
      const table = prefixed[1]?.toLowerCase() === 'iso' ? isoTable : cowTable;
      return (
        choose([lookUp(table, normalizeName(prefixed[2] ?? ''))], year) ?? {
          kind: 'unknown',
          suggestions: [],
        }
      );
    }
    const key = normalizeName(name);
    if (/^\d+$/.test(key)) {
      const reading = [...lookUp(isoTable, key), ...lookUp(cowTable, key)];
      return choose([reading], year) ?? { kind: 'unknown', suggestions: [] };
    }
    const plain = isPlain(name);
    const keys = unique([key, normalizeName(turnAround(name))]);
    const inEnglish = keys.flatMap((each) =>
      looksLikeCode(each) && !plain
        ? []
        : [isoTable, nameTable, cowTable].map((table) => lookUp(table, each)),
    );
    const found = choose(inEnglish, year);
    if (found !== undefined || key === '') return found ?? { kind: 'unknown', suggestions: [] };
    const inOthers = keys
      .filter((each) => !(plain && each.length < 3))
      .map((each) => lookUp(otherLanguages(), each));
    return (
      choose(inOthers, year) ?? {
        kind: 'unknown',
        suggestions: suggestNames(key, [nameTable, otherLanguages()]).flatMap(
          (code) => byCode(code)?.name ?? [],
        ),
      }
    );
  };

  return { countries: data.countries, resolve, byCode };
}

/** "Korea, Republic of" → "Republic of Korea". */
function turnAround(name: string): string {
  const [head, tail, ...more] = name.split(/\s*[,(]\s*/u);
  return tail === undefined || more.length > 0 ? name : `${tail} ${head}`;
}

function existedIn({ existed }: Country, year: number): boolean {
  const day = `${String(year).padStart(4, '0')}-06-30`;
  return (existed?.from ?? day) <= day && day <= (existed?.to ?? day);
}

/** Of states that follow one another, the latest. */
function withoutContinued(countries: readonly Country[]): readonly Country[] {
  const codes = countries.map((country) => country.code);
  return countries.filter((country) => !codes.includes(country.continuedBy ?? ''));
}

function settle(countries: readonly Country[]): Resolution {
  const [country, ...others] = countries;
  if (country !== undefined && others.length === 0) return { kind: 'found', country };
  return {
    kind: 'ambiguous',
    candidates: countries.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
  };
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}
