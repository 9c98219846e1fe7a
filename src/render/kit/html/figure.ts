import { type Drawing, type Frame, frameWidth } from '../charts/draw.ts';
import type { Column } from '../columns.ts';
import { type Child, Markup, markup } from './markup.ts';

/** A drawing in its frame; one that is wider is scrolled, the heads of its rows staying in sight. */
function placed({ svg, heads, label, width, height }: Drawing, frame: Frame): Markup {
  if (width <= frameWidth[frame] || heads === undefined) return new Markup(svg);
  const sized = svg.replace(
    `class="chart ${frame}"`,
    `class="chart natural" width="${width}" height="${height}"`,
  );
  return markup`<div class="scroll scrolled ${frame}" role="region" aria-label="${label}" tabindex="0"><svg class="heads heads-${frame}" width="${heads.width}" height="${height}" aria-hidden="true">${new Markup(heads.svg)}</svg>${new Markup(sized)}</div>`;
}

/** A chart in two drawings, of which the page shows the one that fits, and its numbers as a table. */
export function figure(
  draw: (frame: Frame) => Drawing,
  caption: Child,
  numbers?: { readonly title: string; readonly table: Markup },
): Markup {
  const drawings = (['wide', 'narrow'] as const).map((frame) => placed(draw(frame), frame));
  return markup`<figure>
${drawings}
<figcaption>${caption}</figcaption>
</figure>
${numbers && markup`<details><summary>${numbers.title}</summary>${numbers.table}</details>`}`;
}

interface SortedColumn extends Column {
  /** Order of the first click on its head; columns without are not sorted by. */
  readonly by?: 'ascending' | 'descending';
}

export type Cell =
  | Child
  | {
      readonly content: Child;
      /** What to sort by, where it is not the text. */
      readonly sort?: string | number;
    };

export interface TableRow {
  /** The first one heads the row. */
  readonly cells: readonly Cell[];
  /** What the filters choose by. */
  readonly choices?: Readonly<Record<string, string>>;
}

function isSorted(cell: Cell): cell is Extract<Cell, { readonly content: Child }> {
  return typeof cell === 'object' && cell !== null && 'content' in cell;
}

/**
 * A table; its rows become cards on a phone where `cards` is asked for. The roles are spelt out because
 * browsers forget them when rows are laid out as blocks.
 */
export function dataTable(
  columns: readonly SortedColumn[],
  rows: readonly TableRow[],
  {
    label,
    cards = false,
    sortable = false,
    dense = false,
  }: {
    readonly label: string;
    readonly cards?: boolean;
    readonly sortable?: boolean;
    /** Rows are short and many: several stand side by side on paper. */
    readonly dense?: boolean;
  },
): Markup {
  const heads = columns.map(
    ({ title, align, by }) =>
      markup`<th role="columnheader" scope="col"${align && markup` class="number"`}${sortable && by && markup` data-by="${by}"`}>${title}</th>`,
  );
  const cellOf = (cell: Cell, c: number) => {
    const column = columns[c];
    const { content, sort } = isSorted(cell) ? cell : { content: cell, sort: undefined };
    const attributes = markup`${column?.align && markup` class="number"`}${sortable && sort !== undefined && markup` data-sort="${sort}"`}`;
    return c === 0
      ? markup`<th role="rowheader" scope="row"${attributes}>${content}</th>`
      : markup`<td role="cell"${attributes}${cards && column && column.title !== '' && markup` data-label="${column.title}"`}>${content}</td>`;
  };
  const body = rows.map(({ cells, choices = {} }) => {
    const data = Object.entries(choices).map(([name, value]) => markup` data-${name}="${value}"`);
    return markup`<tr role="row"${data}>${cells.map(cellOf)}</tr>\n`;
  });
  const table = markup`<table role="table" aria-label="${label}"${cards && markup` class="cards"`}${sortable && markup` data-sortable`}>
<thead role="rowgroup"><tr role="row">${heads}</tr></thead>
<tbody role="rowgroup">
${body}</tbody>
</table>`;
  return cards
    ? table
    : markup`<div class="scroll${dense && ' dense'}" role="region" aria-label="${label}" tabindex="0">${table}</div>`;
}
