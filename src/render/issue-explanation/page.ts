import type { IssueExplanation } from '../../analysis/explain/explanation.ts';
import { isMembership } from '../../catalog/scales.ts';
import { dateInProse } from '../kit/dates.ts';
import { count, counted, decimal, signed } from '../kit/numbers.ts';
import { isStanceScale } from '../kit/wording.ts';
import { createCitations, markSources, type Sentence } from '../explanation/page.ts';
import { cite, listed, say, type Text } from '../explanation/text.ts';
import { nameInProse, stanceClause } from '../explanation/words.ts';
import { ballotWords, submitterWords } from '../issue/words.ts';
import type { ExplainedPosition } from '../../results/explanation.ts';
import type { Ballot } from '../../results/inventory.ts';
import type { Depth } from '../../results/vocabulary.ts';
import type { Source } from '../../results/parts.ts';

/** One line of the page on an issue: what it is about, and the words. */
export interface IssueLine {
  readonly label: string;
  readonly text: Sentence['text'];
}

export interface IssuePage {
  readonly title: string;
  readonly lines: readonly IssueLine[];
  readonly sources: readonly Source[];
}

const depths: Readonly<Record<Depth, string>> = {
  opposed: 'They stood on opposite sides.',
  apart: 'Only one of them took a side.',
  neither: 'Neither took a side.',
  parallel: 'They stood on the same side, each on its own.',
  coordinated: 'They stood on the same side and coordinated.',
  joint: 'They stood on the same side and acted as one.',
};

/** What each coder made of a position, where they part. */
function codingWords(codings: NonNullable<ExplainedPosition['codings']>): Text {
  if (new Set(codings.map(({ stance }) => stance)).size < 2) return [];
  return say` Coders part: ${listed(codings.map(({ name, stance }) => `${name} ${stance}`))}.`;
}

function positionText(
  scale: string,
  {
    side,
    label,
    value,
    salience,
    confidence,
    from,
    note,
    members,
    codings = [],
    sources,
  }: ExplainedPosition,
): Text {
  const name = nameInProse(side.name);
  const place =
    value === null || !isStanceScale(scale)
      ? ''
      : ` (${signed(value, 2)} on a scale from −1 to +1)`;
  const since = from === null ? '' : `, from ${dateInProse(from)}`;
  const brief = [
    ...(salience === null ? [] : [`${salience} salience`]),
    ...(confidence === null ? [] : [`coded with ${confidence} confidence`]),
  ].join(', ');
  const split = listed(
    members.map(
      ({ label: own, n }) => `${isStanceScale(scale) ? own.replaceAll('-', ' ') : own} ${count(n)}`,
    ),
  );
  return say`${stanceClause(name, scale, label, side.actor)}${place}${since}.${note === null ? '' : ` ${note}`}${members.length === 0 ? '' : say` Of its members: ${split}.`}${codingWords(codings)}${brief === '' ? '' : ` (${brief.charAt(0).toUpperCase()}${brief.slice(1)}.)`}${cite(sources, Infinity)}`;
}

/** What the issue adds to the score, in points of a hundred; nothing of a membership. */
function contributionText(explanation: IssueExplanation): readonly [string, Text][] {
  const { distance, weight, share, contribution, measure, joint, value, without } = explanation;
  if (distance === null || weight === null || share === null) return [];
  const points = (x: number) => decimal(x * 100);
  const between = `The distance between the two is ${decimal(distance)} of 1; the issue weighs ${decimal(weight)}, one of ${counted(joint, 'joint issue')}.`;
  const adds =
    contribution === null
      ? ` ${measure} does not decompose into issues.`
      : measure === 'agreement'
        ? ` It adds ${points(contribution)} of the ${points(share)} points (of 100) that it could.`
        : ` It adds ${points(contribution)} points (of 100) to ${measure}.`;
  const change =
    value === null || without === null
      ? ''
      : ` Without it the score of ${decimal(value, 3)} would be ${decimal(without, 3)}.`;
  return [['In the score', say`${between}${adds}${change}`]];
}

/** Whether the two stood or acted together, or belong to the same organisation. */
function togetherText({ issue, positions, depth, coordination }: IssueExplanation): Text {
  if (isMembership({ scale: issue.scale.id })) {
    const members = positions.filter(({ label }) => label === 'member');
    const [only] = members;
    if (members.length === 2) return say`Both belong to it.`;
    return only
      ? say`Only ${nameInProse(only.side.name)} belongs to it.`
      : say`Neither belongs to it.`;
  }
  if (depth === null) return say`They differ, on a scale without sides.`;
  const act =
    coordination?.note ??
    (coordination === null && depth === 'parallel' ? 'No common act is recorded.' : '');
  return say`${depths[depth]}${act === '' ? '' : ` ${act}`}${cite(coordination?.sources ?? [], Infinity)}`;
}

function ballotLines(ballot: Ballot): readonly [string, Text][] {
  const submitters = submitterWords(ballot, 10);
  return [
    ['Ballot', say`${ballotWords(ballot)}`],
    ...(submitters === '' ? [] : [['Submitters', say`${submitters}`] as [string, Text]]),
  ];
}

/** The page on one issue: who stood where and why, what they did together, and what it counts for. */
export function writeIssuePage(explanation: IssueExplanation): IssuePage {
  const { issue, positions, sources: known } = explanation;
  const { numbersOf, sources } = createCitations(known);
  const { ballot } = issue;
  const lines: readonly (readonly [label: string, text: Text])[] = [
    ...(issue.question === null ? [] : [['Question', say`${issue.question}`] as const]),
    ...(ballot === null ? [] : ballotLines(ballot)),
    ['Date', say`${dateInProse(issue.date)}`],
    ['Topic', say`${issue.topics.join('; ')}`],
    ...positions.map(
      (position) => [position.side.name, positionText(issue.scale.id, position)] as const,
    ),
    ['Together?', togetherText(explanation)],
    ...contributionText(explanation),
    ...(issue.note === null
      ? []
      : [['Coding', say`${issue.note}${cite(issue.sources, Infinity)}`] as const]),
  ];
  const marked = lines.map(([label, text]) => ({ label, text: markSources(text, numbersOf) }));
  return { title: issue.title, lines: marked, sources: sources() };
}
