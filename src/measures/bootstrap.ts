import type { DisagreementRule, Distance, MeasureChoice } from './measure.ts';
import { quantileOf } from './quantile.ts';
import { resampleMeans, visitResamples } from './resampling-draws.ts';
import { evaluate, planEvaluation } from './resampling-plan.ts';
import {
  groupIntoUnits,
  type JointIssues,
  kindsByCell,
  kindsByDistance,
  type Unit,
  weighUnits,
} from './resampling-units.ts';

export interface BootstrapOptions {
  /** Any integer; the same seed gives the same intervals. */
  readonly seed: number;
  /** 2000 unless given. */
  readonly resamples?: number;
  /** Share of resamples inside the interval, in (0, 1); 0.95 unless given. */
  readonly level?: number;
}

export type Interval =
  | {
      readonly low: number;
      readonly high: number;
      readonly level: number;
      /** Resamples in which the coefficient was undefined; they are left out. */
      readonly undefinedResamples: number;
      readonly reason?: never;
    }
  | {
      readonly low: null;
      readonly high: null;
      readonly level: number;
      readonly undefinedResamples: number;
      readonly reason: string;
    };

/** Fewer joint issues than this carry no interval. */
export const MINIMUM_ISSUES = 5;

const DEFAULT_RESAMPLES = 2000;

const DEFAULT_LEVEL = 0.95;

/**
 * Percentile bootstrap over joint issues (Efron & Tibshirani 1993, ch. 13; quantiles of type 7): one
 * interval for each choice, in their order, all from the same resamples. Where issues carry clusters,
 * whole clusters are drawn with replacement, as many as there are. An interval is `null`, with the
 * reason, for fewer than 5 joint issues, for a single cluster, and for a coefficient that is
 * undefined in more than half of the resamples.
 */
export function bootstrapIntervals(
  joint: JointIssues,
  choices: readonly MeasureChoice[],
  options: BootstrapOptions,
): readonly Interval[] {
  const settled = {
    seed: options.seed,
    resamples: options.resamples ?? DEFAULT_RESAMPLES,
    level: options.level ?? DEFAULT_LEVEL,
  };
  const units = groupIntoUnits(joint.issues);
  const obstacle = obstacleToResampling(joint.issues.length, units.length);
  if (obstacle !== null) return choices.map(() => noInterval(settled.level, 0, obstacle));

  const tabular = choices.filter(({ measure }) => measure.rule?.chance !== null);
  const intervals = new Map<MeasureChoice, Interval>();
  for (const distance of new Set(choices.map((choice) => choice.distance))) {
    const averaged = choices.filter(
      (choice) => choice.distance === distance && choice.measure.rule?.chance === null,
    );
    if (averaged.length === 0) continue;
    const means = resampledMeans(units, joint.scales, distance, settled);
    for (const choice of averaged)
      intervals.set(choice, intervalOfMeans(means, choice.measure.rule!, settled.level));
  }
  intervalsOfTables(units, joint.scales, tabular, settled).forEach((interval, i) =>
    intervals.set(tabular[i]!, interval),
  );
  return choices.map((choice) => intervals.get(choice)!);
}

type Settled = Required<BootstrapOptions>;

/** Observed disagreement in each resample, in ascending order; valid until the next resamples are drawn. */
interface ResampledMeans {
  readonly count: number;
  readonly at: (place: number) => number;
}

function resampledMeans(
  units: readonly Unit[],
  scales: JointIssues['scales'],
  distance: Distance,
  { seed, resamples }: Settled,
): ResampledMeans {
  const kinds = kindsByDistance(units, scales, distance);
  const { weights, weighted } = weighUnits(kinds.units, scales, distance);
  // Units that are all alike look the same however they are drawn.
  if (kinds.units.length === 1) return { count: 1, at: () => weighted[0]! / weights[0]! };
  const at = resampleMeans(kinds.sizes, weights, weighted, resamples, seed);
  return { count: resamples, at };
}

/** A coefficient of observed disagreement alone. */
function intervalOfMeans(
  { count, at }: ResampledMeans,
  { coefficient }: DisagreementRule,
  level: number,
): Interval {
  const of = (disagreement: number) => coefficient(disagreement, Number.NaN);
  // It is monotone: the disagreements are in its order, or in reverse.
  const rises = of(0) <= of(1);
  return percentiles(count, (place) => of(at(rises ? place : count - 1 - place)), level, 0);
}

/** Coefficients that need the contingency table of each resample. */
function intervalsOfTables(
  units: readonly Unit[],
  scales: JointIssues['scales'],
  choices: readonly MeasureChoice[],
  { seed, resamples, level }: Settled,
): readonly Interval[] {
  if (choices.length === 0) return [];
  const kinds = kindsByCell(units, scales);
  const rounds = kinds.units.length === 1 ? 1 : resamples;
  const plan = planEvaluation(choices, scales, kinds.units, rounds);
  visitResamples(kinds.sizes, rounds, seed, (draws) => evaluate(plan, draws));
  return plan.steps.map(({ values, defined }) => {
    const undefinedResamples = rounds - defined;
    if (undefinedResamples * 2 > rounds)
      return noInterval(level, undefinedResamples, 'undefined in more than half of the resamples');
    const sorted = values.subarray(0, defined).sort();
    return percentiles(defined, (place) => sorted[place]!, level, undefinedResamples);
  });
}

function obstacleToResampling(issueCount: number, unitCount: number): string | null {
  if (issueCount < MINIMUM_ISSUES) return `fewer than ${MINIMUM_ISSUES} joint issues`;
  return unitCount < 2 ? 'a single group of issues to resample' : null;
}

function percentiles(
  count: number,
  valueAt: (place: number) => number,
  level: number,
  undefinedResamples: number,
): Interval {
  return {
    low: quantileOf(count, valueAt, (1 - level) / 2),
    high: quantileOf(count, valueAt, (1 + level) / 2),
    level,
    undefinedResamples,
  };
}

function noInterval(level: number, undefinedResamples: number, reason: string): Interval {
  return { low: null, high: null, level, undefinedResamples, reason };
}
