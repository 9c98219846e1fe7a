import { endsOf, MINIMUM_ISSUES, spreadOf } from './share-interval.ts';
import {
  type AlphaMetric,
  type CoincidenceTable,
  countValues,
  disagreementAmong,
  distinctValues,
  type Ratings,
  tabulateUnits,
} from './krippendorff-alpha.ts';

/** Krippendorff's alpha of raters with its interval, and what both rest on. */
export interface AlphaEstimate {
  /** At most 1; `null` with the reason. */
  readonly value: number | null;
  /** `null` with the reason where there is no interval. */
  readonly low: number | null;
  readonly high: number | null;
  readonly reason?: string;
  /** Units with at least two ratings: no others count. */
  readonly units: number;
  /** Raters of such a unit. */
  readonly raters: number;
  /** Pairs of ratings of one unit. */
  readonly pairs: number;
  /** Clusters that these units are of. */
  readonly clusters: number;
}

interface Unit {
  /** How often each value was given. */
  readonly counts: readonly number[];
  readonly given: number;
  readonly cluster: string;
}

function pairsOf(given: number): number {
  return (given * (given - 1)) / 2;
}

/**
 * Krippendorff's alpha with its 95 % interval, made as that of coefficients corrected for chance
 * (`intervalOf`): the variance by leaving out one cluster of units at a time, taken to the scale of the
 * observed disagreement, shrunk, Wilson's interval for that, and the expected one held. The weight of a unit
 * is the number of its ratings. Nothing is drawn at random.
 *
 * `null`, with the reason, where no unit has two ratings and where all ratings are the same; no interval with
 * fewer than 5 clusters.
 *
 * @param clusters of each unit the cluster it is of
 */
export function alphaWithInterval(
  ratings: Ratings,
  metric: AlphaMetric,
  clusters: readonly string[],
): AlphaEstimate {
  const isGiven = (u: number) => ratings.filter((rater) => (rater[u] ?? null) !== null).length;
  const rated = clusters.flatMap((cluster, u) => (isGiven(u) < 2 ? [] : [{ u, cluster }]));
  const own = ratings.map((rater) => rated.map(({ u }) => rater[u] ?? null));
  const values = distinctValues(own);
  const units = countValues(own, values).map((counts, i): Unit => ({
    counts,
    given: counts.reduce((sum, count) => sum + count, 0),
    cluster: rated[i]!.cluster,
  }));
  const weights = new Map<string, number>();
  for (const { cluster, given } of units) weights.set(cluster, (weights.get(cluster) ?? 0) + given);
  const about = {
    units: units.length,
    raters: own.filter((rater) => rater.some((rating) => rating !== null)).length,
    pairs: units.reduce((sum, { given }) => sum + pairsOf(given), 0),
    clusters: weights.size,
  };
  const none = { low: null, high: null };
  if (units.length === 0)
    return { value: null, ...none, reason: 'nothing that two coded', ...about };
  const table = tabulateUnits(
    units.map(({ counts }) => counts),
    values,
  );
  const whole = disagreementAmong(table, metric);
  if (!whole)
    return { value: null, ...none, reason: 'no variation: every coding is the same', ...about };
  const { observed: p, expected } = whole;
  const value = 1 - p / expected;
  if (weights.size < MINIMUM_ISSUES)
    return { value, ...none, reason: `fewer than ${MINIMUM_ISSUES} clusters`, ...about };
  const without = [...weights.keys()].map((cluster) => {
    const rest = disagreementAmong(
      subtract(
        table,
        units.filter((unit) => unit.cluster === cluster),
      ),
      metric,
    );
    return rest ? 1 - rest.observed / rest.expected : value;
  });
  const mean = without.reduce((sum, each) => sum + each, 0) / without.length;
  const variance =
    ((without.length - 1) / without.length) *
    without.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  const spread = spreadOf([...weights.values()].map((weight) => ({ weight })));
  const ends = endsOf(
    { p, variance: variance * expected ** 2, ...spread },
    (disagreement) => 1 - disagreement / expected,
    { range: [-1, 1] },
  );
  return { value, low: ends.low, high: ends.high, ...about };
}

/** The table without some of its units. */
function subtract(table: CoincidenceTable, units: readonly Unit[]): CoincidenceTable {
  const taken = tabulateUnits(
    units.map(({ counts }) => counts),
    table.values,
  );
  return {
    values: table.values,
    totals: table.totals.map((total, v) => total - taken.totals[v]!),
    // What is left of nothing may be a rounding error, which would be a disagreement.
    coincidences: table.coincidences.map((row, c) =>
      row.map((sum, k) => {
        const left = sum - taken.coincidences[c]![k]!;
        return Math.abs(left) < 1e-9 ? 0 : left;
      }),
    ),
  };
}
