import type { CountryCode } from '../catalog/model.ts';
import { noStateOf } from '../countries/no-states.ts';
import type { Atlas } from '../countries/resolve.ts';
import type { CountryCoding } from '../results/vocabulary.ts';

/** What a code of a table stands for: a country, nobody (a region, a territory), or `undefined` where nobody knows. */
export type CodeMeaning =
  | { readonly kind: 'country'; readonly code: CountryCode }
  | { readonly kind: 'no-state' }
  | undefined;

/** How a table of events calls countries. */
export interface CountryCodes {
  /** All that there are, sorted. */
  readonly countries: readonly CountryCode[];
  /** In a year the state of then: RUS is the Soviet Union in 1980, as in roll-call records. */
  readonly meaningOf: (code: string, year?: number) => CodeMeaning;
  /** The usual codes of all that may mean one of some countries in any year; `undefined` where there are no usual ones. */
  readonly usualFor: (countries: ReadonlySet<CountryCode>) => readonly string[] | undefined;
  /** Some countries with the states that they were before and after. */
  readonly related: (countries: ReadonlySet<CountryCode>) => ReadonlySet<CountryCode>;
}

/**
 * Country codes of CAMEO that are not those of ISO 3166-1 alpha-3, from CAMEO.country.txt of GDELT, with codes
 * that its coders write beside: Romania and East Timor before their change, Montenegro, Kosovo, and the parts
 * of Palestine, which it has by themselves.
 */
const ownOfCameo: Readonly<Record<string, CountryCode>> = {
  ROM: 'ROU',
  TMP: 'TLS',
  ZAR: 'COD',
  MTN: 'MNE',
  KSV: 'XKX',
  BAG: 'IRQ',
  WSB: 'PSE',
  GZS: 'PSE',
};

/** Codes of CAMEO for regions, from the same list. Several of them are COW abbreviations of states. */
const regionsOfCameo = new Set(
  (
    'AFR ASA BLK CRB CAU CFR CAS CEU EIN EAF EEU EUR LAM MEA MDT NAF NMR PGS SCN SAM SAS SEA SAF WAF ' +
    'WST ANT IMY FLK GIB ESH'
  ).split(' '),
);

/** Some countries with those that they continued, and that continued them: whose codes may mean them in some year. */
function relatedTo(
  countries: ReadonlySet<CountryCode>,
  { countries: all }: Pick<Atlas, 'countries'>,
): ReadonlySet<CountryCode> {
  const related = new Set(countries);
  for (let size = -1; size < related.size;) {
    size = related.size;
    for (const { code, continuedBy } of all)
      if (continuedBy !== undefined && (related.has(code) || related.has(continuedBy)))
        related.add(code).add(continuedBy);
  }
  return related;
}

/** Reads the codes of a coding. Codes are in any case, and space around them does not matter. */
export function countryCodes(coding: CountryCoding, atlas: Atlas): CountryCodes {
  const isCameo = coding === 'cameo';
  const own = isCameo ? ownOfCameo : {};

  const resolve = (text: string, year: number | undefined): CountryCode | undefined => {
    const asked = coding === 'names' ? text : coding === 'cow' ? `cow:${text}` : `iso:${text}`;
    if ((isCameo || coding === 'iso3') && !/^[A-Z]{3}$/.test(text)) return undefined;
    const found = atlas.resolve(asked, year === undefined ? {} : { year });
    return found.kind === 'found' ? found.country.code : undefined;
  };

  const meaningOf = (code: string, year?: number): CodeMeaning => {
    const text = coding === 'names' ? code.trim() : code.trim().toUpperCase();
    if (Object.hasOwn(own, text)) return { kind: 'country', code: own[text]! };
    if (isCameo && regionsOfCameo.has(text)) return { kind: 'no-state' };
    const country = resolve(text, year);
    if (country !== undefined) return { kind: 'country', code: country };
    return noStateOf(text) === undefined ? undefined : { kind: 'no-state' };
  };

  const usualFor = (countries: ReadonlySet<CountryCode>): readonly string[] | undefined => {
    if (coding === 'names') return undefined;
    const related = relatedTo(countries, atlas);
    const codes = atlas.countries
      .filter(({ code }) => related.has(code))
      .flatMap(({ code, iso3, cow }) =>
        coding === 'cow'
          ? cow
            ? [String(cow.number), cow.abbreviation]
            : []
          : iso3 === undefined
            ? [code]
            : [iso3],
      );
    const others = Object.entries(own).flatMap(([text, code]) => (related.has(code) ? [text] : []));
    return [...new Set([...codes, ...others])].sort();
  };

  return {
    countries: atlas.countries.map(({ code }) => code),
    meaningOf,
    usualFor,
    related: (countries) => relatedTo(countries, atlas),
  };
}
