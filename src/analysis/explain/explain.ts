import { compareDyad } from '../../evidence/dyad.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { Side } from '../../evidence/side.ts';
import { groupByEach } from '../../group-by.ts';
import type { ScoreSettings } from '../../question/score-settings.ts';
import { assessDepths } from '../depth.ts';
import { scoreCompared } from '../score.ts';
import type { Basis } from './basis.ts';
import { interactionFacts, sideBySideFacts } from './interactions.ts';
import { doubtFacts } from './doubt.ts';
import type { Explanation, ExplanationSection, Fact, FactKind } from './explanation.ts';
import { verdictFacts } from './headline.ts';
import { membershipFacts } from './memberships.ts';
import { findTellingIssues, unique } from './mentions.ts';
import { apartFacts, depthFacts, stakeFacts, togetherFacts } from './positions.ts';
import type { Source } from '../../results/parts.ts';

/** The sources by id; one that no catalog describes is left out. */
export function describeSources(
  evidence: Evidence,
  ids: readonly string[],
): Readonly<Record<string, Source>> {
  return Object.fromEntries(
    unique(ids).flatMap((id) => {
      const source = evidence.sources.get(id);
      return source ? [[id, source]] : [];
    }),
  );
}

/** What an explanation in short says, of all that it has to say, in this order. */
const summarized: readonly FactKind[] = [
  'depth',
  'apart-counts',
  'stakes',
  'interactions',
  'machine-coded',
  'no-interactions',
  'chance',
];

/** The verdict and the main fact of each section first; what is told there is not told again. */
function leadWithSummary(
  verdict: readonly Fact[],
  details: readonly ExplanationSection[],
): readonly ExplanationSection[] {
  const all = details.flatMap(({ facts }) => facts);
  const main = summarized.flatMap((kind) => all.filter((each) => each.kind === kind));
  return [
    { id: 'summary', facts: [...verdict, ...main] },
    ...details.map(({ id, facts }) => ({
      id,
      facts: facts.filter((each) => !main.includes(each)),
    })),
  ];
}

/**
 * Why two sides score as they do: what brings them together, whether they act together, where they
 * part, whose stake it was, what they did to each other, and how sure all of that is. Every fact names
 * the issues, interactions and sources it rests on. Swapping the sides swaps the sides of every fact
 * and changes no number.
 *
 * With fewer than 5 joint issues no fact passes a verdict; without any, the caller decides what to say.
 *
 * @param selection what the evidence was selected by, to tell what was passed over
 */
export function explainDyad(
  evidence: Evidence,
  a: Side,
  b: Side,
  settings: ScoreSettings,
  selection: Basis['selection'],
): Explanation {
  const dyad = compareDyad(evidence, a, b, settings);
  const assessed = assessDepths(evidence, dyad);
  const score = scoreCompared(evidence, dyad, assessed, settings);
  const issues = findTellingIssues(evidence, dyad, assessed);
  const byTopic = groupByEach(issues, ({ joint }) => joint.selected.issue.topics);
  const basis: Basis = { evidence, dyad, score, settings, selection, issues, byTopic };
  const details: readonly ExplanationSection[] = [
    { id: 'together', facts: togetherFacts(basis) },
    { id: 'depth', facts: [...depthFacts(basis), ...sideBySideFacts(basis)] },
    { id: 'apart', facts: apartFacts(basis) },
    { id: 'stakes', facts: stakeFacts(basis) },
    { id: 'memberships', facts: membershipFacts(basis) },
    { id: 'interactions', facts: interactionFacts(basis) },
    { id: 'doubt', facts: doubtFacts(basis) },
  ];
  const sections = leadWithSummary(verdictFacts(basis), details);
  return {
    score,
    sections: sections.filter(({ facts }) => facts.length > 0),
    sources: describeSources(
      evidence,
      sections.flatMap(({ facts }) => facts.flatMap(({ sources }) => sources)),
    ),
  };
}
