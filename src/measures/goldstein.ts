import type { Coefficient } from './measure.ts';

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

/** Goldstein weights added up. Sums are whole thousandths, so that they are the same in whatever order. */
export interface WeightSums {
  /** Number of interactions, neutral ones (weight 0) included. */
  readonly n: number;
  readonly cooperative: number;
  readonly conflictual: number;
  /** Sum of the weights above 0, in thousandths. */
  readonly positive: number;
  /** Sum of the weights below 0 without their sign, in thousandths. */
  readonly negative: number;
}

/** The sums of one interaction; what is below a thousandth of its weight is rounded. */
export function sumsOfWeight(weight: number): WeightSums {
  const thousandths = Math.round(weight * 1000);
  return {
    n: 1,
    cooperative: thousandths > 0 ? 1 : 0,
    conflictual: thousandths < 0 ? 1 : 0,
    positive: Math.max(0, thousandths),
    negative: Math.max(0, -thousandths),
  };
}

/** What sums come to together; zeros without any. */
export function addWeightSums(sums: Iterable<WeightSums>): WeightSums {
  const all = { n: 0, cooperative: 0, conflictual: 0, positive: 0, negative: 0 };
  for (const one of sums)
    for (const what of ['n', 'cooperative', 'conflictual', 'positive', 'negative'] as const)
      all[what] += one[what];
  return all;
}

/** What a dyad did to or with each other, of the sums of its interactions. */
export function summarizeSums({
  n,
  cooperative,
  conflictual,
  positive,
  negative,
}: WeightSums): GoldsteinSummary {
  const net = (positive - negative) / 1000;
  const all = positive + negative;
  return {
    n,
    cooperative,
    conflictual,
    meanGoldstein: n === 0 ? { value: null, reason: 'no interactions' } : { value: net / n },
    net,
    cooperativeShare:
      all === 0
        ? { value: null, reason: 'no cooperative or conflictual interactions' }
        : { value: positive / all },
  };
}

/**
 * What a dyad did to or with each other, from the Goldstein (1992) weights of its interactions, each
 * in [-10, 10] and counted to the thousandth.
 */
export function summarizeGoldstein(weights: readonly number[]): GoldsteinSummary {
  return summarizeSums(addWeightSums(weights.map(sumsOfWeight)));
}
