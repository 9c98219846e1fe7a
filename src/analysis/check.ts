import { periodOf } from '../evidence/period.ts';
import { compareDyad, type Dyad } from '../evidence/dyad.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Side } from '../evidence/side.ts';
import type { Assertion } from '../policy/load.ts';
import { estimate } from './coefficients.ts';
import type { ScoreSettings } from '../question/score-settings.ts';
import { leaveOneOut } from './sensitivity.ts';
import type { Estimate } from '../results/parts.ts';
import type { Baseline, RecordedAssertion } from '../policy/baseline.ts';
import type { OpenedQuestion } from '../question/look-up.ts';
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
import { judgeBreaks, judgeDrift, trendsOf } from './check-periods.ts';

/** An assertion with the evidence it is judged by. */
export interface Claim {
  readonly assertion: Assertion;
  readonly evidence: Evidence;
  /** As many as the assertion has, in its order. */
  readonly sides: readonly Side[];
  readonly settings: Omit<ScoreSettings, 'beside' | 'goldstein'>;
  /** Of a drift, the same question of the earlier period; the evidence is of the later one. */
  readonly earlier?: Pick<OpenedQuestion, 'evidence' | 'sides' | 'settings'>;
  /** Of breaks, the whole question, which is put to every year. */
  readonly yearly?: OpenedQuestion;
}

/** Sums of decimal weights are a hair off; a score that is 0.8 on paper shall pass `atLeast: 0.8`. */
const tolerance = 1e-9;

/** Distance to the nearest limit, negative outside; the hair of binary fractions counts as inside. */
function margin(value: number, { atLeast = -Infinity, atMost = Infinity }: Limits): number {
  const room = Math.min(value - atLeast, atMost - value);
  return room < 0 && room >= -tolerance ? 0 : room;
}

/** The name of a dyad in a baseline, whichever side is named first. */
export function dyadKey(a: string, b: string): string {
  return a < b ? `${a}-${b}` : `${b}-${a}`;
}

function canonical(question: RecordedAssertion['question']): string {
  const given = Object.entries(question).filter(([, value]) => value !== undefined);
  return JSON.stringify(given.sort(([x], [y]) => (x < y ? -1 : 1)));
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

function scoreOf({ evidence, settings }: Claim, dyad: Dyad): Estimate {
  const [result] = estimate(evidence, dyad.joint, [settings.headline], settings);
  if (!result) throw new Error('an estimate is missing');
  if (result.n > 0) return result;
  const isAll = evidence.issues.length === 0 && evidence.memberships.issues.length > 0;
  const reason = isAll ? 'memberships only, which are in no score' : 'no joint issue';
  return { ...result, reason };
}

function judgeDyad(
  claim: Claim,
  dyad: Dyad,
  recorded: RecordedAssertion | undefined,
  trends: readonly TrendResult[],
): Judged {
  const { quantity, measure, question, drift, breaks } = claim.assertion;
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
  const baseline = recorded?.dyads[dyadKey(dyad.a.code, dyad.b.code)];
  if (!recorded || !baseline) return none('no baseline is recorded for it');
  if (recorded.measure !== measure || canonical(recorded.question) !== canonical(question))
    return none('the baseline was recorded for another measure or selection');
  return { dyad, score, actual: Math.abs(score - baseline.value), baseline };
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

function everyDyad({ evidence, sides, settings, assertion }: Claim): readonly Dyad[] {
  const ordered = assertion.bloc
    ? sides.toSorted((x, y) => (x.code < y.code ? -1 : 1))
    : [...sides];
  return ordered.flatMap((a, i) =>
    ordered.slice(i + 1).map((b) => compareDyad(evidence, a, b, settings)),
  );
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
    lookAt: status === 'failed' ? issueToLookAt(claim, deciding) : null,
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

/** What there is to record of the claims on change: the scores of every dyad that has one. */
export function recordBaseline(claims: readonly Claim[]): Baseline {
  return Object.fromEntries(
    claims
      .filter(({ assertion }) => assertion.quantity === 'change')
      .map((claim) => {
        const { id, measure, question } = claim.assertion;
        const dyads = everyDyad(claim).flatMap((dyad) => {
          const { value } = scoreOf(claim, dyad);
          const entry = { value, n: dyad.joint.length };
          return value === null ? [] : [[dyadKey(dyad.a.code, dyad.b.code), entry] as const];
        });
        return [id, { measure, question, dyads: Object.fromEntries(dyads) }];
      }),
  ) as Baseline;
}
