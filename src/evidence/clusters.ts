import type { Issue } from '../catalog/model.ts';
import type { IssueScore } from '../results/score.ts';
import type { SelectedIssue } from './evidence.ts';
import type { ClusterRule } from '../results/vocabulary.ts';

/** The rule unless another is asked for. */
export const defaultCluster: ClusterRule = 'series';

/**
 * What issues share that are one text coming back: their series. An issue without one stands for itself.
 * Names of different kinds never meet.
 */
export function sameText({ id, series }: Pick<Issue | IssueScore, 'id' | 'series'>): string {
  return series ? `series ${series}` : `issue ${id}`;
}

/** The cluster that an issue belongs to: its series, itself, or its first topic. */
export function clusterOf({ issue }: Pick<SelectedIssue, 'issue'>, rule: ClusterRule): string {
  if (rule === 'topic') return `topic ${issue.topics[0] ?? ''}`;
  return rule === 'series' ? sameText(issue) : `issue ${issue.id}`;
}
