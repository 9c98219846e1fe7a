import { relationOf } from './depth.ts';
import { groupBy } from '../group-by.ts';
import { sameText } from '../evidence/clusters.ts';
import { titleOfText } from '../evidence/label.ts';
import type { IssueScore } from '../results/score.ts';

/** Where two differ: one issue, or a text that comes back with the same two positions. */
export interface Disagreement {
  readonly title: string;
  /** Id of the scale, and labels of it. */
  readonly scale: string;
  readonly positions: readonly [string, string];
  /** Some are rival drafts of one day. */
  readonly rivals: boolean;
  readonly opposed: boolean;
  /** They take the same side, the one more strongly. */
  readonly inDegree: boolean;
  /** Oldest first; never empty. */
  readonly issues: readonly IssueScore[];
}

function toDisagreement(issues: readonly IssueScore[]): Disagreement[] {
  const sorted = issues.toSorted((x, y) => (x.date < y.date ? -1 : x.date > y.date ? 1 : 0));
  const [first] = sorted;
  if (!first) return [];
  const { scale, positions, depth } = first;
  return [
    {
      title: sorted.length > 1 ? titleOfText(sorted.map(({ title }) => title)) : first.title,
      rivals: new Set(sorted.map(({ date }) => date)).size < sorted.length,
      scale,
      positions,
      opposed: depth === 'opposed',
      inDegree: relationOf(depth) === 'aligned',
      issues: sorted,
    },
  ];
}

const cost = ({ issues }: Disagreement) =>
  issues.reduce((sum, { distance, weight }) => sum + distance * weight, 0);

const stake = ({ issues }: Disagreement) =>
  issues.reduce((most, { salience: [x, y] }) => Math.max(most, x ?? 0, y ?? 0), 0);

const latest = ({ issues }: Disagreement) => issues.at(-1)?.date ?? '';

/**
 * Where two differ: in side before in degree, stances before votes, then what costs most agreement in
 * all, then what matters most to either, then the latest.
 */
export function findDisagreements(issues: readonly IssueScore[]): readonly Disagreement[] {
  const groups = groupBy(
    issues.filter(({ distance }) => distance !== 0),
    (issue) => [sameText(issue), ...issue.positions].join('\0'),
  );
  return [...groups.values()]
    .flatMap(toDisagreement)
    .toSorted(
      (x, y) =>
        Number(x.inDegree) - Number(y.inDegree) ||
        Number(x.scale === 'vote') - Number(y.scale === 'vote') ||
        cost(y) - cost(x) ||
        stake(y) - stake(x) ||
        (latest(x) < latest(y) ? 1 : latest(x) > latest(y) ? -1 : x.title < y.title ? -1 : 1),
    );
}
