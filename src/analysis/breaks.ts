import type { JointIssue } from '../evidence/dyad.ts';
import { MINIMUM_ISSUES } from '../measures/share-interval.ts';
import type { TrendBreak } from '../results/trend.ts';
import { compareSameTexts } from './same-texts.ts';

/** The agreement of a year, with what a break is told by. */
export interface YearlyMean {
  readonly year: number;
  readonly value: number;
  /** > 0 */
  readonly variance: number;
  readonly joint: readonly JointIssue[];
}

const fewestYears = 3;
/** Years with at least five joint issues that it takes for there to be a break. */
const leastYears = 2 * fewestYears;
/** Years on either side of a break whose texts are compared. */
const mostYears = 8;
/** Standard errors by which the same texts must differ for another behaviour. */
const leastZ = 2.5;

/** Why no break is looked for in so many years that count; `undefined` where they are enough. */
export function whyNoBreaks(
  years: number,
  what: 'joint issues' | 'interactions',
): string | undefined {
  if (years >= leastYears) return undefined;
  return `fewer than ${leastYears} years with at least ${MINIMUM_ISSUES} ${what}`;
}

/** Sums that give the cost of any run of years, at once. */
interface Sums {
  readonly weight: readonly number[];
  readonly first: readonly number[];
  readonly second: readonly number[];
}

function sumsOf(years: readonly Pick<YearlyMean, 'value' | 'variance'>[]): Sums {
  const weight = [0];
  const first = [0];
  const second = [0];
  for (const [i, { value, variance }] of years.entries()) {
    weight.push(weight[i]! + 1 / variance);
    first.push(first[i]! + value / variance);
    second.push(second[i]! + value ** 2 / variance);
  }
  return { weight, first, second };
}

/** Mean of the years from one on and before another, and the weighted sum of squares around it. */
function segment({ weight, first, second }: Sums, from: number, to: number) {
  const w = weight[to]! - weight[from]!;
  const mean = (first[to]! - first[from]!) / w;
  return { mean, cost: Math.max(0, second[to]! - second[from]! - w * mean ** 2) };
}

/**
 * Where the years fall into segments of one mean each: least weighted sum of squares with a penalty of
 * 3 ln(years) a break, found exactly (Jackson et al. 2005), at least three years a segment.
 *
 * @returns the places of the first years of all segments but the first
 */
export function changePoints(
  years: readonly Pick<YearlyMean, 'value' | 'variance'>[],
): readonly number[] {
  const { length } = years;
  const sums = sumsOf(years);
  const penalty = 3 * Math.log(length);
  // Of the years before each place: the least cost, and where its last segment begins.
  const best: { cost: number; from: number }[] = [{ cost: -penalty, from: 0 }];
  for (let to = 1; to <= length; to++) {
    let least = { cost: Infinity, from: 0 };
    for (let from = 0; from <= to - fewestYears; from++) {
      const cost = best[from]!.cost + penalty + segment(sums, from, to).cost;
      if (cost < least.cost) least = { cost, from };
    }
    best.push(least);
  }
  const places: number[] = [];
  for (let to = length; best[to]!.from > 0; to = best[to]!.from) places.unshift(best[to]!.from);
  return places;
}

/**
 * Breaks of the yearly agreement of a dyad, over years with at least five joint issues. A break is another
 * behaviour only if the texts that return, of up to eight years on either side within the segments, differ
 * in the same direction by 2.5 standard errors; else the agenda changed. With fewer than ten such texts it
 * cannot be told. None, with the reason, for fewer than six such years.
 */
export function findBreaks(
  all: readonly YearlyMean[],
  a: string,
  b: string,
): { readonly breaks: readonly TrendBreak[]; readonly breaksReason?: string } {
  const years = all.filter(({ joint }) => joint.length >= MINIMUM_ISSUES);
  const breaksReason = whyNoBreaks(years.length, 'joint issues');
  if (breaksReason !== undefined) return { breaks: [], breaksReason };
  const sums = sumsOf(years);
  const places = changePoints(years);
  const ends = [0, ...places, years.length];
  const breaks = places.map((place, i): TrendBreak => {
    const [start, end] = [ends[i]!, ends[i + 2]!];
    const first = years[place]!.year;
    const within = (from: number, to: number, least: number, most: number) =>
      years
        .slice(from, to)
        .filter(({ year }) => year >= least && year <= most)
        .flatMap(({ joint }) => joint);
    const sameTexts = compareSameTexts(
      within(start, place, first - mostYears, first - 1),
      within(place, end, first, first + mostYears - 1),
    );
    const [before, after] = [segment(sums, start, place).mean, segment(sums, place, end).mean];
    const { difference, se } = sameTexts;
    const isSure =
      difference !== null &&
      se !== null &&
      Math.abs(difference) >= leastZ * se &&
      Math.sign(difference) === Math.sign(after - before) &&
      difference !== 0;
    const kind = se === null ? 'unknown' : isSure ? 'behaviour' : 'agenda';
    return { a, b, period: String(first), kind, before, after, sameTexts };
  });
  return { breaks };
}
