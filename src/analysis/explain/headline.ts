import { isSame } from '../../evidence/dyad.ts';
import { MINIMUM_ISSUES } from '../../measures/share-interval.ts';
import { relationOf } from '../depth.ts';
import { type Basis, commonSources, fact, idsOf } from './basis.ts';
import type { Fact } from './explanation.ts';

/** The verdict and the counts behind it. */
export function verdictFacts({ score, issues, settings }: Basis): readonly Fact[] {
  const { alignment, divergence, coverage, verdict, counts, percentile, depth, lately } = score;
  const near = issues.filter(
    (issue) => relationOf(issue.depth) === 'aligned' && !isSame(issue.joint),
  ).length;
  const all = { issues: idsOf(issues), sources: commonSources(issues) };
  const { measure } = settings.headline;
  const from1 = (x: number | null) => (x === null ? null : 1 - x);
  const facts = [
    fact(
      'verdict',
      {
        ...verdict,
        value: from1(divergence.value),
        low: from1(divergence.high),
        high: from1(divergence.low),
        level: divergence.level,
        n: divergence.n,
        needed: MINIMUM_ISSUES,
        range: [0, 1],
        reason: divergence.reason ?? null,
      },
      all,
    ),
    fact(
      'counts',
      {
        n: coverage.joint,
        same: counts.same,
        near,
        apart: depth.apart,
        opposed: counts.opposed,
        unsided: counts.partial - depth.apart - near,
      },
      all,
    ),
  ];
  if (measure.id !== 'agreement') {
    const { value, low, high, reason = null } = alignment;
    facts.push(fact('headline', { name: measure.name, value, low, high, reason }, all));
  }
  if (percentile.value !== null && verdict.band !== 'thin-evidence')
    facts.push(
      fact(
        'percentile',
        { value: percentile.value, dyads: percentile.dyads, typical: percentile.typical },
        all,
      ),
    );
  if (lately) {
    const recent = issues.filter(({ joint }) => joint.selected.issue.date.to >= lately.from);
    const name = measure.id === 'agreement' ? null : measure.name;
    facts.push(
      fact(
        'lately',
        { ...lately, name },
        { issues: idsOf(recent), sources: commonSources(recent) },
      ),
    );
  }
  return facts;
}
