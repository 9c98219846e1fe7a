import type { Dyad, JointIssue } from '../evidence/dyad.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { MeasureChoice } from '../measures/measure.ts';
import { estimate, type Estimate, type EstimateSettings } from './coefficients.ts';

export interface TopicScore extends Omit<Estimate, 'n'> {
  readonly id: string;
  readonly title: string;
  /** Joint issues with this topic. */
  readonly joint: number;
}

/** The joint issues of each topic, those with several in each of them with an equal fraction of their weight. */
function groupByTopic(joint: readonly JointIssue[]): ReadonlyMap<string, readonly JointIssue[]> {
  const groups = new Map<string, JointIssue[]>();
  for (let i = 0; i < joint.length; i++) {
    const issue = joint[i]!;
    const { topics } = issue.selected.issue;
    const part = topics.length === 1 ? issue : { ...issue, weight: issue.weight / topics.length };
    for (let t = 0; t < topics.length; t++) {
      const group = groups.get(topics[t]!);
      if (group) group.push(part);
      else groups.set(topics[t]!, [part]);
    }
  }
  return groups;
}

/**
 * The headline measure within each topic, highest first, then by id. An issue with several topics
 * counts in each with an equal fraction of its weight.
 */
export function scoreTopics(
  evidence: Evidence,
  dyad: Dyad,
  choice: MeasureChoice,
  { cluster }: Pick<EstimateSettings, 'cluster'>,
): readonly TopicScore[] {
  const scored = [...groupByTopic(dyad.joint)].map(([id, joint]) => {
    const [result] = estimate(evidence, joint, [choice], {
      cluster,
      undefinedAsZero: false,
    });
    if (!result) throw new Error('a topic has no estimate');
    const { n, ...rest } = result;
    return { id, title: evidence.topics[id] ?? id, joint: n, ...rest };
  });
  return scored.sort(
    (x, y) => (y.value ?? -Infinity) - (x.value ?? -Infinity) || (x.id < y.id ? -1 : 1),
  );
}
