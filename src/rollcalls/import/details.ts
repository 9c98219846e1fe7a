import { textOf } from '../csv.ts';
import type { Remarks } from './summary.ts';

/** Text of its own, which lets go of the block that a field lies in. */
export const copyOf = (field: string) => Buffer.from(field, 'latin1').toString('latin1');

const quoted = (field = '') => JSON.stringify(textOf(field));

/** Notices rows that say something else of a roll call than its first row. */
export type DetailCheck = (rollCall: number, row: readonly string[], place: () => string) => void;

/** @param columns where a roll call is described; those below 0 are not in the file */
export function createDetailCheck(
  doubtful: Remarks,
  header: readonly string[],
  columns: readonly number[],
): DetailCheck {
  const present = columns.filter((column) => column >= 0);
  const first: (readonly string[])[] = [];
  return (rollCall, row, place) => {
    const known = first[rollCall];
    if (known === undefined) {
      first[rollCall] = present.map((column) => copyOf(row[column] ?? ''));
      return;
    }
    for (let i = 0; i < present.length; i++) {
      const column = present[i]!;
      if (row[column] === known[i]) continue;
      doubtful.add(
        'contradicting-details',
        'rows that describe a roll call or issue otherwise than an earlier row; the first stands',
        () => `${place()}: ${header[column]} ${quoted(row[column])} after ${quoted(known[i])}`,
      );
      return;
    }
  };
}
