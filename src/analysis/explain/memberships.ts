import { type Basis, fact } from './basis.ts';
import type { Fact } from './explanation.ts';
import { stanceSources, unique } from './mentions.ts';

/** What the two belong to, both or one alone: facts beside the score. */
export function membershipFacts({ evidence, dyad, score }: Basis): readonly Fact[] {
  const { associated, ...full } = score.memberships;
  const ids = unique(
    [full, associated].flatMap(({ both, a, b }) => [...both, ...a, ...b]).map(({ id }) => id),
  );
  if (ids.length === 0) return [];
  const sources = Object.fromEntries(
    evidence.memberships.issues
      .filter(({ issue }) => ids.includes(issue.id))
      .map((selected) => [
        selected.issue.id,
        unique(
          [dyad.a, dyad.b]
            .flatMap((side) => stanceSources(evidence.memberships, side, selected))
            .sort(),
        ),
      ]),
  );
  return [
    fact(
      'memberships',
      { held: score.memberships, sources },
      { issues: ids, sources: Object.values(sources).flat() },
    ),
  ];
}
