import type { Coordination, Issue } from '../../catalog/model.ts';
import type { Dyad, JointIssue } from '../../evidence/dyad.ts';
import { sameText } from '../../evidence/clusters.ts';
import type { Evidence, SelectedIssue } from '../../evidence/evidence.ts';
import { positionLabels, titleOfText } from '../../evidence/label.ts';
import type { Side } from '../../evidence/side.ts';
import { groupBy } from '../../group-by.ts';
import type { IssueDepth } from '../depth.ts';
import type { Mention, SideIndex } from './explanation.ts';

/** A joint issue with all that decides whether and how it is named. */
export interface TellingIssue extends Omit<IssueDepth, 'issue'> {
  readonly joint: JointIssue;
  readonly id: string;
  readonly ballot: boolean;
  readonly sources: readonly string[];
}

export const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

/** Each word with how often it is there, the commonest first, ties by the word. */
export function countWords(words: readonly string[]): readonly (readonly [string, number])[] {
  return [...groupBy(words, (word) => word)]
    .map(([word, all]) => [word, all.length] as const)
    .sort(([x, m], [y, n]) => n - m || (x < y ? -1 : 1));
}

/** Ids of the sources of a side's stances on an issue; one may occur more than once. */
export function stanceSources(
  { stance }: Pick<Evidence, 'stance'>,
  side: Side,
  issue: SelectedIssue,
): readonly string[] {
  if (side.members.length === 0) return stance(side.code, issue)?.sources ?? [];
  return side.members.flatMap((country) => stance(country, issue)?.sources ?? []);
}

/**
 * Finds the sources of what is recorded on acting together, and then those of the two positions in turn. Issues that
 * rest on the same ones share a list.
 */
function sourceOrder(evidence: Evidence, dyad: Dyad) {
  const known = new Map<string, readonly string[]>();
  // Thousands of roll calls rest on one list, whoever votes.
  const ofBoth = new Map<readonly string[], readonly string[]>();
  return (issue: JointIssue, recorded: Coordination | undefined): readonly string[] => {
    const x = stanceSources(evidence, dyad.a, issue.selected);
    const y = stanceSources(evidence, dyad.b, issue.selected);
    if (x === y && !recorded) {
      const ids = ofBoth.get(x) ?? unique(x);
      ofBoth.set(x, ids);
      return ids;
    }
    const inTurn = Array.from({ length: Math.max(x.length, y.length) }, (_, i) =>
      [x[i], y[i]].filter((id) => id !== undefined).sort(),
    );
    const ids = unique([...(recorded?.sources ?? []), ...inTurn.flat()]);
    const key = ids.join(' ');
    const shared = known.get(key) ?? ids;
    known.set(key, shared);
    return shared;
  };
}

/** A recorded vote rather than a stance. */
export function isBallot(issue: Issue): boolean {
  return issue.scale === 'vote' || issue.vote !== undefined;
}

/** The joint issues of a dyad, those most worth naming first. */
export function findTellingIssues(
  evidence: Evidence,
  dyad: Dyad,
  assessed: readonly IssueDepth[],
): readonly TellingIssue[] {
  const sourcesOf = sourceOrder(evidence, dyad);
  return assessed
    .map(({ issue, depth, recorded, salience }) => ({
      joint: issue,
      id: issue.selected.issue.id,
      depth,
      recorded,
      salience,
      ballot: isBallot(issue.selected.issue),
      sources: sourcesOf(issue, recorded),
    }))
    .sort(compareTelling);
}

/** Crises before ballots, then what matters more to the two, weighs more, or is more recent. */
function compareTelling(x: TellingIssue, y: TellingIssue): number {
  const stake = ({ salience: [a = 0, b = 0] }: TellingIssue) => a + b;
  const [p, q] = [x.joint.selected.issue, y.joint.selected.issue];
  return (
    Number(x.ballot) - Number(y.ballot) ||
    stake(y) - stake(x) ||
    y.joint.weight - x.joint.weight ||
    (p.date.from === q.date.from ? 0 : p.date.from < q.date.from ? 1 : -1) ||
    (x.id < y.id ? -1 : 1)
  );
}

function noteOf(evidence: Evidence, side: Side, issue: SelectedIssue): string | null {
  return side.members.length > 0 ? null : (evidence.stance(side.code, issue)?.note ?? null);
}

/** The side to which an issue matters more, if both are coded and differ. */
export function higherStake({ salience: [a, b] }: TellingIssue): SideIndex | null {
  if (a === undefined || b === undefined || a === b) return null;
  return a > b ? 0 : 1;
}

/** One mention of issues that are one text coming back with the same positions. */
export function mentionOf(evidence: Evidence, dyad: Dyad, group: readonly TellingIssue[]): Mention {
  const [first] = group;
  if (!first) throw new Error('a mention needs an issue');
  const { selected } = first.joint;
  const dated = group
    .map(({ joint }) => joint.selected.issue)
    .sort((x, y) => (x.date.from < y.date.from ? -1 : 1));
  const labels = dated.map(({ dateLabel }) => dateLabel);
  return {
    title: group.length > 1 ? titleOfText(dated.map(({ title }) => title)) : selected.issue.title,
    rivals: new Set(labels).size < labels.length,
    issues: group.map(({ id }) => id),
    n: group.length,
    dates: [labels[0] ?? '', labels.at(-1) ?? ''],
    scale: selected.issue.scale,
    positions: positionLabels(evidence)(first.joint),
    ballot: first.ballot,
    depth: first.depth,
    notes: [noteOf(evidence, dyad.a, selected), noteOf(evidence, dyad.b, selected)],
    stake: higherStake(first),
    together: group.find(({ recorded }) => recorded?.note)?.recorded?.note ?? null,
    sources: unique(group.flatMap(({ sources }) => sources)),
  };
}

/** Issues that are one text coming back with the same positions together, in the order of the first of each. */
export function groupTexts(
  evidence: Evidence,
  issues: readonly TellingIssue[],
): readonly (readonly TellingIssue[])[] {
  const labelsOf = positionLabels(evidence);
  const groups = groupBy(issues, ({ joint, depth }) =>
    [sameText(joint.selected.issue), ...labelsOf(joint), depth].join('\0'),
  );
  return [...groups.values()];
}
