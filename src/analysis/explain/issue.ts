import { compareDyad } from '../../evidence/dyad.ts';
import { ABSENT, type Evidence, MISSING, type SelectedIssue } from '../../evidence/evidence.ts';
import { positionLabel } from '../../evidence/label.ts';
import type { Party } from '../../evidence/party.ts';
import { spaceEvenly } from '../../measures/contingency.ts';
import { depthOf, recordedCoordination } from '../depth.ts';
import { scoreDyad, type ScoreSettings } from '../score.ts';
import { withoutEach } from '../sensitivity.ts';
import { describeSources } from './explain.ts';
import type { ExplainedPosition, IssueExplanation } from './explanation.ts';
import { stanceSources, unique } from './mentions.ts';

function labelIn(evidence: Evidence, { scale }: SelectedIssue, category: number | null): string {
  return category === null || category === ABSENT
    ? 'absent'
    : (evidence.scales[scale]?.labels[category] ?? '');
}

/** How many members of a bloc took each position; those without one are not counted. */
function countMembers(evidence: Evidence, party: Party, selected: SelectedIssue) {
  const counts = new Map<string, number>();
  for (const country of party.members) {
    const stance = evidence.stance(country, selected);
    if (!stance) continue;
    const label = labelIn(evidence, selected, stance.category);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts]
    .sort(([x, m], [y, n]) => n - m || (x < y ? -1 : 1))
    .map(([label, n]) => ({ label, n }));
}

function explainPosition(
  evidence: Evidence,
  party: Party,
  selected: SelectedIssue,
): ExplainedPosition {
  const category = party.categories[selected.index] ?? MISSING;
  const values = spaceEvenly(evidence.scales[selected.scale]?.labels.length ?? 0);
  const value = category < 0 ? null : (party.means?.[selected.index] ?? values[category] ?? null);
  const bloc = party.members.length > 0;
  const stance = bloc ? undefined : evidence.stance(party.code, selected);
  const { code, name, members } = party;
  return {
    party: bloc ? { code, name, members } : { code, name },
    label: positionLabel(evidence, selected.scale, category, value),
    value,
    salience: stance?.salience ?? null,
    confidence: stance?.confidence ?? null,
    from: stance?.from ?? null,
    note: stance?.note ?? null,
    members: countMembers(evidence, party, selected),
    sources: unique(stanceSources(evidence, party, selected)),
  };
}

function whyNot(evidence: Evidence, selected: SelectedIssue, parties: readonly Party[]): string {
  const reasons = parties.flatMap(({ name, members, categories }) => {
    const category = categories[selected.index] ?? MISSING;
    if (category === ABSENT) return [`${name} was absent from the vote`];
    if (category === MISSING)
      return [`${name} has no ${members.length > 0 ? 'common position' : 'position'}`];
    return [`${name} has one: ${labelIn(evidence, selected, category).replaceAll('-', ' ')}`];
  });
  return `“${selected.issue.title}” cannot be compared: ${reasons.join('; ')}`;
}

/**
 * Why one issue counts as it does: both positions with their notes, whether the two acted together,
 * and what the issue contributes to the score of the whole selection.
 *
 * @returns the reason instead, where a side has no position on it
 */
export function explainIssue(
  evidence: Evidence,
  id: string,
  a: Party,
  b: Party,
  settings: ScoreSettings,
):
  | { readonly explanation: IssueExplanation; readonly reason?: never }
  | { readonly explanation?: never; readonly reason: string } {
  const dyad = compareDyad(evidence, a, b, settings);
  const selected = evidence.issues.find(({ issue }) => issue.id === id);
  if (!selected) throw new Error(`the evidence has no issue ${id}`);
  const joint = dyad.joint.find((each) => each.selected === selected);
  if (!joint) return { reason: whyNot(evidence, selected, [a, b]) };

  const score = scoreDyad(evidence, a, b, settings);
  const { issue } = selected;
  const { headline, weighting } = settings;
  const total = dyad.joint.reduce((sum, { weight }) => sum + weight, 0);
  const recorded = recordedCoordination(joint, dyad);
  const positions = [
    explainPosition(evidence, a, selected),
    explainPosition(evidence, b, selected),
  ] as const;
  const { body, resolution, outcome = null } = issue.vote ?? {};
  const explanation: IssueExplanation = {
    countries: [positions[0].party, positions[1].party],
    issue: {
      id,
      title: issue.title,
      question: issue.question ?? null,
      note: issue.note ?? null,
      date: issue.dateLabel,
      catalog: selected.catalog,
      topics: issue.topics.map((topic) => evidence.topics[topic] ?? topic),
      scale: { id: issue.scale, labels: evidence.scales[selected.scale]?.labels ?? [] },
      ballot: body === undefined || resolution === undefined ? null : { body, resolution, outcome },
      sources: issue.sources,
    },
    positions,
    depth: depthOf(joint, dyad, evidence),
    coordination: recorded
      ? { depth: recorded.depth, note: recorded.note ?? null, sources: recorded.sources }
      : null,
    distance: joint.distance,
    weight: joint.weight,
    share: joint.weight / total,
    contribution: score.issues.find((each) => each.id === id)?.contribution ?? null,
    measure: headline.measure.id,
    value: score.alignment.value,
    without:
      withoutEach(evidence, dyad.joint, headline, weighting)[dyad.joint.indexOf(joint)] ?? null,
    joint: dyad.joint.length,
    score,
    sources: describeSources(evidence, [
      ...positions.flatMap(({ sources }) => sources),
      ...(recorded?.sources ?? []),
      ...issue.sources,
    ]),
  };
  return { explanation };
}
