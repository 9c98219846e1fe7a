import { groupBy } from '../group-by.ts';
import { tabulateIssues } from './contingency.ts';
import {
  ALWAYS_THE_SAME,
  distanceTable,
  expectedDisagreement,
  observedDisagreement,
} from './disagreement.ts';
import type {
  Contingency,
  DyadicMeasure,
  JointIssue,
  JointIssues,
  MeasureChoice,
} from './measure.ts';

/** The ends of a confidence interval, or why there is none. */
export type Interval =
  | { readonly low: number; readonly high: number; readonly reason?: never }
  | { readonly low: null; readonly high: null; readonly reason: string };

/** Fewer joint issues than this carry no interval. */
export const MINIMUM_ISSUES = 5;

export const CONFIDENCE_LEVEL = 0.95;

/** Of the normal distribution, for 95 %. */
const z = 1.959964;

/** How many clusters some joint issues are of. */
export function countClusters({ issues }: JointIssues): number {
  return new Set(issues.map(({ cluster }) => cluster)).size;
}

/**
 * 95 % confidence interval of a measure, from clusters of joint issues: Wilson's score interval (1927) with
 * an effective number of issues (Kish 1965; Korn & Graubard 1998). Weights are held fixed. The variance
 * is the linearised one for weighted means and a delete-a-cluster jackknife for all others (`interval` of
 * the measure says on which scale); either is shrunk towards that of independent clusters, with the weight
 * of two clusters. Clipped to the range of the measure; it always contains the value.
 *
 * `null`, with the reason, for fewer than 5 joint issues, where the measure is undefined, and for a measure
 * corrected for chance without variation.
 */
export function intervalOf(joint: JointIssues, choice: MeasureChoice): Interval {
  return intervalsOf(joint)(choice);
}

/** The same for several measures of the same issues. */
export function intervalsOf({
  scales,
  issues: all,
}: JointIssues): (choice: MeasureChoice) => Interval {
  const issues = all.filter(({ weight }) => weight > 0);
  const joint = { scales, issues };
  let clusters: readonly Cluster[] | undefined;
  return (choice) => {
    if (issues.length < MINIMUM_ISSUES) return none(`fewer than ${MINIMUM_ISSUES} joint issues`);
    if (choice.measure.interval === 'mean') return intervalOfMean(joint, choice);
    return intervalByJackknife(joint, (clusters ??= clustersOf(issues)), choice);
  };
}

interface Cluster {
  readonly issues: readonly JointIssue[];
  readonly weight: number;
  /** The same for clusters with the same weights in the same cells, as most are like another one. */
  readonly alike: string;
}

function clustersOf(all: readonly JointIssue[]): readonly Cluster[] {
  return [...groupBy(all, ({ cluster }) => cluster).values()].map((issues) => ({
    issues,
    weight: sum(issues, ({ weight }) => weight),
    alike: issues.map(({ stratum, cell, weight }) => [stratum, cell, weight].join(' ')).join(),
  }));
}

/** The similarity of each issue, what it adds to the mean as a share of the measure's range, in its cluster. */
function shareOfMean({ scales, issues }: JointIssues, { measure, distance }: MeasureChoice): Share {
  const [lowest, highest] = measure.range;
  const distances = scales.map(({ values }) => distanceTable(values, distance));
  const addedBy = ({ stratum, cell, imputedDistance }: JointIssue) => {
    if (imputedDistance !== undefined) return measure.perIssue!(imputedDistance, false);
    const onDiagonal = cell % (scales[stratum]!.values.length + 1) === 0;
    return measure.perIssue!(distances[stratum]![cell]!, onDiagonal);
  };
  const sums = new Map<JointIssue['cluster'], { weight: number; similarity: number }>();
  for (const issue of issues) {
    const similarity = (issue.weight * (addedBy(issue) - lowest)) / (highest - lowest);
    const known = sums.get(issue.cluster);
    if (known) {
      known.weight += issue.weight;
      known.similarity += similarity;
    } else sums.set(issue.cluster, { weight: issue.weight, similarity });
  }
  const clusters = [...sums.values()];
  const total = sum(clusters, ({ weight }) => weight);
  const p = sum(clusters, ({ similarity }) => similarity) / total;
  const variance = sum(
    clusters,
    ({ weight, similarity }) => ((similarity - weight * p) / total) ** 2,
  );
  return { p, variance, ...spreadOf(clusters) };
}

/** Values of one mean, added up. */
export interface SumsOfValues {
  readonly n: number;
  readonly sum: number;
  /** Sum of the squares. */
  readonly squares: number;
}

/**
 * The interval of a mean of values within a range, each one a piece of evidence of its own, and the variance
 * that it is made from: as of a mean over issues of equal weight, on the scale of the values.
 *
 * The interval is `null`, with the reason, for fewer than 5 values.
 *
 * @param sums of at least one value
 * @param what the values are of, in the plural
 */
export function intervalOfValues(
  { n, sum: total, squares }: SumsOfValues,
  range: readonly [lowest: number, highest: number],
  what: string,
): { readonly variance: number; readonly interval: Interval } {
  const [lowest, highest] = range;
  const width = highest - lowest;
  const mean = total / n;
  const share = {
    p: (mean - lowest) / width,
    // What rounding leaves of equal values is no variance.
    variance: Math.max(0, squares / n - mean ** 2) / n / width ** 2,
    clusters: n,
    effective: n,
  };
  const toValue = (place: number) => lowest + width * place;
  return {
    variance: varianceOf(share) * width ** 2,
    interval:
      n < MINIMUM_ISSUES
        ? none(`fewer than ${MINIMUM_ISSUES} ${what}`)
        : endsOf(share, toValue, { range }),
  };
}

function intervalOfMean(joint: JointIssues, choice: MeasureChoice): Interval {
  const [lowest, highest] = choice.measure.range;
  const onRange = (share: number) => lowest + (highest - lowest) * share;
  return endsOf(shareOfMean(joint, choice), onRange, choice.measure);
}

/**
 * A weighted mean over some joint issues, at least one, as a share of its range, and the variance that its
 * interval is made from. Where all issues are alike, which leaves no variance, it is that of a share with one
 * cluster more on either side.
 *
 * @param choice of a measure that is a mean over issues
 */
export function meanWithVariance(
  joint: JointIssues,
  choice: MeasureChoice,
): { readonly value: number; readonly variance: number } {
  const share = shareOfMean(joint, choice);
  return { value: share.p, variance: varianceOf(share) };
}

/** The variance that an interval is made from; at the ends of the range that of a share with one cluster more on either side. */
function varianceOf(share: Share): number {
  const { p, effective } = share;
  if (p > 0 && p < 1) return shrunkVariance(share);
  const between = (effective * p + 1) / (effective + 2);
  return (between * (1 - between)) / (effective + 2);
}

/** Shrunk towards the variance of independent clusters, with the weight of two clusters. */
function shrunkVariance({ p, variance, clusters, effective }: Share): number {
  return (clusters * variance + (2 * p * (1 - p)) / effective) / (clusters + 2);
}

function intervalByJackknife(
  joint: JointIssues,
  clusters: readonly Cluster[],
  choice: MeasureChoice,
): Interval {
  const { measure, distance } = choice;
  const table = tabulateIssues(joint);
  const { value, reason } = measure.compute(table, distance);
  if (value === null) return none(reason);
  const spread = spreadOf(clusters);
  const variance = jackknifeVariance(table, clusters, choice, value);
  const [lowest, highest] = measure.range;
  let p = (value - lowest) / (highest - lowest);
  let toValue = (share: number) => lowest + (highest - lowest) * share;
  if (measure.interval === 'disagreement') {
    const { chance, coefficient } = measure.rule!;
    const expected = expectedDisagreement(table, distance, chance!);
    if (expected === 0) return none(ALWAYS_THE_SAME);
    p = observedDisagreement(table, distance);
    toValue = (disagreement) => coefficient(disagreement, expected);
  }
  const slope = toValue(1) - toValue(0);
  return endsOf({ p, variance: variance / slope ** 2, ...spread }, toValue, measure);
}

/**
 * (G - 1) / G Σ (θ_g - mean)² over the coefficients θ_g without each of the G clusters; one that is undefined
 * counts as the whole one. The table of all clusters is worked on, and left as it was.
 */
function jackknifeVariance(
  { strata, imputed }: Contingency,
  clusters: readonly Cluster[],
  { measure, distance }: MeasureChoice,
  whole: number,
): number {
  const all = strata.map(({ cells }) => cells.slice());
  const counts = strata.map(({ cells }) => new Uint32Array(cells.length));
  for (const { issues } of clusters)
    for (const { stratum, cell } of issues) if (stratum !== undefined) counts[stratum]![cell]!++;
  const known = new Map<string, number>();
  const without = clusters.map(({ issues, alike }) => {
    const before = known.get(alike);
    if (before !== undefined) return before;
    for (const { stratum, cell, weight } of issues) {
      if (stratum === undefined) continue;
      const { cells } = strata[stratum]!;
      const left = --counts[stratum]![cell]!;
      // Nothing may be left of an empty cell: without variation a coefficient is undefined.
      cells[cell] = left === 0 ? 0 : cells[cell]! - weight;
    }
    const value = measure.compute({ strata, imputed }, distance).value ?? whole;
    known.set(alike, value);
    for (const { stratum, cell } of issues) {
      if (stratum === undefined) continue;
      counts[stratum]![cell]!++;
      strata[stratum]!.cells[cell] = all[stratum]![cell]!;
    }
    return value;
  });
  const mean = sum(without, (value) => value) / without.length;
  return ((without.length - 1) / without.length) * sum(without, (value) => (value - mean) ** 2);
}

/** A share in [0, 1], with what its interval needs. */
export interface Share {
  readonly p: number;
  readonly variance: number;
  /** Number of clusters. */
  readonly clusters: number;
  /** Clusters of equal weight that tell as much (Kish 1965); at most as many as there are. */
  readonly effective: number;
}

/** How much clusters of these weights tell. */
export function spreadOf(
  clusters: readonly { readonly weight: number }[],
): Pick<Share, 'clusters' | 'effective'> {
  const total = sum(clusters, ({ weight }) => weight);
  return {
    clusters: clusters.length,
    effective: 1 / sum(clusters, ({ weight }) => (weight / total) ** 2),
  };
}

/** Wilson's interval of a share, on the scale of the measure, which may run the other way. */
export function endsOf(
  share: Share,
  toValue: (share: number) => number,
  { range }: Pick<DyadicMeasure, 'range'>,
): Interval {
  const { p, effective } = share;
  const n = p === 0 || p === 1 ? effective : (p * (1 - p)) / shrunkVariance(share);
  const step = z ** 2 / n;
  const middle = (p + step / 2) / (1 + step);
  const half = Math.sqrt(p * (1 - p) * step + step ** 2 / 4) / (1 + step);
  // At 0 and 1 the last digit may fall on the wrong side.
  const ends = [toValue(Math.min(p, middle - half)), toValue(Math.max(p, middle + half))];
  return {
    low: Math.max(range[0], Math.min(...ends)),
    high: Math.min(range[1], Math.max(...ends)),
  };
}

function sum<T>(values: readonly T[], of: (value: T) => number): number {
  return values.reduce((total, value) => total + of(value), 0);
}

function none(reason: string): Interval {
  return { low: null, high: null, reason };
}
