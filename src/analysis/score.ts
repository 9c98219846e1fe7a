import { compareDyad, type Dyad, isSame } from '../evidence/dyad.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { type Side, sideLabel } from '../evidence/side.ts';
import { periodOf } from '../evidence/period.ts';
import { agreement } from '../measures/agreement.ts';
import type { MeasureChoice } from '../measures/measure.ts';
import { scoreCatalogs, scoreTopics } from './breakdown.ts';
import { cohesionOf } from './cohesion-of-bloc.ts';
import type { ScoreSettings } from '../question/score-settings.ts';
import { estimate } from './coefficients.ts';
import { findSums } from './event-sums.ts';
import { findInteractions, summarizeInteractions } from './interactions.ts';
import { assessDepths, type IssueDepth, summarizeDepth } from './depth.ts';
import { describeIssues } from './issue-scores.ts';
import { scoreLately } from './lately.ts';
import { compareMemberships } from './memberships.ts';
import { findPercentile } from './percentile.ts';
import { testSensitivity } from './sensitivity.ts';
import { judge } from './verdict.ts';
import type { Distance } from '../results/vocabulary.ts';
import type { Estimate } from '../results/parts.ts';
import type { ScoreResult } from '../results/score.ts';

/** The distance to print with a measure: `null` where distance plays no part in it. */
function printedDistance({ measure, distance }: MeasureChoice): Distance | null {
  return measure.distances.length > 0 ? distance : null;
}

function complement({ value, low, high, ...rest }: Estimate): Estimate {
  const from1 = (x: number | null) => (x === null ? null : 1 - x);
  return { value: from1(value), low: from1(high), high: from1(low), ...rest };
}

/**
 * How near two sides are on the joint issues of the evidence, how sure that is, whether they acted
 * together, and on what it rests. Swapping the sides mirrors the result and changes no number.
 *
 * Without joint issues every coefficient is `null` with a reason; the caller decides whether that is
 * an answer.
 */
export function scoreDyad(
  evidence: Evidence,
  a: Side,
  b: Side,
  settings: ScoreSettings,
): ScoreResult {
  const dyad = compareDyad(evidence, a, b, settings);
  return scoreCompared(evidence, dyad, assessDepths(evidence, dyad), settings);
}

/** The same of a dyad that is compared already, with the depth of each of its joint issues. */
export function scoreCompared(
  evidence: Evidence,
  dyad: Dyad,
  assessed: readonly IssueDepth[],
  settings: ScoreSettings,
): ScoreResult {
  const { a, b } = dyad;
  const { headline, beside } = settings;
  const byAgreement: MeasureChoice = { measure: agreement, distance: settings.distance };
  const choices = [headline, byAgreement, ...beside];
  const [first, near, ...others] = estimate(evidence, dyad.joint, choices, settings);
  if (!first || !near) throw new Error('an estimate is missing');
  const blocs = [a, b].filter(({ members }) => members.length > 0);
  const depth = summarizeDepth(assessed);
  const { opposed } = depth;
  const same = dyad.joint.filter(isSame).length;
  return {
    schema: 'align/score@1',
    countries: [sideLabel(a), sideLabel(b)],
    period: periodOf(evidence, dyad.joint),
    coverage: { ...dyad.coverage, clusters: first.clusters },
    alignment: {
      measure: headline.measure.id,
      distance: printedDistance(headline),
      ...first,
      decomposes: headline.measure.perIssue !== null,
    },
    divergence: complement(near),
    counts: { same, partial: dyad.joint.length - same - opposed, opposed },
    verdict: judge(near.value, dyad.joint.length),
    percentile: findPercentile(evidence, dyad, settings),
    catalogs: scoreCatalogs(evidence, dyad, settings, first),
    measures: others.map((result, i) => {
      const choice = beside[i] ?? byAgreement;
      return { id: choice.measure.id, distance: printedDistance(choice), ...result };
    }),
    topics: scoreTopics(evidence, dyad, settings),
    depth,
    memberships: compareMemberships(evidence, a, b),
    ...scoreLately(evidence, dyad, settings),
    interactions: summarizeInteractions(
      findInteractions(evidence, a, b, settings.goldstein),
      findSums(evidence, a, b),
    ),
    sensitivity: testSensitivity(evidence, dyad, headline, settings),
    ...(blocs.length > 0 ? { cohesion: blocs.map((bloc) => cohesionOf(evidence, bloc)) } : {}),
    issues: describeIssues(evidence, dyad, headline, assessed),
  };
}
