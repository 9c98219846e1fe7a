import type { Country, CountryData, NameIndex } from './model.ts';
import { hasEnglishLettersOnly, looksLikeCode, normalizeName } from './normalize.ts';
import { latestStates, statesInYear } from './succession.ts';
import { suggestCodes } from './suggest.ts';

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
  const countryOf = new Map(data.countries.map((country) => [country.code, country]));
  const byCode = (code: string) => countryOf.get(code);
  let names: NameIndex | undefined;

  const otherLanguages = (): NameIndex => (names ??= loadNames());

  const lookUp = (table: NameIndex, key: string): readonly Country[] =>
    (table.get(key) ?? '').split(' ').flatMap((code) => byCode(code) ?? []);

  const choose = (
    readings: readonly (readonly Country[])[],
    year: number | undefined,
  ): Resolution | undefined => {
    for (const reading of year === undefined ? [] : readings) {
      const states = statesInYear(reading, year ?? 0, data.countries);
      if (states.length > 0) return settle(states);
    }
    const reading = readings.find((countries) => countries.length > 0);
    return reading && settle(latestStates(reading));
  };

  const resolveNumber = (digits: string, year: number | undefined): Resolution =>
    choose([[...lookUp(data.lookup.codes, digits), ...lookUp(data.lookup.cow, digits)]], year) ??
    unknown(() => lookUp(data.lookup.codes, digits.padStart(3, '0')));

  const resolveAsked = (system: string, text: string, year: number | undefined): Resolution => {
    const key = normalizeName(text);
    const reading =
      system === 'iso'
        ? lookUp(data.lookup.codes, /^\d+$/.test(key) ? key.padStart(3, '0') : key)
        : lookUp(data.lookup.cow, key.replace(/^0+/, ''));
    return choose([reading], year) ?? unknown();
  };

  const resolveName = (name: string, year: number | undefined): Resolution => {
    const inEnglishLetters = hasEnglishLettersOnly(name);
    const keys = [...new Set([name, turnAround(name)].map(normalizeName))];
    const english = keys.flatMap((key) => {
      const mayBeCode = inEnglishLetters || !looksLikeCode(key);
      return [
        mayBeCode ? lookUp(data.lookup.codes, key) : [],
        lookUp(data.lookup.names, key),
        mayBeCode ? lookUp(data.lookup.cow, key) : [],
      ];
    });
    const found = choose(english, year);
    if (found !== undefined) return found;
    const other = keys
      .filter((key) => !inEnglishLetters || key.length > 2)
      .map((key) => lookUp(otherLanguages(), key));
    return choose(other, year) ?? unknown(() => suggest(keys[0] ?? ''));
  };

  const suggest = (key: string): readonly Country[] =>
    suggestCodes(key, data.lookup.names, otherLanguages()).flatMap((code) => byCode(code) ?? []);

  const answers = new Map<string, Resolution>();

  const answer = (name: string, year: number | undefined): Resolution => {
    const asked = name.includes(':') ? /^\s*(iso|cow)\s*:(.*)$/isu.exec(name) : null;
    if (asked !== null) return resolveAsked((asked[1] ?? '').toLowerCase(), asked[2] ?? '', year);
    const key = normalizeName(name);
    if (key === '') return unknown();
    return /^\d+$/.test(key) ? resolveNumber(key, year) : resolveName(name, year);
  };

  return {
    countries: data.countries,
    byCode,
    resolve: (name, { year } = {}) => {
      const question = `${year ?? ''}:${name}`;
      let known = answers.get(question);
      if (!known) answers.set(question, (known = answer(name, year)));
      return known;
    },
  };
}

/** "Korea, Republic of" → "Republic of Korea". */
function turnAround(name: string): string {
  if (!name.includes(',') && !name.includes('(')) return name;
  const [head, tail, ...more] = name.split(/\s*[,(]\s*/u);
  return tail === undefined || more.length > 0 ? name : `${tail} ${head}`;
}

/** Suggestions take longer than any other answer, and are seldom asked for. */
function unknown(suggest: () => readonly Country[] = () => []): Resolution {
  let known: readonly string[] | undefined;
  return {
    kind: 'unknown',
    get suggestions() {
      return (known ??= suggest().map((country) => country.name));
    },
  };
}

function settle(countries: readonly Country[]): Resolution {
  const [country, ...others] = new Set(countries);
  if (country !== undefined && others.length === 0) return { kind: 'found', country };
  const candidates = [...new Set(countries)].toSorted((a, b) => (a.code < b.code ? -1 : 1));
  return { kind: 'ambiguous', candidates };
}
