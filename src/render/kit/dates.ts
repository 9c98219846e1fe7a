import { joined } from './joined.ts';
/** Dates as catalogs write them (`2016`, `2019-11`, `2020-06-15`, or two of them as a span), for people. */

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

export function monthName(month: string): string {
  return months[Number(month) - 1] ?? '';
}

interface Day {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

function parts(date: string, letters?: number): Day {
  const [year = '', month, day] = date.split('-');
  const name = month === undefined ? '' : monthName(month);
  return { year, month: name.slice(0, letters), day: day === undefined ? '' : String(Number(day)) };
}

function spanned(label: string, letters?: number): string {
  const [first = '', last] = label.split('/');
  const from = parts(first, letters);
  if (last === undefined || last === first) return joined([from.day, from.month, from.year], ' ');
  const to = parts(last, letters);
  const end = joined([to.day, to.month, to.year], ' ');
  if (from.year !== to.year) return `${joined([from.day, from.month, from.year], ' ')} – ${end}`;
  if (from.month !== to.month || from.day === '' || to.day === '')
    return `${joined([from.day, from.month], ' ')} – ${end}`;
  return `${from.day}–${end}`;
}

/** `15 June 2020`, `21–26 September 2020`, `27 December 2019 – 3 January 2020`, `2018 – December 2019`. */
export function dateInProse(label: string): string {
  return spanned(label);
}

/** The same with months of three letters, for columns: `15 Jun 2020`, `28 Sep – 1 Oct 2020`. */
export function shortDate(label: string): string {
  return spanned(label, 3);
}

/** `2006 – Oct 2020`, `Mar – Dec 2020`, `Dec 2020`: the period of some evidence, in brief. */
export function periodWords({ from, to }: { readonly from: string; readonly to: string }): string {
  const [first, last] = [parts(from, 3), parts(to, 3)];
  const end = `${last.month} ${last.year}`;
  if (first.year !== last.year) return `${first.year} – ${end}`;
  return first.month === last.month ? end : `${first.month} – ${end}`;
}

/** `2016–2020`, `2025`, or by its days where it is not of whole years: a period that was asked for. */
export function askedPeriod({ from, to }: { readonly from: string; readonly to: string }): string {
  const whole = from.endsWith('-01-01') && to.endsWith('-12-31');
  if (!whole) return shortDate(`${from}/${to}`);
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return first === last ? first : `${first}–${last}`;
}
