import type { Atlas } from '../../countries/resolve.ts';
import { textOf } from '../csv.ts';
import type { Layout } from '../layouts/layout.ts';
import type { DateTexts } from './cell-dates.ts';
import { placeOf, type Row } from './describe.ts';
import type { VoteGrid } from './grid.ts';
import type { Remarks } from './summary.ts';
import type { UnknownColumn } from './unknown-column.ts';

/** What the rows of a votes file are put in a grid with. */
export interface ReadContext {
  readonly layout: Layout;
  readonly grid: VoteGrid;
  readonly atlas: Atlas;
  readonly remarks: { readonly skipped: Remarks; readonly doubtful: Remarks };
  /** Name of the file, for messages. */
  readonly file: string;
  readonly header: readonly string[];
  /** Of votes of several bodies, only those of this one. */
  readonly body?: string;
  /** Rows by body. */
  readonly bodies: Map<string, number>;
  readonly dates: DateTexts;
  /** Columns that are neither known nor of a country, and what they hold. */
  readonly unknown: UnknownColumn[];
}

const bodyNames: ReadonlyMap<string, string> = new Map([
  ['general assembly', 'UNGA'],
  ['security council', 'UNSC'],
]);

export function toBody(text: string): string {
  return bodyNames.get(text.toLowerCase()) ?? text;
}

/** Whether a row is of the body that is read; it is counted. */
export function bodyOf({ header, layout, bodies, body }: ReadContext): (row: Row) => boolean {
  const at = placeOf(header, layout.columns.body);
  if (at < 0) return () => true;
  return (row) => {
    const own = toBody(textOf(row[at]!).trim());
    bodies.set(own, (bodies.get(own) ?? 0) + 1);
    return body === undefined || own === toBody(body);
  };
}

/** Remark on rows that are no votes but their sums. */
export const totalRows = 'rows that sum up others';
