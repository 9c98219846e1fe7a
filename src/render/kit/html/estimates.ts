import { left, right } from '../columns.ts';
import { count, decimal, interval } from '../numbers.ts';
import { dataTable } from './figure.ts';
import type { Markup } from './markup.ts';

export interface EstimateRow {
  readonly name: Markup | string;
  readonly n: number;
  readonly clusters?: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A score a row, with what it rests on. */
export function estimateTable(title: string, label: string, rows: readonly EstimateRow[]): Markup {
  const counts = rows.some(({ clusters }) => clusters !== undefined);
  return dataTable(
    [
      left(title),
      right('n'),
      ...(counts ? [right('Clusters')] : []),
      right('Score'),
      right('95 % interval'),
    ],
    rows.map(({ name, n, clusters = 0, value, low, high }) => ({
      cells: [
        name,
        count(n),
        ...(counts ? [count(clusters)] : []),
        decimal(value),
        interval(low, high),
      ],
    })),
    { label },
  );
}
