import type { Source } from '../../catalog/model.ts';
import { compareDyad } from '../../evidence/dyad.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { Party } from '../../evidence/party.ts';
import { scoreDyad, type ScoreSettings } from '../score.ts';
import type { Basis } from './basis.ts';
import { dealingFacts, sideBySideFacts } from './dealings.ts';
import { doubtFacts } from './doubt.ts';
import type { Explanation, ExplanationSection } from './explanation.ts';
import { membershipFacts } from './memberships.ts';
import { findTellingIssues, unique } from './mentions.ts';
import { apartFacts, depthFacts, stakeFacts, togetherFacts, verdictFacts } from './positions.ts';

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

/**
 * Why two parties score as they do: what brings them together, whether they act together, where they
 * part, whose stake it was, what they did to each other, and how sure all of that is. Every fact names
 * the issues, interactions and sources it rests on. Swapping the parties swaps the sides of every fact
 * and changes no number.
 *
 * With fewer than 5 joint issues no fact passes a verdict; without any, the caller decides what to say.
 *
 * @param selection what the evidence was selected by, to tell what was passed over
 */
export function explainDyad(
  evidence: Evidence,
  a: Party,
  b: Party,
  settings: ScoreSettings,
  selection: Basis['selection'],
): Explanation {
  const dyad = compareDyad(evidence, a, b, settings);
  const score = scoreDyad(evidence, a, b, settings);
  const issues = findTellingIssues(evidence, dyad);
  const basis: Basis = { evidence, dyad, score, settings, selection, issues };
  const sections: readonly ExplanationSection[] = [
    { id: 'verdict', facts: verdictFacts(basis) },
    { id: 'together', facts: togetherFacts(basis) },
    { id: 'depth', facts: [...depthFacts(basis), ...sideBySideFacts(basis)] },
    { id: 'apart', facts: apartFacts(basis) },
    { id: 'stakes', facts: stakeFacts(basis) },
    { id: 'memberships', facts: membershipFacts(basis) },
    { id: 'dealings', facts: dealingFacts(basis) },
    { id: 'doubt', facts: doubtFacts(basis) },
  ];
  return {
    score,
    sections: sections.filter(({ facts }) => facts.length > 0),
    sources: describeSources(
      evidence,
      sections.flatMap(({ facts }) => facts.flatMap(({ sources }) => sources)),
    ),
  };
}
