import type { DyadicMeasure } from './measure.ts';
import { sumOf } from './sum-of.ts';

/** The ends of a confidence interval, or why there is none. */
export type Interval =
  | { readonly low: number; readonly high: number; readonly reason?: never }
  | { readonly low: null; readonly high: null; readonly reason: string };

/** Fewer joint issues than this carry no interval. */
export const MINIMUM_ISSUES = 5;

export const CONFIDENCE_LEVEL = 0.95;

/** Of the normal distribution, for 95 %. */
const z = 1.959964;

/** No interval, and why. */
export function noInterval(reason: string): Interval {
  return { low: null, high: null, reason };
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
  const total = sumOf(clusters, ({ weight }) => weight);
  return {
    clusters: clusters.length,
    effective: 1 / sumOf(clusters, ({ weight }) => (weight / total) ** 2),
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

/** The variance that an interval is made from; at the ends of the range that of a share with one cluster more on either side. */
export function varianceOf(share: Share): number {
  const { p, effective } = share;
  if (p > 0 && p < 1) return shrunkVariance(share);
  const between = (effective * p + 1) / (effective + 2);
  return (between * (1 - between)) / (effective + 2);
}

/** Shrunk towards the variance of independent clusters, with the weight of two clusters. */
function shrunkVariance({ p, variance, clusters, effective }: Share): number {
  return (clusters * variance + (2 * p * (1 - p)) / effective) / (clusters + 2);
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
        ? noInterval(`fewer than ${MINIMUM_ISSUES} ${what}`)
        : endsOf(share, toValue, { range }),
  };
}
