import { spaceEvenly } from '../measures/contingency.ts';
import type { JointIssue } from './dyad.ts';
import { ABSENT, type Evidence, MISSING } from './evidence.ts';

/**
 * What a position is called: the label of its category, `absent`, or, for the mean of a bloc that lies
 * between two categories, both.
 *
 * @param scale index into the scales of the evidence
 * @param value on [-1, 1]; `null` where absent
 */
export function positionLabel(
  evidence: Evidence,
  scale: number,
  category: number,
  value: number | null,
): string {
  const labels = evidence.scales[scale]?.labels ?? [];
  const label = labels[category];
  if (category === ABSENT || value === null || label === undefined) return 'absent';
  if (value === spaceEvenly(labels.length)[category]) return label;
  const below = Math.floor(((value + 1) / 2) * (labels.length - 1));
  return `between ${labels[below]} and ${labels[below + 1]}`;
}

/** The position of one side on a joint issue, by its label: whatever a vote not cast counts as, it is called so. */
export function positionLabelOf(
  evidence: Evidence,
  { selected, held, values }: JointIssue,
  side: 0 | 1,
): string {
  if (held[side] === MISSING) return 'no-vote';
  return positionLabel(evidence, selected.scale, held[side], values[side]);
}

/** The same of both sides: roll calls share a few pairs of positions, and so their labels. */
export function positionLabels(
  evidence: Evidence,
): (issue: JointIssue) => readonly [string, string] {
  const known = new Map<JointIssue['held'], readonly [string, string]>();
  return (issue) => {
    let labels = known.get(issue.held);
    if (!labels) {
      labels = [positionLabelOf(evidence, issue, 0), positionLabelOf(evidence, issue, 1)];
      known.set(issue.held, labels);
    }
    return labels;
  };
}

const datedTitle =
  /(?:\s*\(\d{4}\)|,(?: \d{1,2})?(?: (?:January|February|March|April|May|June|July|August|September|October|November|December))? \d{4})$/;

const printedTail = /\s*:\s*resolution \/ adopted.*$/i;

const partMark = ' (a part)';

/** What a vote on a part of a text is called that has no title of its own. */
export function partTitle(whole: string): string {
  return `${whole}${partMark}`;
}

/**
 * What a text that came back is called: its latest title without the date at its end and what
 * is printed behind it, that of a part
 * only where there is no other.
 *
 * @param titles oldest first; never empty
 */
export function titleOfText(titles: readonly string[]): string {
  const latest = titles.findLast((title) => !title.endsWith(partMark)) ?? titles.at(-1) ?? '';
  return latest.replace(printedTail, '').replace(datedTitle, '');
}
