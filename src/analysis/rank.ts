import type { CountryCode } from '../catalog/model.ts';
import type { Distance } from '../measures/measure.ts';
import type { Estimate } from './coefficients.ts';
import type { PartyLabel } from './party-label.ts';
import { isDivergence } from '../measures/divergence.ts';
import type { DyadTable } from './dyad-table.ts';

export interface RankResult {
  readonly schema: 'align/rank@1';
  /** Whom the others are ranked for. */
  readonly country: PartyLabel;
  readonly measure: string;
  readonly distance: Distance | null;
  /** Issues of the selection. */
  readonly issues: number;
  /** Joint issues that a country needs to be ranked. */
  readonly minJoint: number;
  /** Nearest first. */
  readonly ranked: readonly (RankedCountry &
    PartyLabel &
    Pick<Estimate, 'clusters' | 'low' | 'high' | 'reason'>)[];
  readonly leftOut: readonly (PartyLabel & Omit<LeftOutCountry, 'code'>)[];
}

export interface RankedCountry {
  readonly code: CountryCode;
  /** Joint issues with the country that is ranked for. */
  readonly n: number;
  readonly value: number;
}

export interface Ranking {
  /** Nearest first; equal scores by code. */
  readonly ranked: readonly RankedCountry[];
  /** Countries with fewer joint issues than asked for, or with an undefined score, by code. */
  readonly leftOut: readonly LeftOutCountry[];
}

export interface LeftOutCountry {
  readonly code: CountryCode;
  readonly n: number;
  readonly reason: string;
}

/**
 * Orders all countries by how near they are to one of them.
 *
 * @param least joint issues that a country needs to be ranked, at least 1
 * @param measure its id: countries are near where it is high, or, for a divergence, low
 */
export function rankCountries(
  table: DyadTable,
  country: CountryCode,
  least: number,
  measure: string,
): Ranking {
  const descending = isDivergence(measure);
  const { countries, size, a, b, n, value } = table;
  const own = countries.indexOf(country);
  const partners: { readonly row: number; readonly code: CountryCode; readonly n: number }[] = [];
  for (let row = 0; row < size; row++) {
    if (a[row] !== own && b[row] !== own) continue;
    const partner = a[row] === own ? b[row]! : a[row]!;
    partners.push({ row, code: countries[partner]!, n: n[row]! });
  }
  const isRanked = ({ row, n: joint }: (typeof partners)[number]) =>
    joint >= least && !Number.isNaN(value[row]);
  const ranked = partners.filter(isRanked).map(({ row, code, n: joint }): RankedCountry => {
    return { code, n: joint, value: value[row]! };
  });
  return {
    ranked: ranked.sort(
      (x, y) => (y.value - x.value) * (descending ? -1 : 1) || (x.code < y.code ? -1 : 1),
    ),
    leftOut: partners
      .filter((partner) => !isRanked(partner))
      .map(({ code, n: joint }) => ({
        code,
        n: joint,
        reason: joint < least ? 'too few joint issues' : 'the score is undefined',
      }))
      .sort((x, y) => (x.code < y.code ? -1 : 1)),
  };
}
