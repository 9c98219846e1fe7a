import type { IssueScore } from '../analysis/score.ts';
import { undatedTitle } from '../evidence/label.ts';
import { count } from './numbers.ts';

/** Where two differ: one issue, or votes under one name that recur with the same two positions. */
export interface Parting {
  readonly title: string;
  /** Id of the scale, and labels of it. */
  readonly scale: string;
  readonly positions: readonly [string, string];
  readonly opposed: boolean;
  /** Oldest first; never empty. */
  readonly issues: readonly IssueScore[];
}

/** `Moratorium on the death penalty, 3 times 2007–2020` */
function titleOf(first: IssueScore, issues: readonly IssueScore[]): string {
  if (issues.length === 1) return first.title;
  const [from, to] = [issues[0], issues.at(-1)].map((issue) => issue?.date.slice(0, 4) ?? '');
  const years = from === to ? from : `${from}–${to}`;
  return `${undatedTitle(first.title)}, ${count(issues.length)} times ${years}`;
}

function toParting(issues: readonly IssueScore[]): Parting[] {
  const sorted = issues.toSorted((x, y) => (x.date < y.date ? -1 : x.date > y.date ? 1 : 0));
  const [first] = sorted;
  if (!first) return [];
  const { scale, positions, depth } = first;
  return [
    {
      title: titleOf(first, sorted),
      scale,
      positions,
      opposed: depth === 'opposed',
      issues: sorted,
    },
  ];
}

const cost = ({ issues }: Parting) =>
  issues.reduce((most, { distance, weight }) => Math.max(most, distance * weight), 0);

const stake = ({ issues }: Parting) =>
  issues.reduce((most, { salience: [x, y] }) => Math.max(most, x ?? 0, y ?? 0), 0);

const latest = ({ issues }: Parting) => issues.at(-1)?.date ?? '';

/** Where two differ: what costs most agreement first, then what matters most to either, then the latest. */
export function findPartings(issues: readonly IssueScore[]): readonly Parting[] {
  const groups = new Map<string, IssueScore[]>();
  for (const issue of issues) {
    if (issue.distance === 0) continue;
    const key = [undatedTitle(issue.title), ...issue.positions].join('\0');
    const group = groups.get(key);
    if (group) group.push(issue);
    else groups.set(key, [issue]);
  }
  return [...groups.values()]
    .flatMap(toParting)
    .toSorted(
      (x, y) =>
        cost(y) - cost(x) ||
        stake(y) - stake(x) ||
        (latest(x) < latest(y) ? 1 : latest(x) > latest(y) ? -1 : x.title < y.title ? -1 : 1),
    );
}
