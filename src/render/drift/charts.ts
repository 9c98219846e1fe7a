import { rangeOf } from '../../analysis/arrange.ts';
import { describeMeasure } from '../../measures/registry.ts';
import type { DriftResult } from '../../results/drift.ts';
import type { Drawing, Frame } from '../kit/charts/draw.ts';
import { drawDrift, mostTopics } from '../kit/charts/drift.ts';
import { drawPeriods, type PeriodRow } from '../kit/charts/periods.ts';
import { askedPeriod } from '../kit/dates.ts';
import { counted } from '../kit/numbers.ts';
import { driftTitle, driftWords } from './words.ts';

/** All issues of both periods with their intervals, and above them the texts that return. */
export function drawThenAndNow(drift: DriftResult, frame: Frame): Drawing {
  const { before, after, sameTexts } = drift;
  const textRow = (value: number, period: DriftResult['before']): PeriodRow => ({
    label: `Same texts, ${askedPeriod(period)} (${sameTexts.series})`,
    value,
    low: null,
    high: null,
    exact: true,
  });
  const issueRows = [before, after].flatMap(({ value, ...period }): readonly PeriodRow[] =>
    value === null
      ? []
      : [{ ...period, value, label: `All issues, ${askedPeriod(period)} (${period.n})` }],
  );
  // The same texts are on the scale of agreement; beside another one they would stand wrong.
  const groups =
    drift.measure === 'agreement' && sameTexts.before !== null && sameTexts.after !== null
      ? [[textRow(sameTexts.before, before), textRow(sameTexts.after, after)], issueRows]
      : [issueRows];
  return drawPeriods(
    `${driftTitle(drift)}. ${driftWords(drift).join(' ')}`,
    groups,
    rangeOf(describeMeasure(drift.measure)),
    frame,
  );
}

/** What the topics account for, those that account for most first. */
export function drawTopics(drift: DriftResult, frame: Frame): Drawing {
  const { topics } = drift;
  const shown = Math.min(topics.length, mostTopics);
  return drawDrift(
    `Points of the change that come from another agenda and from another behaviour, by topic: ${shown < topics.length ? `${shown} of ${counted(topics.length, 'topic')}` : counted(shown, 'topic')}.`,
    topics,
    frame,
  );
}
