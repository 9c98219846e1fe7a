import { left, right } from '../kit/columns.ts';
import { toCsv } from '../kit/csv.ts';
import { toJson } from '../kit/json.ts';
import { columnsOf, type ListColumn } from './columns.ts';
import { escapeMarkdown, markdownDocument, markdownTable } from '../kit/markdown.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
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

export const renderListingJson: Renderer<Renderable['listing']> = ({ listing, provenance }) => {
  const [name] = Object.keys(listing);
  return toJson({ schema: `align/${name ?? 'list'}@1`, ...listing, provenance });
};

/** The first list alone: a CSV file is one table. */
export const renderListingCsv: Renderer<Renderable['listing']> = ({ listing }, context) => {
  const [first] = listsOf(listing);
  if (!first) return '';
  const columns = first.columns.map(({ key, value }) => [key, value] as const);
  return toCsv(Object.fromEntries(columns), first.entries, context);
};

export const renderListingMarkdown: Renderer<Renderable['listing']> = ({ listing }) =>
  markdownDocument(
    listsOf(listing).map((list) => {
      const { shown, rows } = readableCells(list);
      const columns = shown.map(({ title }, c) =>
        isNumeric(list, c, shown) ? right(title) : left(title),
      );
      return markdownTable(
        columns,
        rows.map((row) => row.map(escapeMarkdown)),
      );
    }),
  );

/** Whether a column holds numbers, and so stands on the right. */
export function isNumeric(
  { entries }: NamedList,
  column: number,
  shown: readonly ListColumn<unknown>[],
): boolean {
  const [first] = entries;
  return first !== undefined && typeof shown[column]?.value(first) === 'number';
}

/** The catalogs in full, of everything else how many there are. */
export const renderOverviewJson: Renderer<Renderable['overview']> = ({ listing, provenance }) => {
  const { catalogs = [], ...others } = listing;
  const counts = Object.fromEntries(
    Object.entries(others).map(([name, entries]) => [name, entries.length]),
  );
  return toJson({ schema: 'align/overview@1', catalogs, counts, provenance });
};

export const renderOverviewCsv: Renderer<Renderable['overview']> = (
  { listing, provenance },
  context,
) => renderListingCsv({ listing: { catalogs: listing.catalogs ?? [] }, provenance }, context);

export const renderOverviewMarkdown: Renderer<Renderable['overview']> = (
  { listing, provenance },
  context,
) => renderListingMarkdown({ listing: { catalogs: listing.catalogs ?? [] }, provenance }, context);

export const renderIssueJson: Renderer<Renderable['issue']> = ({ issue, provenance }) =>
  toJson({ schema: 'align/issue@1', ...issue, provenance });

export const renderCatalogJson: Renderer<Renderable['catalog']> = ({ catalog, provenance }) =>
  toJson({ schema: 'align/catalog@1', ...catalog, provenance });
