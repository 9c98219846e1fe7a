import { type Interval, intervalOfValues } from './share-interval.ts';
import type { Coefficient } from './measure.ts';

/** Range of Goldstein's weights: from conflict to cooperation. */
export const goldsteinRange = [-10, 10] as const;

/**
 * Goldstein weights added up. Sums are whole thousandths of a point, so that they are the same in whatever
 * order, and by whatever program, they were added.
 */
export interface GoldsteinSums {
  /** Interactions, neutral ones (weight 0) included. */
  readonly n: number;
  /** Those with a weight above 0. */
  readonly cooperative: number;
  /** Those with a weight below 0. */
  readonly conflictual: number;
  /** Sum of the weights above 0, in thousandths. */
  readonly positive: number;
  /** Sum of the weights below 0 without their sign, in thousandths. */
  readonly negative: number;
  /** Sum of the squared weights, in millionths. */
  readonly squares: number;
}

/** The sums of one interaction. @param weight to a thousandth, beyond which it is rounded */
export function sumsOfWeight(weight: number): GoldsteinSums {
  const thousandths = Math.round(weight * 1000);
  return {
    n: 1,
    cooperative: Number(thousandths > 0),
    conflictual: Number(thousandths < 0),
    positive: Math.max(0, thousandths),
    negative: Math.max(0, -thousandths),
    squares: thousandths ** 2,
  };
}

/** Sums of sums; all 0 of none. */
export function addWeights(all: Iterable<GoldsteinSums>): GoldsteinSums {
  let [n, cooperative, conflictual, positive, negative, squares] = [0, 0, 0, 0, 0, 0];
  for (const each of all) {
    n += each.n;
    cooperative += each.cooperative;
    conflictual += each.conflictual;
    positive += each.positive;
    negative += each.negative;
    squares += each.squares;
  }
  return { n, cooperative, conflictual, positive, negative, squares };
}

export interface GoldsteinSummary {
  /** Number of interactions, neutral ones (weight 0) included. */
  readonly n: number;
  /** Number with a weight above 0. */
  readonly cooperative: number;
  /** Number with a weight below 0. */
  readonly conflictual: number;
  /** In [-10, 10]; `null` without interactions. */
  readonly meanGoldstein: Coefficient;
  /** Sum of the weights; 0 without interactions. */
  readonly net: number;
  /** Positive weight as a share of all absolute weight, in [0, 1]; `null` if every weight is 0. */
  readonly cooperativeShare: Coefficient;
}

/**
 * What a dyad did to or with each other, from the Goldstein (1992) weights of its interactions, each
 * in [-10, 10] and to a thousandth.
 */
export function summarizeGoldstein(weights: readonly number[]): GoldsteinSummary {
  return summarizeSums(addWeights(weights.map(sumsOfWeight)));
}

/** The mean weight of at least one interaction, in [-10, 10]. */
export function meanWeight({ n, positive, negative }: GoldsteinSums): number {
  return (positive - negative) / (1000 * n);
}

/** What sums amount to, as of `summarizeGoldstein`. */
export function summarizeSums(sums: GoldsteinSums): GoldsteinSummary {
  const { n, cooperative, conflictual, positive, negative } = sums;
  const all = positive + negative;
  return {
    n,
    cooperative,
    conflictual,
    meanGoldstein:
      n === 0 ? { value: null, reason: 'no interactions' } : { value: meanWeight(sums) },
    net: (positive - negative) / 1000,
    cooperativeShare:
      all === 0
        ? { value: null, reason: 'no cooperative or conflictual interactions' }
        : { value: positive / all },
  };
}

/**
 * The 95 % interval of the mean weight and the variance that it is made from, each interaction a piece of
 * evidence of its own: it knows nothing of errors in coding, nor of one event that was coded twice. `null`,
 * with the reason, for fewer than 5 interactions.
 *
 * @param sums of at least one interaction
 */
export function intervalOfGoldstein({ n, positive, negative, squares }: GoldsteinSums): {
  readonly variance: number;
  readonly interval: Interval;
} {
  const sums = { n, sum: (positive - negative) / 1000, squares: squares / 1e6 };
  return intervalOfValues(sums, goldsteinRange, 'interactions');
}
