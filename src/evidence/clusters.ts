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

/** What makes issues one cluster under each rule. */
const sharedBy: Readonly<Record<ClusterRule, (issue: Issue) => string | undefined>> = {
  series: ({ series }) => series,
  issue: () => undefined,
  topic: ({ topics }) => topics[0],
};

/**
 * Numbers the clusters of issues, each issue asked for once: the same for those that share a series, or their first
 * topic; an issue that shares nothing has one of its own.
 */
export function clusterNumbers(
  rule: ClusterRule,
): (selected: Pick<SelectedIssue, 'issue'>) => number {
  const sharedOf = sharedBy[rule];
  const known = new Map<string, number>();
  let clusters = 0;
  return ({ issue }) => {
    const shared = sharedOf(issue);
    if (shared === undefined || shared === '') return clusters++;
    const number = known.get(shared) ?? clusters++;
    known.set(shared, number);
    return number;
  };
}
