import { compareDyad, type Dyad } from '../evidence/dyad.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { periodOf } from '../evidence/period.ts';
import { MINIMUM_ISSUES } from '../measures/share-interval.ts';
import type { ScoreSettings } from '../question/score-settings.ts';
import type { ScoreResult } from '../results/score.ts';
import { estimate } from './coefficients.ts';
import { compareSameTexts } from './same-texts.ts';

/** Years that count as lately, the one of the last joint evidence included. */
const years = 5;

/** First day of the last five years of evidence that ends on a day: 1 January four years before. */
export function latelySince(lastDay: string): string {
  return `${Number(lastDay.slice(0, 4)) - years + 1}-01-01`;
}

/**
 * The headline on the last five years of the joint evidence: the score of the same question with `--from`
 * 1 January four years before the year of its last day. Beside it the change on the texts that were voted
 * on before as well.
 *
 * `null`, with the reason beside it, where the whole is no longer than that, or where either these years or
 * those before have fewer than 5 joint issues.
 */
export function scoreLately(
  evidence: Evidence,
  { a, b, joint }: Dyad,
  settings: ScoreSettings,
): Pick<ScoreResult, 'lately' | 'latelyReason'> {
  const none = (latelyReason: string) => ({ lately: null, latelyReason });
  const period = periodOf(evidence, joint);
  if (period === null) return none('there are no joint issues');
  const since = latelySince(period.to);
  if (period.from >= since) return none(`all of the evidence is of the last ${years} years`);
  const recent = evidence.issues.filter(({ issue }) => issue.date.to >= since);
  const after = compareDyad(evidence, a, b, settings, recent).joint;
  const before = joint.filter(({ selected }) => selected.issue.date.to < since);
  if (Math.min(before.length, after.length) < MINIMUM_ISSUES)
    return none(`fewer than ${MINIMUM_ISSUES} joint issues since ${since}, or before`);
  const [result] = estimate(evidence, after, [settings.headline], settings);
  if (!result) throw new Error('an estimate is missing');
  const asked = { ...evidence, asked: { ...evidence.asked, from: since } };
  const { from, to } = periodOf(asked, after) ?? period;
  return { lately: { from, to, ...result, sameTexts: compareSameTexts(before, after) } };
}
