import type { Country, Period } from '../../countries/model.ts';
import { type Evidence, MISSING } from '../../evidence/evidence.ts';

export interface CountryEntry {
  readonly code: string;
  readonly name: string;
  readonly officialName: string;
  readonly iso2?: string;
  readonly iso3?: string;
  readonly isoNumeric?: string;
  readonly cow?: { readonly abbreviation: string; readonly number: number };
  /** Days in the United Nations, oldest first; empty if it never was a member. */
  readonly un: readonly Period[];
  readonly historic: boolean;
  /** Other English names and abbreviations. */
  readonly aliases: readonly string[];
  /** Selected issues on which it has a position; absence from a vote counts as one here. */
  readonly issues: number;
}

/** Countries by code, each with how much is known of it; those without any position only if `all`. */
export function listCountries(
  { positions }: Evidence,
  countries: readonly Country[],
  all: boolean,
): CountryEntry[] {
  return countries
    .map(
      ({
        existed: _existed,
        continuedBy: _next,
        successors: _all,
        otherLanguages: _o,
        ...country
      }) => ({
        ...country,
        issues: positions.get(country.code)?.filter((category) => category !== MISSING).length ?? 0,
      }),
    )
    .filter(({ issues }) => all || issues > 0);
}
