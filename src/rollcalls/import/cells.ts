import { inputError } from '../../errors.ts';
import { textOf } from '../csv.ts';
import type { FailAt } from './issue-draft.ts';
import { withoutGuard } from './lists.ts';

/** The cells of a table by the names of their columns. */
export interface Cells {
  /** Empty where there is no such column. */
  readonly cell: (row: readonly string[], name: string) => string;
  readonly has: (name: string) => boolean;
  readonly failAt: FailAt;
}

/** @param names what columns are called, where that is not what they are asked for by */
export function createCells(
  header: readonly string[],
  file: string,
  names: ReadonlyMap<string, string> = new Map(),
): Cells {
  const places = new Map(header.map((column, i) => [column.toLowerCase(), i]));
  const placeOf = (name: string) => places.get((names.get(name) ?? name).toLowerCase());
  return {
    cell: (row, name) => {
      const place = placeOf(name);
      const text = place === undefined ? '' : textOf(row[place] ?? '').trim();
      return withoutGuard(text);
    },
    has: (name) => placeOf(name) !== undefined,
    failAt: (line, message, hint) =>
      inputError(message, { location: { file, line, column: 1 }, hint }),
  };
}
