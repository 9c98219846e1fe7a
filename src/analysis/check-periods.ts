import { compareDyad, type Dyad } from '../evidence/dyad.ts';
import type { Side } from '../evidence/side.ts';
import { MINIMUM_ISSUES } from '../measures/share-interval.ts';
import type { Assertion } from '../policy/load.ts';
import type { OpenedQuestion } from '../question/look-up.ts';
import type { ScoreSettings } from '../question/score-settings.ts';
import type { CheckedBreaks, CheckedDrift } from '../results/check.ts';
import type { TrendResult } from '../results/trend.ts';
import { whyNoBreaks } from './breaks.ts';
import { estimate } from './coefficients.ts';
import { compareSameTexts } from './same-texts.ts';
import { trendOf } from './trend.ts';

/** What is asserted of a dyad, or why it cannot be told. */
interface Found {
  readonly actual: number | null;
  readonly reason?: string;
}

interface Part extends Pick<OpenedQuestion, 'evidence'> {
  readonly settings: Omit<ScoreSettings, 'beside' | 'goldstein'>;
}

function periodOf({ evidence, settings }: Part, { joint }: Dyad): CheckedDrift['before'] {
  const [result] = estimate(evidence, joint, [settings.headline], settings);
  const { from = '', to = '' } = evidence.asked;
  return { from, to, n: joint.length, value: joint.length > 0 ? (result?.value ?? null) : null };
}

/**
 * How a dyad changed from an earlier period to the one of the evidence: its agreement on the same texts, or its
 * score.
 */
export function judgeDrift(
  of: CheckedDrift['of'],
  earlier: Part & Pick<OpenedQuestion, 'sides'>,
  later: Part,
  dyad: Dyad,
): Found & { readonly drift: CheckedDrift } {
  const sideOf = ({ code }: Side) => earlier.sides.find((side) => side.code === code)!;
  const was = compareDyad(earlier.evidence, sideOf(dyad.a), sideOf(dyad.b), earlier.settings);
  const [before, after] = [periodOf(earlier, was), periodOf(later, dyad)];
  const sameTexts = compareSameTexts(was.joint, dyad.joint);
  const drift = { of, before, after, sameTexts };
  if (of === 'same-texts') {
    const { difference: actual, reason } = sameTexts;
    return { actual, ...(reason === undefined ? {} : { reason }), drift };
  }
  if (before.value !== null && after.value !== null)
    return { actual: after.value - before.value, drift };
  const [period, { n }] = before.value === null ? ['earlier', before] : ['later', after];
  const reason = n === 0 ? `no joint issue in the ${period} period` : 'undefined';
  return { actual: null, reason, drift };
}

/** The trend of every dyad of some sides, by year. */
export async function trendsOf(opened: OpenedQuestion): Promise<readonly TrendResult[]> {
  const { question, named, sides } = opened;
  const trends = [];
  for (let i = 0; i < sides.length - 1; i++) {
    const rest = { named: named.slice(i), sides: sides.slice(i) };
    const asked = { ...question, sides: question.sides.slice(i) };
    trends.push(await trendOf({ ...opened, ...rest, question: asked }, { by: 'year', window: 1 }));
  }
  return trends;
}

/** How many breaks of a kind a dyad has since a year, and which. */
export function judgeBreaks(
  { kind, since = 0 }: NonNullable<Assertion['breaks']>,
  trends: readonly TrendResult[],
  { a, b }: Dyad,
): Found & { readonly breaks: CheckedBreaks } {
  const asked = { kind, since: since === 0 ? null : since };
  const isOwn = (each: { readonly a: string; readonly b: string | null }) =>
    (each.a === a.code && each.b === b.code) || (each.a === b.code && each.b === a.code);
  const years = trends.flatMap(({ points }) =>
    points.filter((point) => isOwn(point) && point.n >= MINIMUM_ISSUES),
  );
  const reason = whyNoBreaks(years.length, 'joint issues');
  if (reason !== undefined) return { actual: null, reason, breaks: { ...asked, found: [] } };
  const found = trends
    .flatMap((trend) => trend.breaks)
    .filter((each) => isOwn(each) && each.kind === kind && Number(each.period) >= since)
    .map(({ period, kind: own, before, after }) => ({ period, kind: own, before, after }));
  return { actual: found.length, breaks: { ...asked, found } };
}
