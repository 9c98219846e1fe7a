import { nearest } from '../../catalog/nearest.ts';
import type { UnreadColumn } from '../../results/import.ts';
import type { Layout } from '../layouts/layout.ts';

/** Shorter names are other words by a slip or two. */
const shortest = 6;

/** Columns of a header that the layout does not know, by their places. */
export function otherColumns(
  header: readonly string[],
  { columns, subjects = [], on = [], signs = [], unread = [] }: Layout,
): readonly number[] {
  const known = new Set(
    [
      ...Object.values(columns).flat(),
      ...[...subjects, ...on].map(([column]) => column),
      ...signs,
      ...unread,
    ].map((name) => name.toLowerCase()),
  );
  return header.flatMap((name, column) =>
    name === '' || known.has(name.toLowerCase()) ? [] : [column],
  );
}

/**
 * Columns of which nothing is read, each with the one that it may be a slip of.
 *
 * @param readable names of columns that would be read if they were there
 */
export function unreadColumns(
  names: readonly string[],
  header: readonly string[],
  readable: readonly string[],
): readonly UnreadColumn[] {
  const there = new Set(header.map((name) => name.toLowerCase()));
  const missing = readable.filter((name) => name.length >= shortest && !there.has(name));
  return names.map((name) => ({
    name,
    nearest: nearest(name, missing) ?? null,
  }));
}
