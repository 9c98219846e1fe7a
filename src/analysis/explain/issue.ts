import { compareDyad, type Dyad } from '../../evidence/dyad.ts';
import { ABSENT, type Evidence, MISSING, type SelectedIssue } from '../../evidence/evidence.ts';
import { positionLabel } from '../../evidence/label.ts';
import { type Side, sideLabel } from '../../evidence/side.ts';
import { spaceEvenly } from '../../measures/contingency.ts';
import { assessDepths, type IssueDepth, WITHOUT_DEPTH } from '../depth.ts';
import { describeCodings } from '../inventory/coded.ts';
import { describeBallot } from '../inventory/issue-detail.ts';
import { memberSide } from '../memberships.ts';
import type { ScoreSettings } from '../../question/score-settings.ts';
import { scoreCompared } from '../score.ts';
import { withoutEach } from '../sensitivity.ts';
import { describeSources } from './explain.ts';
import type { IssueExplanation } from './explanation.ts';
import { countWords, stanceSources, unique } from './mentions.ts';
import type { ScoreResult } from '../../results/score.ts';
import type { ExplainedPosition } from '../../results/explanation.ts';

function labelIn(evidence: Evidence, { scale }: SelectedIssue, category: number | null): string {
  return category === null || category === ABSENT
    ? 'absent'
    : (evidence.scales[scale]?.labels[category] ?? '');
}

/** How many members of a bloc took each position; those without one are not counted. */
function countMembers(evidence: Evidence, side: Side, selected: SelectedIssue) {
  const labels = side.members.flatMap((country) => {
    const stance = evidence.stance(country, selected);
    return stance ? [labelIn(evidence, selected, stance.category)] : [];
  });
  return countWords(labels).map(([label, n]) => ({ label, n }));
}

function explainPosition(
  evidence: Evidence,
  side: Side,
  selected: SelectedIssue,
): ExplainedPosition {
  const category = side.categories[selected.index] ?? MISSING;
  const values = spaceEvenly(evidence.scales[selected.scale]?.labels.length ?? 0);
  const value = category < 0 ? null : (side.means?.[selected.index] ?? values[category] ?? null);
  const bloc = side.members.length > 0;
  const stance = bloc ? undefined : evidence.stance(side.code, selected);
  const { codings } = stance ?? {};
  const scale = evidence.scales[selected.scale];
  const catalog = evidence.catalogs.find(({ id }) => id === selected.catalog);
  return {
    side: sideLabel(side),
    label: positionLabel(evidence, selected.scale, category, value),
    value,
    salience: stance?.salience ?? null,
    confidence: stance?.confidence ?? null,
    from: stance?.from ?? null,
    note: stance?.note ?? null,
    members: countMembers(evidence, side, selected),
    ...(codings && scale ? { codings: describeCodings(codings, scale, catalog?.coders) } : {}),
    sources: unique(stanceSources(evidence, side, selected)),
  };
}

function whyNot(evidence: Evidence, selected: SelectedIssue, sides: readonly Side[]): string {
  const reasons = sides.flatMap(({ code, name, members, categories }) => {
    const category = categories[selected.index] ?? MISSING;
    if (category === ABSENT) return [`${name} was absent from the vote`];
    const coded = selected.issue.undecided?.some(({ country }) => country === code) === true;
    if (category === MISSING && coded)
      return [`coders part on the position of ${name}, and nothing decides`];
    if (category === MISSING)
      return [`${name} has no ${members.length > 0 ? 'common position' : 'position'}`];
    return [`${name} has one: ${labelIn(evidence, selected, category).replaceAll('-', ' ')}`];
  });
  return `“${selected.issue.title}” cannot be compared: ${reasons.join('; ')}`;
}

function describe(
  evidence: Evidence,
  { issue, catalog, scale }: SelectedIssue,
  nameOf: (code: string) => string,
) {
  return {
    id: issue.id,
    title: issue.title,
    question: issue.question ?? null,
    note: issue.note ?? null,
    date: issue.dateLabel,
    catalog,
    topics: issue.topics.map((topic) => evidence.topics[topic] ?? topic),
    scale: { id: issue.scale, labels: evidence.scales[scale]?.labels ?? [] },
    ballot: describeBallot(issue, nameOf) ?? null,
    sources: issue.sources,
  };
}

/** What an issue counts for: nothing, where it is a membership. */
type Share = Pick<
  IssueExplanation,
  'depth' | 'coordination' | 'distance' | 'weight' | 'share' | 'contribution' | 'without' | 'reason'
>;

const inNoScore: Share = {
  depth: null,
  coordination: null,
  distance: null,
  weight: null,
  share: null,
  contribution: null,
  without: null,
  reason: 'a membership is a fact and in no score',
};

function shareOf(
  { joint: all }: Dyad,
  { issue: joint, depth, recorded }: IssueDepth,
  { issues }: ScoreResult,
  without: number | null,
): Share {
  const total = all.reduce((sum, { weight }) => sum + weight, 0);
  const own = issues.find(({ id }) => id === joint.selected.issue.id);
  return {
    depth,
    ...(depth === null ? { reason: WITHOUT_DEPTH } : {}),
    coordination: recorded
      ? { depth: recorded.depth, note: recorded.note ?? null, sources: recorded.sources }
      : null,
    distance: joint.distance,
    weight: joint.weight,
    share: joint.weight / total,
    contribution: own?.contribution ?? null,
    without,
  };
}

/**
 * Why one issue counts as it does: both positions with their notes, whether the two acted together,
 * and what the issue contributes to the score of the whole selection. A membership counts for nothing.
 *
 * @returns the reason instead, where a side has no position on it
 */
export function explainIssue(
  evidence: Evidence,
  id: string,
  a: Side,
  b: Side,
  settings: ScoreSettings,
  nameOf: (code: string) => string = (code) => code,
):
  | { readonly explanation: IssueExplanation; readonly reason?: never }
  | { readonly explanation?: never; readonly reason: string } {
  const isAsked = ({ issue }: SelectedIssue) => issue.id === id;
  const membership = evidence.memberships.issues.find(isAsked);
  const selected = membership ?? evidence.issues.find(isAsked);
  if (!selected) throw new Error(`the evidence has no issue ${id}`);
  const held = membership ? { ...evidence, ...evidence.memberships } : evidence;
  const [first, second] = membership ? [a, b].map((one) => memberSide(evidence, one)) : [a, b];
  if (!first || !second) throw new Error('two sides expected');

  const dyad = compareDyad(evidence, a, b, settings);
  const assessed = assessDepths(evidence, dyad);
  const place = assessed.findIndex(({ issue }) => issue.selected === selected);
  const isKnown = membership
    ? [first, second].every(({ categories }) => (categories[selected.index] ?? MISSING) >= 0)
    : place >= 0;
  if (!isKnown) return { reason: whyNot(held, selected, [first, second]) };

  const score = scoreCompared(evidence, dyad, assessed, settings);
  const { headline, weighting } = settings;
  const without = () => withoutEach(evidence, dyad.joint, headline, weighting)[place];
  const share = membership ? inNoScore : shareOf(dyad, assessed[place]!, score, without() ?? null);
  const positions = [
    explainPosition(held, first, selected),
    explainPosition(held, second, selected),
  ] as const;
  const explanation: IssueExplanation = {
    countries: [positions[0].side, positions[1].side],
    issue: describe(evidence, selected, nameOf),
    positions,
    ...share,
    measure: headline.measure.id,
    value: score.alignment.value,
    joint: dyad.joint.length,
    score,
    sources: describeSources(evidence, [
      ...positions.flatMap(({ sources }) => sources),
      ...(share.coordination?.sources ?? []),
      ...selected.issue.sources,
    ]),
  };
  return { explanation };
}
