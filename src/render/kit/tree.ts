import type { Merge } from '../../results/blocs.ts';

/** Where the parts of a dendrogram are drawn: rows from the top, heights from 0. */

/** A country, or a branch too low to be drawn. */
export interface TreeRow {
  /** Place of its first country in the order. */
  readonly start: number;
  readonly size: number;
  /** 0 for a country. */
  readonly height: number;
}

interface TreeEnd {
  /** Row, halfway between two where a join is between them. */
  readonly y: number;
  readonly height: number;
  /** Places of its countries: the first, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** A join of two branches. */
export interface TreeJoin extends TreeEnd {
  readonly upper: TreeEnd;
  readonly lower: TreeEnd;
}

export interface TreeLayout {
  readonly rows: readonly TreeRow[];
  readonly joins: readonly TreeJoin[];
  /** Of the highest join. */
  readonly height: number;
}

/**
 * Lays out a dendrogram from its merges.
 *
 * @param countries how many
 * @param most rows; of more countries the lowest branches are a row each
 */
export function layTree(merges: readonly Merge[], countries: number, most: number): TreeLayout {
  const hidden = Math.max(0, countries - most);
  const starts = Array.from({ length: countries }, (_, place) => place);
  const rows = new Map<number, TreeRow>(
    starts.map((start) => [start, { start, size: 1, height: 0 }]),
  );
  for (const [i, { first, second, height, size }] of merges.slice(0, hidden).entries()) {
    rows.set(countries + i, { start: rows.get(first)!.start, size, height });
    rows.delete(first);
    rows.delete(second);
  }
  const ends = new Map<number, TreeEnd>();
  const sorted = [...rows].sort(([, x], [, y]) => x.start - y.start);
  for (const [y, [id, { start, size, height }]] of sorted.entries())
    ends.set(id, { y, height, from: start, to: start + size });
  const joins = merges.slice(hidden).map(({ first, second, height }, i): TreeJoin => {
    const [upper, lower] = [ends.get(first)!, ends.get(second)!];
    const y = (upper.y + lower.y) / 2;
    const join = { y, height, from: upper.from, to: lower.to, upper, lower };
    ends.set(countries + hidden + i, join);
    return join;
  });
  return { rows: sorted.map(([, row]) => row), joins, height: merges.at(-1)?.height ?? 0 };
}
