import { type JointIssue, tabulate, toJointIssues } from '../evidence/dyad.ts';
import type { Evidence, SelectedIssue } from '../evidence/evidence.ts';
import { bootstrapIntervals } from '../measures/bootstrap.ts';
import type { MeasureChoice } from '../measures/measure.ts';

/** A coefficient with its interval; whatever is `null` has its reason beside it. */
export interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Confidence level of the interval. */
  readonly level: number;
  readonly n: number;
  readonly reason?: string;
}

export interface Resampling {
  readonly seed: number;
  readonly resamples: number;
  /** Resample single issues, or whole topics. */
  readonly unit: 'issue' | 'topic';
}

function firstTopic({ issue }: SelectedIssue): string {
  return issue.topics[0] ?? '';
}

export interface EstimateSettings {
  readonly resampling: Resampling;
  /** Without intervals there is no resampling: low and high are `null`. */
  readonly intervals: boolean;
  /** Report 0 where a coefficient is undefined, as Häge's files do. */
  readonly undefinedAsZero: boolean;
}

const confidenceLevel = 0.95;
const notAsked = {
  low: null,
  high: null,
  level: confidenceLevel,
  reason: 'not asked for',
} as const;

/** Several measures of the same joint issues, with intervals from the same resamples. */
export function estimate(
  evidence: Evidence,
  joint: readonly JointIssue[],
  choices: readonly MeasureChoice[],
  { resampling, intervals: wanted, undefinedAsZero }: EstimateSettings,
): readonly Estimate[] {
  const table = tabulate(evidence, joint);
  const cluster = resampling.unit === 'topic' ? firstTopic : undefined;
  const intervals = wanted
    ? bootstrapIntervals(toJointIssues(evidence, joint, cluster), choices, {
        ...resampling,
        level: confidenceLevel,
      })
    : choices.map(() => notAsked);
  return choices.map(({ measure, distance }, i) => {
    const coefficient = measure.compute(table, distance);
    const interval = intervals[i];
    if (!interval) throw new Error('an interval is missing');
    const { low, high, level } = interval;
    const n = joint.length;
    if (coefficient.value === null) {
      return undefinedAsZero && n > 0
        ? { value: 0, low, high, level, n, reason: `undefined (${coefficient.reason}), set to 0` }
        : { value: null, low: null, high: null, level, n, reason: coefficient.reason };
    }
    const value = coefficient.value;
    return low === null
      ? { value, low, high, level, n, reason: `no interval: ${interval.reason}` }
      : { value, low, high, level, n };
  });
}
