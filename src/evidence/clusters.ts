import type { SelectedIssue } from './evidence.ts';

/** What counts as one independent piece of evidence: a series, a single issue, or all issues of a topic. */
export type ClusterRule = 'series' | 'issue' | 'topic';

/** The rule unless another is asked for. */
export const plainCluster: ClusterRule = 'series';

export const clusterRules: readonly ClusterRule[] = ['series', 'issue', 'topic'];

/**
 * The cluster that an issue belongs to: its series (an issue without one is a cluster of its own), itself,
 * or its first topic. Names of different kinds never meet.
 */
export function clusterOf({ issue }: Pick<SelectedIssue, 'issue'>, rule: ClusterRule): string {
  if (rule === 'topic') return `topic ${issue.topics[0] ?? ''}`;
  return rule === 'series' && issue.series !== undefined
    ? `series ${issue.series}`
    : `issue ${issue.id}`;
}
