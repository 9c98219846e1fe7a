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

/**
 * What a dyad did to or with each other, from the Goldstein (1992) weights of its interactions, each
 * in [-10, 10].
 */
export function summarizeGoldstein(weights: readonly number[]): GoldsteinSummary {
  let cooperative = 0;
  let conflictual = 0;
  let positive = 0;
  let negative = 0;
  for (const weight of weights) {
    if (weight > 0) {
      cooperative++;
      positive += weight;
    } else if (weight < 0) {
      conflictual++;
      negative -= weight;
    }
  }
  const n = weights.length;
  const net = positive - negative;
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
