import type { DateSpan } from './model.ts';

/** Last day of a month, `month` from 1. */
function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * The days that `YYYY`, `YYYY-MM` or `YYYY-MM-DD` stands for, both ends included;
 * `undefined` if it is no date of the calendar.
 */
export function parseDate(text: string): DateSpan | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, year, month, day] = match;
  // There is none: the year before 1 is 1 BC.
  if (year === undefined || year === '0000') return undefined;
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  const last = lastDay(Number(year), Number(month));
  if (day === undefined) return { from: `${year}-${month}-01`, to: `${year}-${month}-${last}` };
  if (Number(day) < 1 || Number(day) > last) return undefined;
  return { from: text, to: text };
}

/** The day after a day, both `YYYY-MM-DD`. */
export function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** The days from the first of one date to the last of another, `2016..2020`, or of one; `undefined` if it is no period. */
export function parsePeriod(text: string): DateSpan | undefined {
  const [first = '', last = first, ...rest] = text.split('..');
  const [from, to] = [parseDate(first)?.from, parseDate(last)?.to];
  if (from === undefined || to === undefined || rest.length > 0 || from > to) return undefined;
  return { from, to };
}

/** A span with its open ends at the ends of time. */
export function closed({
  from = '1000',
  to = '9999',
}: {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}): DateSpan {
  return { from, to };
}
