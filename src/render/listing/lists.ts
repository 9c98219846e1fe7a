import { columnsOf, type ListColumn } from './columns.ts';
import type { Entries, Listing, ListName } from '../../results/inventory.ts';

/** One list of a listing with its columns, the entry type forgotten. */
export interface NamedList {
  readonly name: ListName;
  readonly columns: readonly ListColumn<unknown>[];
  readonly entries: readonly unknown[];
}

/** The lists of a listing, in their order. */
export function listsOf(listing: Listing): NamedList[] {
  return (Object.keys(listing) as ListName[]).map((name) => ({
    name,
    columns: columnsOf[name] as readonly ListColumn<unknown>[],
    entries: (listing[name] ?? []) as readonly Entries[ListName][],
  }));
}

/** The cells that people read, with their titles. */
export function readableCells({ columns, entries }: NamedList): {
  readonly shown: readonly (ListColumn<unknown> & { readonly title: string })[];
  readonly rows: readonly (readonly string[])[];
} {
  const shown = columns.filter(
    (column): column is ListColumn<unknown> & { title: string } => column.title !== undefined,
  );
  return {
    shown,
    rows: entries.map((entry) => shown.map(({ text }) => text(entry))),
  };
}

/** Whether a column holds numbers, and so stands on the right. */
export function isNumeric(
  { entries }: NamedList,
  column: number,
  shown: readonly ListColumn<unknown>[],
): boolean {
  const [first] = entries;
  return first !== undefined && typeof shown[column]?.value(first) === 'number';
}
