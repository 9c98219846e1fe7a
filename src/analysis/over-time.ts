import { UserError } from '../errors.ts';
import type { OpenedQuestion } from '../question/look-up.ts';
import { openPeriod } from '../question/other-period.ts';
import type { DriftResult } from '../results/drift.ts';
import type { ScoreResult } from '../results/score.ts';
import type { TrendResult } from '../results/trend.ts';
import { driftOf } from './drift.ts';
import { latelySince } from './lately.ts';
import { trendOf } from './trend.ts';

/** A part of a report that not every question allows; without it the reason. */
export type Told<Result> =
  | { readonly result: Result }
  | { readonly result: null; readonly reason: string };

/** How two sides changed within the period of a question. */
export interface OverTime {
  /** Year by year. */
  readonly trend: Told<TrendResult>;
  /** The last five years against those before. */
  readonly drift: Told<DriftResult>;
}

const untold = (reason: string) => ({ result: null, reason });

/** The last five years of the joint evidence against those before, as `align drift` has them. */
async function driftLately(
  opened: OpenedQuestion,
  { period, lately, latelyReason = '' }: Pick<ScoreResult, 'period' | 'lately' | 'latelyReason'>,
): Promise<Told<DriftResult>> {
  if (period === null || lately === null) return untold(latelyReason);
  const { measure } = opened.settings.headline;
  if (!measure.perIssue)
    return untold(`${measure.id} does not decompose into issues, nor into topics`);
  const since = latelySince(period.to);
  const { from, to } = opened.question.selection;
  const periods = {
    before: {
      from: from ?? `${period.from.slice(0, 4)}-01-01`,
      to: `${Number(since.slice(0, 4)) - 1}-12-31`,
    },
    after: { from: since, to: to ?? `${period.to.slice(0, 4)}-12-31` },
  };
  try {
    const result = driftOf(
      await openPeriod(opened, periods.before),
      await openPeriod(opened, periods.after),
    );
    return result ? { result } : untold('one of the periods has no joint issue');
  } catch (error) {
    if (error instanceof UserError) return untold(error.message);
    throw error;
  }
}

/**
 * How two sides changed: their trend by year, with breaks, and what moved between the last five years and
 * those before. Each is left out, with the reason, where the joint issues do not span more than one of its periods.
 *
 * @param score that of the same question
 */
export async function changeOverTime(
  opened: OpenedQuestion,
  score: Pick<ScoreResult, 'period' | 'lately' | 'latelyReason'>,
): Promise<OverTime> {
  const trend = await trendOf(opened, { by: 'year', window: 1 });
  const [first, second] = trend.points;
  return {
    trend:
      first && second
        ? { result: trend }
        : untold(
            first ? `the joint issues are all of ${first.period}` : 'there are no joint issues',
          ),
    drift: await driftLately(opened, score),
  };
}
