import type { DirectedSum } from './interaction-sums.ts';
import { sideLabel } from '../evidence/side.ts';
import { groupBy } from '../group-by.ts';
import { cooperation } from '../measures/cooperation.ts';
import type { OpenedQuestion } from '../question/look-up.ts';
import { refuseNoOther } from '../question/interaction-refusals.ts';
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
  const byYear = groupBy(sums, ({ period }) => Number(period));
  const years = [...byYear.keys()].sort((x, y) => x - y);
  const [first = 0, last = 0] = [years[0], years.at(-1)];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
    .slice(window - 1)
    .flatMap((end): Omit<TrendPoint, 'a' | 'b'>[] => {
      const own = Array.from({ length: window }, (_, i) => byYear.get(end - i) ?? []).flat();
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
  const pairs = others.map((other) => {
    const sums = between([first, other]);
    const found: ReturnType<typeof breaksOfInteractions> =
      by === 'year' ? breaksOfInteractions(sums) : { breaks: [] };
    return { dyad: { a: first.code, b: other.code }, sums, ...found };
  });
  return {
    schema: 'align/trend@1',
    countries: sides.map(sideLabel),
    measure: cooperation.id,
    distance: null,
    by,
    points: pairs.flatMap(({ dyad, sums }) =>
      pointsOf(sums, window).map((point) => ({ ...dyad, ...point })),
    ),
    breaks: pairs.flatMap(({ dyad, breaks }) =>
      (breaks ?? []).map(({ period, before, after }): TrendBreak => ({
        ...dyad,
        period,
        kind: 'unknown',
        before: before.meanGoldstein,
        after: after.meanGoldstein,
        sameTexts: noTexts,
      })),
    ),
    overall: pairs.map(({ dyad, sums, breaksReason }) => {
      const { n, value } = estimateOf(sums);
      return { ...dyad, n, value, ...(breaksReason === undefined ? {} : { breaksReason }) };
    }),
  };
}
