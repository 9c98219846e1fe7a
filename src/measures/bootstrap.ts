import type { MeasureChoice } from './measure.ts';
import { quantileOf } from './quantile.ts';
import { visitResamples } from './resampling-draws.ts';
import { evaluate, followsFromObserved, planEvaluation, type Step } from './resampling-plan.ts';
import { groupIntoKinds, groupIntoUnits, type JointIssues } from './resampling-units.ts';

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
  const resamples = options.resamples ?? DEFAULT_RESAMPLES;
  const level = options.level ?? DEFAULT_LEVEL;
  const units = groupIntoUnits(joint.issues);
  const obstacle = obstacleToResampling(joint.issues.length, units.length);
  if (obstacle !== null) {
    return choices.map(() => noInterval(level, 0, obstacle));
  }

  const kinds = groupIntoKinds(units);
  // Units of a single kind look the same however they are drawn.
  const rounds = kinds.units.length === 1 ? 1 : resamples;
  const plan = planEvaluation(choices, joint.scales, kinds.units, rounds);
  visitResamples(kinds, rounds, options.seed, (draws) => evaluate(plan, draws));
  for (const { values } of plan.observed) values.sort();
  return plan.steps.map((step) => intervalOf(step, level));
}

function obstacleToResampling(issueCount: number, unitCount: number): string | null {
  if (issueCount < MINIMUM_ISSUES) return `fewer than ${MINIMUM_ISSUES} joint issues`;
  return unitCount < 2 ? 'a single group of issues to resample' : null;
}

function intervalOf({ choice, observed, values, defined }: Step, level: number): Interval {
  const { rule } = choice.measure;
  if (rule && observed && followsFromObserved(choice.measure)) {
    // The coefficient is monotone: the sorted disagreements are in its order, or in reverse.
    const of = (disagreement: number) => rule.coefficient(disagreement, Number.NaN);
    const sorted = observed.values;
    const last = sorted.length - 1;
    const rises = of(0) <= of(1);
    return percentiles(
      sorted.length,
      (place) => of(sorted[rises ? place : last - place]!),
      level,
      0,
    );
  }
  const undefinedResamples = values.length - defined;
  if (undefinedResamples * 2 > values.length) {
    return noInterval(level, undefinedResamples, 'undefined in more than half of the resamples');
  }
  const sorted = values.subarray(0, defined).sort();
  return percentiles(defined, (place) => sorted[place]!, level, undefinedResamples);
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
