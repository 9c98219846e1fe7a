import { inputError } from '../../errors.ts';
import type { UnreadColumn } from '../../results/import.ts';
import { textOf } from '../csv.ts';
import type { FailAt } from './issue-draft.ts';
import { withoutGuard } from './lists.ts';
import { unreadColumns } from './unread.ts';

/** The cells of a table by the names of their columns. */
export interface Cells {
  /** Empty where there is no such column. */
  readonly cell: (row: readonly string[], name: string) => string;
  readonly has: (name: string) => boolean;
  readonly failAt: FailAt;
  /** Columns that no cell was asked of so far, but for those that are known to be of no use. */
  readonly unread: (useless: readonly string[]) => readonly UnreadColumn[];
}

/** @param names what columns are called, where that is not what they are asked for by */
export function createCells(
  header: readonly string[],
  file: string,
  names: ReadonlyMap<string, string> = new Map(),
): Cells {
  const places = new Map(header.map((column, i) => [column.toLowerCase(), i]));
  const asked = new Set<string>();
  const placeOf = (name: string) => places.get((names.get(name) ?? name).toLowerCase());
  return {
    cell: (row, name) => {
      asked.add(name);
      const place = placeOf(name);
      const text = place === undefined ? '' : textOf(row[place] ?? '').trim();
      return withoutGuard(text);
    },
    has: (name) => placeOf(name) !== undefined,
    unread: (useless) => {
      const known = new Set([...asked].map(placeOf));
      const others = header.filter(
        (name, place) => name !== '' && !known.has(place) && !useless.includes(name.toLowerCase()),
      );
      return unreadColumns(others, header, [...asked]);
    },
    failAt: (line, message, hint) =>
      inputError(message, { location: { file, line, column: 1 }, hint }),
  };
}
