import type { Dyad } from '../evidence/dyad.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { MeasureChoice } from '../measures/measure.ts';
import { estimate, type Estimate, type Resampling } from './coefficients.ts';

export interface TopicScore extends Omit<Estimate, 'n'> {
  readonly id: string;
  readonly title: string;
  /** Joint issues with this topic. */
  readonly joint: number;
}

/**
 * The headline measure within each topic, highest first, then by id. An issue with several topics
 * counts in each with an equal fraction of its weight.
 */
export function scoreTopics(
  evidence: Evidence,
  dyad: Dyad,
  choice: MeasureChoice,
  resampling: Resampling,
): readonly TopicScore[] {
  const topics = [...new Set(dyad.joint.flatMap(({ selected }) => selected.issue.topics))].sort();
  const scored = topics.map((id) => {
    const joint = dyad.joint
      .filter(({ selected }) => selected.issue.topics.includes(id))
      .map((issue) => ({ ...issue, weight: issue.weight / issue.selected.issue.topics.length }));
    const [result] = estimate(evidence, joint, [choice], {
      resampling: { ...resampling, unit: 'issue' },
      intervals: true,
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
