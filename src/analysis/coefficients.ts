import { type JointIssue, tabulate, toJointIssues } from '../evidence/dyad.ts';
import type { Evidence, SelectedIssue } from '../evidence/evidence.ts';
import { bootstrapIntervals, type MeasureChoice } from '../measures/bootstrap.ts';

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

/**
 * Several measures of the same joint issues, with intervals from the same resamples.
 *
 * @param undefinedAsZero report 0 where a coefficient is undefined, as Häge's files do
 */
export function estimate(
  evidence: Evidence,
  joint: readonly JointIssue[],
  choices: readonly MeasureChoice[],
  resampling: Resampling,
  undefinedAsZero = false,
): readonly Estimate[] {
  const table = tabulate(evidence, joint);
  const cluster = resampling.unit === 'topic' ? firstTopic : undefined;
  const intervals = bootstrapIntervals(
    toJointIssues(evidence, joint, cluster),
    choices,
    resampling,
  );
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
