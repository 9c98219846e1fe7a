import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { MeasureChoice } from './measure.ts';
import { quantileSorted } from './quantile.ts';
import { evaluate, planEvaluation } from './resampling-plan.ts';
import { drawUnits, groupIntoKinds, groupIntoUnits, type JointIssues } from './resampling-units.ts';

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

  const { of, units: kinds } = groupIntoKinds(units);
  const plan = planEvaluation(choices, joint.scales, kinds);
  const generator = xoroshiro128plus(options.seed);
  const counts = new Uint32Array(kinds.length);
  // Units of a single kind look the same however they are drawn.
  const rounds = kinds.length === 1 ? 1 : resamples;
  const outcomes = choices.map(() => new Float64Array(rounds));
  const defined = new Uint32Array(choices.length);
  for (let round = 0; round < rounds; round++) {
    drawUnits(of, counts, generator);
    evaluate(plan, counts);
    for (let c = 0; c < choices.length; c++) {
      const value = plan.values[c]!;
      if (!Number.isNaN(value)) outcomes[c]![defined[c]!++] = value;
    }
  }
  return outcomes.map((values, c) => percentileInterval(values, defined[c]!, level));
}

function obstacleToResampling(issueCount: number, unitCount: number): string | null {
  if (issueCount < MINIMUM_ISSUES) return `fewer than ${MINIMUM_ISSUES} joint issues`;
  return unitCount < 2 ? 'a single group of issues to resample' : null;
}

function percentileInterval(outcomes: Float64Array, defined: number, level: number): Interval {
  const undefinedResamples = outcomes.length - defined;
  if (undefinedResamples * 2 > outcomes.length) {
    return noInterval(level, undefinedResamples, 'undefined in more than half of the resamples');
  }
  const sorted = outcomes.subarray(0, defined).sort();
  return {
    low: quantileSorted(sorted, (1 - level) / 2),
    high: quantileSorted(sorted, (1 + level) / 2),
    level,
    undefinedResamples,
  };
}

function noInterval(level: number, undefinedResamples: number, reason: string): Interval {
  return { low: null, high: null, level, undefinedResamples, reason };
}
