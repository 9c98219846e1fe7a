import {
  addWeights,
  type GoldsteinSums,
  intervalOfGoldstein,
  summarizeSums,
} from '../measures/goldstein.ts';
import type { InteractionSums } from '../results/interactions.ts';
import type { InteractionTotals } from '../results/score.ts';

/** What some interactions amount to. */
export function totalsOf(sums: Iterable<GoldsteinSums>): InteractionTotals {
  const { meanGoldstein, cooperativeShare, ...counts } = summarizeSums(addWeights(sums));
  const reason = meanGoldstein.reason ?? cooperativeShare.reason;
  return {
    ...counts,
    meanGoldstein: meanGoldstein.value,
    cooperativeShare: cooperativeShare.value,
    ...(reason === undefined ? {} : { reason }),
  };
}

/** The same with the interval of the mean. */
export function totalsWithInterval(sums: Iterable<GoldsteinSums>): InteractionSums {
  const all = addWeights(sums);
  const totals = totalsOf([all]);
  if (all.n === 0) return { ...totals, low: null, high: null };
  const { low, high, reason: obstacle } = intervalOfGoldstein(all).interval;
  const reason = totals.reason ?? (obstacle === undefined ? undefined : `no interval: ${obstacle}`);
  return { ...totals, low, high, ...(reason === undefined ? {} : { reason }) };
}
