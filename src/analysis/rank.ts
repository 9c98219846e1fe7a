import type { CountryCode } from '../catalog/model.ts';
import type { DyadTable } from './dyad-table.ts';

export interface RankedCountry {
  readonly code: CountryCode;
  /** Joint issues with the country that is ranked for. */
  readonly n: number;
  readonly value: number;
  /** Share, in [0, 1], of the other dyads of the selection with at least as many joint issues that score lower. */
  readonly percentile: number | null;
  /** Such dyads. */
  readonly dyads: number;
}

export interface Ranking {
  /** Nearest first; equal scores by code. */
  readonly ranked: readonly RankedCountry[];
  /** Countries with fewer joint issues than asked for, or with an undefined score, by code. */
  readonly leftOut: readonly { readonly code: CountryCode; readonly n: number }[];
}

/**
 * Orders all countries by how near they are to one of them.
 *
 * @param least joint issues that a country needs to be ranked, at least 1
 */
export function rankCountries(table: DyadTable, country: CountryCode, least: number): Ranking {
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
    const { lower, dyads } = countLower(table, row);
    const percentile = dyads > 0 ? lower / dyads : null;
    return { code, n: joint, value: value[row]!, percentile, dyads };
  });
  return {
    ranked: ranked.sort((x, y) => y.value - x.value || (x.code < y.code ? -1 : 1)),
    leftOut: partners
      .filter((partner) => !isRanked(partner))
      .map(({ code, n: joint }) => ({ code, n: joint }))
      .sort((x, y) => (x.code < y.code ? -1 : 1)),
  };
}

/** Other dyads with at least as many joint issues, and how many of them score lower. */
function countLower({ size, n, value }: DyadTable, row: number) {
  let [lower, dyads] = [0, 0];
  for (let other = 0; other < size; other++) {
    if (other === row || n[other]! < n[row]! || Number.isNaN(value[other])) continue;
    dyads++;
    if (value[other]! < value[row]!) lower++;
  }
  return { lower, dyads };
}
