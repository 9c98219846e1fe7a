import { type JointIssue, toJointIssues } from '../evidence/dyad.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { tabulateIssues } from '../measures/contingency.ts';
import { countClusters, intervalsOf } from '../measures/intervals.ts';
import { CONFIDENCE_LEVEL } from '../measures/share-interval.ts';
import type { MeasureChoice } from '../measures/measure.ts';
import type { ScoreSettings } from '../question/score-settings.ts';
import type { Estimate } from '../results/parts.ts';

/** Several measures of the same joint issues, each with its interval. */
export function estimate(
  evidence: Evidence,
  joint: readonly JointIssue[],
  choices: readonly MeasureChoice[],
  { cluster, undefinedAsZero }: Pick<ScoreSettings, 'cluster' | 'undefinedAsZero'>,
): readonly Estimate[] {
  const issues = toJointIssues(evidence, joint, cluster);
  const table = tabulateIssues(issues);
  const intervalOf = intervalsOf(issues);
  const extent = {
    level: CONFIDENCE_LEVEL,
    n: joint.length,
    clusters: countClusters(issues),
  };
  return choices.map((choice) => {
    const { value, reason } = choice.measure.compute(table, choice.distance);
    if (value === null) {
      const asZero = undefinedAsZero && extent.n > 0;
      const why = asZero ? `undefined (${reason}), set to 0` : reason;
      return { value: asZero ? 0 : null, low: null, high: null, ...extent, reason: why };
    }
    const { low, high, reason: obstacle } = intervalOf(choice);
    return low === null
      ? { value, low, high, ...extent, reason: `no interval: ${obstacle}` }
      : { value, low, high, ...extent };
  });
}
