import type { IdealPointsResult } from '../../results/ideal-points.ts';
import { type Column, left, right } from '../kit/columns.ts';
import { count, decimal } from '../kit/numbers.ts';
import { linkedWords } from './words.ts';

/** A row a session: what it rests on, and the points of the charted countries, headed by their codes. */
export function bySession({
  sessions,
  points,
  charted,
}: Pick<IdealPointsResult, 'sessions' | 'points' | 'charted'>): {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
} {
  const key = (country: string, session: number) => `${country} ${session}`;
  const values = new Map(points.map((each) => [key(each.country, each.session), each.value]));
  return {
    columns: [
      left('Session'),
      left('Year'),
      right('Roll calls'),
      left('Linked texts'),
      ...charted.map((code) => right(code)),
    ],
    rows: sessions.map((each) => [
      String(each.session),
      String(each.year),
      `${count(each.rollCalls)}${each.thin ? ' (thin)' : ''}`,
      linkedWords(each),
      ...charted.map((code) => decimal(values.get(key(code, each.session)) ?? null)),
    ]),
  };
}
