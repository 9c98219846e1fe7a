import type { DateSpan } from '../catalog/model.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { InteractionSum } from '../evidence/interaction-sums.ts';

/** Whether a period of sums is a month, `YYYY-MM`, not a year. */
export const isMonth = (period: string): boolean => period.length > 4;

/** First day of the first period with an interaction to the last of the last, within the days asked for. */
export function spanOf(
  sums: readonly Pick<InteractionSum, 'period'>[],
  { from: asked = '', to: until = '9999' }: Evidence['asked'],
): DateSpan | null {
  const periods = sums.map(({ period }) => period).sort();
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return null;
  const from = isMonth(first) ? `${first}-01` : `${first}-01-01`;
  const to = isMonth(last) ? lastDayOf(last) : `${last}-12-31`;
  return { from: asked > from ? asked : from, to: until < to ? until : to };
}

function lastDayOf(month: string): string {
  const [year = 0, place = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, place, 0)).toISOString().slice(0, 10);
}
