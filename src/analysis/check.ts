import { periodOf } from '../evidence/period.ts';
import type { Dyad } from '../evidence/dyad.ts';
import type { Side } from '../evidence/side.ts';
import type { Assertion } from '../policy/load.ts';
import { leaveOneOut } from './sensitivity.ts';
import type { Baseline, RecordedAssertion } from '../policy/baseline.ts';
import type {
  AssertionResult,
  CheckedBreaks,
  CheckedDrift,
  CheckResult,
  DyadCheck,
  Limits,
  Name,
} from '../results/check.ts';
import type { TrendResult } from '../results/trend.ts';
import { changedSince, recordedOf } from './check-baseline.ts';
import { judgeBreaks, judgeDrift, trendsOf } from './check-periods.ts';
import { type Claim, everyDyad, scoreOf } from './claims.ts';

/** Sums of decimal weights are a hair off; a score that is 0.8 on paper shall pass `atLeast: 0.8`. */
const tolerance = 1e-9;

/** Distance to the nearest limit, negative outside; the hair of binary fractions counts as inside. */
function margin(value: number, { atLeast = -Infinity, atMost = Infinity }: Limits): number {
  const room = Math.min(value - atLeast, atMost - value);
  return room < 0 && room >= -tolerance ? 0 : room;
}

interface Judged {
  readonly dyad: Dyad;
  readonly score: number | null;
  readonly actual: number | null;
  readonly reason?: string;
  readonly baseline: { readonly value: number; readonly n: number } | null;
  readonly drift?: CheckedDrift;
  readonly breaks?: CheckedBreaks;
}

function judgeDyad(
  claim: Claim,
  dyad: Dyad,
  recorded: RecordedAssertion | undefined,
  trends: readonly TrendResult[],
): Judged {
  const { quantity, drift, breaks } = claim.assertion;
  const { value: score, reason } = scoreOf(claim, dyad);
  if (drift && claim.earlier)
    return { dyad, score, baseline: null, ...judgeDrift(drift.of, claim.earlier, claim, dyad) };
  if (breaks) return { dyad, score, baseline: null, ...judgeBreaks(breaks, trends, dyad) };
  const none = (why: string): Judged => ({
    dyad,
    score,
    actual: null,
    reason: why,
    baseline: null,
  });
  if (quantity === 'coverage') return { dyad, score, actual: dyad.joint.length, baseline: null };
  if (score === null) return none(reason ?? 'undefined');
  if (quantity === 'score') return { dyad, score, actual: score, baseline: null };
  const baseline = recordedOf(claim.assertion, recorded, dyad);
  if (typeof baseline === 'string') return none(baseline);
  const { value, n } = baseline;
  return { dyad, score, actual: Math.abs(score - value), baseline: { value, n } };
}

function nameOf({ code, name, actor }: Side): Name {
  return { code, name, ...(actor ? { actor } : {}) };
}

/** The issue whose leaving brings the score nearest to what is asserted. */
function issueToLookAt(claim: Claim, judged: Judged): AssertionResult['lookAt'] {
  const { quantity, limits } = claim.assertion;
  const { dyad, score, baseline } = judged;
  if ((quantity !== 'score' && quantity !== 'change') || score === null) return null;
  const tooLow = baseline
    ? score < baseline.value
    : limits.atLeast !== undefined && score < limits.atLeast;
  const { min, max } = leaveOneOut(
    claim.evidence,
    dyad,
    claim.settings.headline,
    claim.settings.weighting,
  );
  const best = tooLow ? max : min;
  if (!best || (tooLow ? best.value <= score : best.value >= score)) return null;
  const issue = dyad.joint.find(({ selected }) => selected.issue.id === best.issue);
  return { issue: best.issue, title: issue?.selected.issue.title ?? '', without: best.value };
}

/** What changed since the baseline; `null` where none is recorded for this assertion. */
function sinceRecorded(
  claim: Claim,
  { dyad, score }: Judged,
  assertion: RecordedAssertion | undefined,
): AssertionResult['since'] {
  const recorded = recordedOf(claim.assertion, assertion, dyad);
  if (score === null || typeof recorded === 'string') return null;
  const { quantity } = claim.assertion;
  return quantity === 'change' || quantity === 'score'
    ? changedSince(claim, dyad, score, recorded)
    : null;
}

function statusOf(
  judged: readonly Judged[],
  { limits, allowMissing }: Assertion,
): AssertionResult['status'] {
  const known = judged.flatMap(({ actual }) => actual ?? []);
  if (known.some((actual) => margin(actual, limits) < 0)) return 'failed';
  if (known.length < judged.length && !allowMissing) return 'missing';
  return known.length > 0 ? 'passed' : 'skipped';
}

function describeDyad({ dyad, actual, reason }: Judged, limits: Limits): DyadCheck {
  return {
    countries: [nameOf(dyad.a), nameOf(dyad.b)],
    actual,
    ...(reason === undefined ? {} : { reason }),
    passed: actual === null ? null : margin(actual, limits) >= 0,
    n: dyad.joint.length,
  };
}

async function checkClaim(claim: Claim, baseline: Baseline): Promise<AssertionResult> {
  const { assertion, sides } = claim;
  const { limits } = assertion;
  const recorded = Object.hasOwn(baseline, assertion.id) ? baseline[assertion.id] : undefined;
  const trends = claim.yearly ? await trendsOf(claim.yearly) : [];
  const judged = everyDyad(claim).map((dyad) => judgeDyad(claim, dyad, recorded, trends));
  const status = statusOf(judged, assertion);
  const room = ({ actual }: Judged) => (actual === null ? Infinity : margin(actual, limits));
  const nearest = judged.reduce<Judged | undefined>(
    (best, next) => (best === undefined || room(next) < room(best) ? next : best),
    undefined,
  );
  // Where evidence is missing, the dyad without it decides.
  const deciding = status === 'missing' ? judged.find(({ actual }) => actual === null) : nearest;
  if (!deciding) throw new Error(`${assertion.id} has no dyad`);
  const { dyad, score, actual } = deciding;
  const interval = scoreOf(claim, dyad);
  const reason = deciding.reason ?? interval.reason;
  const since = status === 'failed' ? sinceRecorded(claim, deciding, recorded) : null;
  const isTraced = since !== null && since.causes.length > 0;
  return {
    id: assertion.id,
    passed: status === 'passed' || status === 'skipped',
    status,
    quantity: assertion.quantity,
    measure: assertion.measure,
    question: assertion.question,
    bloc: assertion.bloc ? { code: assertion.bloc.code, name: assertion.bloc.name } : null,
    countries: sides.map(nameOf),
    decidedBy: [nameOf(dyad.a), nameOf(dyad.b)],
    actual,
    ...(reason === undefined ? {} : { reason }),
    expected: limits,
    off: actual === null ? null : Math.max(0, -margin(actual, limits)),
    score,
    low: interval.low,
    high: interval.high,
    level: interval.level,
    n: dyad.joint.length,
    clusters: interval.clusters,
    period: periodOf(claim.evidence, dyad.joint),
    coverage: dyad.coverage,
    baseline: deciding.baseline,
    drift: deciding.drift ?? null,
    breaks: deciding.breaks ?? null,
    since,
    lookAt: status === 'failed' && !isTraced ? issueToLookAt(claim, deciding) : null,
    dyads: judged.length < 2 ? [] : judged.map((each) => describeDyad(each, limits)),
    note: assertion.message ?? null,
    line: assertion.place.line,
    column: assertion.place.column,
  };
}

/**
 * Judges every claim by its evidence. An assertion over several dyads holds if it holds for each of
 * them; it fails if one fails, whatever is missing; it lacks evidence if one dyad lacks it, unless
 * the assertion allows that. Limits are inclusive.
 */
export async function checkClaims(
  claims: readonly Claim[],
  baseline: Baseline,
  policy: CheckResult['policy'],
): Promise<CheckResult> {
  const assertions: AssertionResult[] = [];
  for (const claim of claims) assertions.push(await checkClaim(claim, baseline));
  const having = (status: AssertionResult['status']) =>
    assertions.filter((assertion) => assertion.status === status).length;
  return {
    schema: 'align/check@1',
    policy,
    assertions,
    passed: having('passed') + having('skipped'),
    failed: having('failed') + having('missing'),
    missing: having('missing'),
    skipped: having('skipped'),
  };
}
