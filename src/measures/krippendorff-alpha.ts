import type { Coefficient } from './measure.ts';

/** Positions of raters (rows) on units (columns), all on one scale; `null` is missing. */
export type Ratings = readonly (readonly (number | null)[])[];

/** `ordinal` is Krippendorff's own metric, not the ordinal weights of irrCAC. */
export type AlphaMetric = 'nominal' | 'ordinal' | 'interval';

/**
 * Krippendorff's alpha, 1 - Do / De, for any number of raters with missing ratings. At most 1; 0 is
 * chance agreement. Units with fewer than two ratings say nothing about agreement and are left out.
 * `null` if no unit is left, or if all that is left is one and the same value.
 * Source: Krippendorff, Content Analysis (2004), ch. 11; Computing Krippendorff's Alpha-Reliability
 * (2011).
 */
export function krippendorffAlpha(ratings: Ratings, metric: AlphaMetric): Coefficient {
  const values = distinctValues(ratings);
  const units = countValues(ratings, values);
  if (units.length === 0) {
    return { value: null, reason: 'no issue on which two countries have a position' };
  }
  const found = disagreementAmong(tabulateUnits(units, values), metric);
  return found === undefined
    ? { value: null, reason: 'no variation: every position is the same' }
    : { value: 1 - found.observed / found.expected };
}

/** What alpha is worked out from: how often values were given, and how often two together. */
export interface CoincidenceTable {
  /** Sorted. */
  readonly values: readonly number[];
  /** Parallel to the values. */
  readonly totals: readonly number[];
  /** Below the diagonal: ordered pairs within units, by 1 / (m - 1). */
  readonly coincidences: readonly (readonly number[])[];
}

/** @param units of each unit how often each value was given, at least two in all */
export function tabulateUnits(
  units: readonly (readonly number[])[],
  values: readonly number[],
): CoincidenceTable {
  return {
    values,
    totals: values.map((_, v) => units.reduce((sum, unit) => sum + unit[v]!, 0)),
    coincidences: sumCoincidences(units, values.length),
  };
}

/** Disagreement observed and to be expected by chance, both as parts of the greatest there could be. */
export interface AmongRaters {
  readonly observed: number;
  readonly expected: number;
}

/** `undefined` where all values are one and the same. */
export function disagreementAmong(
  { values, totals, coincidences }: CoincidenceTable,
  metric: AlphaMetric,
): AmongRaters | undefined {
  const given = [...values.keys()].filter((v) => totals[v]! > 0);
  const [lowest = 0, highest = 0] = [given[0], given.at(-1)];
  if (lowest === highest) return undefined;
  const n = totals.reduce((sum, total) => sum + total, 0);
  let observed = 0;
  let expected = 0;
  for (const c of given) {
    for (let k = 0; k < c; k++) {
      const difference = squaredDifference(values, totals, k, c, metric);
      observed += coincidences[c]![k]! * difference;
      expected += totals[c]! * totals[k]! * difference;
    }
  }
  // Each unordered pair stands for two ordered ones.
  const greatest = squaredDifference(values, totals, lowest, highest, metric) / 2;
  return { observed: observed / (n * greatest), expected: expected / (n * (n - 1) * greatest) };
}

/** The values that were given, sorted. */
export function distinctValues(ratings: Ratings): readonly number[] {
  const values = new Set<number>();
  for (const rater of ratings) for (const rating of rater) if (rating !== null) values.add(rating);
  return Array.from(values).sort((a, b) => a - b);
}

/** How often each value was given, for each unit with at least two ratings. */
export function countValues(ratings: Ratings, values: readonly number[]): readonly number[][] {
  const place = new Map(values.map((value, v) => [value, v]));
  const unitCount = Math.max(0, ...ratings.map((rater) => rater.length));
  const units: number[][] = [];
  for (let unit = 0; unit < unitCount; unit++) {
    const counts = values.map(() => 0);
    let given = 0;
    for (const rater of ratings) {
      const rating = rater[unit] ?? null;
      if (rating === null) continue;
      counts[place.get(rating)!]!++;
      given++;
    }
    if (given >= 2) units.push(counts);
  }
  return units;
}

/** Coincidences of different values below the diagonal: ordered pairs within units, by 1 / (m - 1). */
function sumCoincidences(units: readonly (readonly number[])[], valueCount: number): number[][] {
  const coincidences = Array.from({ length: valueCount }, () =>
    Array.from({ length: valueCount }, () => 0),
  );
  for (const unit of units) {
    const given = unit.reduce((sum, count) => sum + count, 0);
    for (let c = 0; c < valueCount; c++) {
      for (let k = 0; k < c; k++) coincidences[c]![k]! += (unit[c]! * unit[k]!) / (given - 1);
    }
  }
  return coincidences;
}

/** δ² of the values at places `low` < `high`; the ordinal one depends on how often values occur. */
function squaredDifference(
  values: readonly number[],
  totals: readonly number[],
  low: number,
  high: number,
  metric: AlphaMetric,
): number {
  if (metric === 'nominal') return 1;
  if (metric === 'interval') return (values[high]! - values[low]!) ** 2;
  let ranksApart = -(totals[low]! + totals[high]!) / 2;
  for (let v = low; v <= high; v++) ranksApart += totals[v]!;
  return ranksApart ** 2;
}
