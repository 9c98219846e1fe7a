import type { DirectedSum } from './interaction-sums.ts';
import { sideLabel } from '../evidence/side.ts';
import { cooperation } from '../measures/cooperation.ts';
import type { OpenedQuestion } from '../question/look-up.ts';
import { refuseNoOther } from '../question/refusals.ts';
import type { TrendBreak, TrendPoint, TrendResult } from '../results/trend.ts';
import { estimateOf, pairsByYear } from './cooperation.ts';
import { breaksOfInteractions } from './interaction-breaks.ts';
import { labelOfWindow, type TrendUnits } from './trend.ts';

/** No text returns among interactions. */
const noTexts: TrendBreak['sameTexts'] = {
  series: 0,
  before: null,
  after: null,
  difference: null,
  se: null,
  reason: 'interactions are no texts that return',
};

/** A point a year, or a window of years, that has an interaction. */
function pointsOf(sums: readonly DirectedSum[], window: number) {
  const years = sums.map(({ period }) => Number(period));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const ends = Array.from({ length: Math.max(0, last - first + 2 - window) }, (_, i) => {
    return first + window - 1 + i;
  });
  return ends.flatMap((end): Omit<TrendPoint, 'a' | 'b'>[] => {
    const own = sums.filter(({ period }) => Number(period) <= end && Number(period) > end - window);
    if (own.length === 0) return [];
    const { level: _level, ...estimate } = estimateOf(own);
    return [{ period: labelOfWindow(end, window), ...estimate }];
  });
}

/**
 * The mean Goldstein weight of what the first side and each of the others did to and with each other, by year
 * or window of years, each interaction in the year in which it began; with the breaks of `breaksOfInteractions`
 * by year. Periods without interactions have no point; without any point, the caller decides whether that is
 * an answer.
 *
 * @param opened with sums by year
 * @throws UserError (usage) for a single side
 */
export function cooperationTrendOf(
  opened: OpenedQuestion,
  { by, window }: TrendUnits,
): TrendResult {
  const { sides } = opened;
  const { between } = pairsByYear(opened);
  refuseNoOther(sides);
  const [first, ...others] = sides as readonly [(typeof sides)[0], ...typeof sides];
  const pairs = others.map((other) => ({
    dyad: { a: first.code, b: other.code },
    sums: between([first, other]),
  }));
  return {
    schema: 'align/trend@1',
    countries: sides.map(sideLabel),
    measure: cooperation.id,
    distance: null,
    by,
    points: pairs.flatMap(({ dyad, sums }) =>
      pointsOf(sums, window).map((point) => ({ ...dyad, ...point })),
    ),
    breaks: pairs.flatMap(({ dyad, sums }) =>
      by === 'year'
        ? (breaksOfInteractions(sums).breaks ?? []).map(
            ({ period, before, after }): TrendBreak => ({
              ...dyad,
              period,
              kind: 'unknown',
              before: before.meanGoldstein,
              after: after.meanGoldstein,
              sameTexts: noTexts,
            }),
          )
        : [],
    ),
    overall: pairs.map(({ dyad, sums }) => {
      const { n, value } = estimateOf(sums);
      return { ...dyad, n, value };
    }),
  };
}
