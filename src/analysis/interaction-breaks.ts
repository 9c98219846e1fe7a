import type { InteractionSum } from '../evidence/interaction-sums.ts';
import { groupBy } from '../group-by.ts';
import {
  addWeights,
  type GoldsteinSums,
  intervalOfGoldstein,
  meanWeight,
} from '../measures/goldstein.ts';
import { MINIMUM_ISSUES } from '../measures/share-interval.ts';
import type { InteractionBreak, InteractionsResult } from '../results/interactions.ts';
import { changePoints, whyNoBreaks } from './breaks.ts';

/** All that is read of sums. */
type PeriodSum = Pick<InteractionSum, 'period'> & GoldsteinSums;

interface Year {
  readonly year: string;
  readonly value: number;
  readonly variance: number;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((x, y) => x - y);
  const [low, high] = [Math.floor, Math.ceil].map(
    (round) => sorted[round((sorted.length - 1) / 2)]!,
  );
  return (low! + high!) / 2;
}

/** Median of the chi-squared distribution with one degree of freedom. */
const medianChiSquared = 0.454936;

/**
 * By how much yearly means vary from one year to the next beyond what the number of interactions explains:
 * the variance with which half of the squared differences of consecutive years are below their median.
 * Where interactions come by the thousand their own spread is next to nothing, and every ripple would be a
 * break; a break itself is one difference among many, and moves the median little.
 */
export function variationBetween(years: readonly Year[]): number {
  const steps = years.slice(1).map(({ value, variance }, i) => {
    const before = years[i]!;
    return ((value - before.value) ** 2 / medianChiSquared - variance - before.variance) / 2;
  });
  return Math.max(0, medianOf(steps));
}

function segmentOf(
  sums: readonly PeriodSum[],
  from: string,
  to: string,
): InteractionBreak['before'] {
  const own = addWeights(
    sums.filter(({ period }) => period.slice(0, 4) >= from && period.slice(0, 4) <= to),
  );
  const { low, high } = intervalOfGoldstein(own).interval;
  return { from, to, n: own.n, meanGoldstein: meanWeight(own), low, high };
}

/**
 * Breaks of the yearly mean Goldstein weight: change points, as of a trend, over years with at least five
 * interactions, each with its variance and what years vary by besides (`variationBetween`). `null`, with the
 * reason, for fewer than six such years.
 */
export function breaksOfInteractions(
  sums: readonly PeriodSum[],
): Pick<InteractionsResult, 'breaks' | 'breaksReason'> {
  const years = [...groupBy(sums, ({ period }) => period.slice(0, 4))]
    .map(([year, own]) => ({ year, own: addWeights(own) }))
    .filter(({ own }) => own.n >= MINIMUM_ISSUES)
    .map(({ year, own }): Year => {
      return { year, value: meanWeight(own), variance: intervalOfGoldstein(own).variance };
    })
    .sort((x, y) => (x.year < y.year ? -1 : 1));
  const breaksReason = whyNoBreaks(years.length, 'interactions');
  if (breaksReason !== undefined) return { breaks: null, breaksReason };
  const besides = variationBetween(years);
  const places = changePoints(
    years.map(({ value, variance }) => ({ value, variance: variance + besides })),
  );
  const ends = [0, ...places, years.length];
  const lastOf = (end: number) =>
    end === years.length ? years.at(-1)!.year : String(Number(years[end]!.year) - 1);
  return {
    breaks: places.map((place, i) => ({
      period: years[place]!.year,
      before: segmentOf(sums, years[ends[i]!]!.year, lastOf(place)),
      after: segmentOf(sums, years[place]!.year, lastOf(ends[i + 2]!)),
    })),
  };
}
