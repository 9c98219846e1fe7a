import { type Cell, toCsv } from '../kit/csv.ts';
import { byteOrderMark } from '../matrix/csv.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext } from '../renderer.ts';
import { guardGuards } from '../../analysis/cell-lists.ts';
import type { ExportRow } from '../../analysis/export.ts';

function toCell(value: string | number | undefined): Cell {
  return typeof value === 'string' ? guardGuards(value) : (value ?? null);
}

/** Rows of a chunk. */
const chunkRows = 2000;

/** Text and numbers as they are, in chunks: the positions of a long record are a million rows. */
export function* render(
  { columns, rows }: Renderable['export'],
  { bom }: Pick<RenderContext, 'bom'>,
): Generator<string> {
  const cells = Object.fromEntries(
    columns.map((name) => [name, (row: ExportRow) => toCell(row[name])]),
  );
  const header = toCsv(cells, [], { bom: false });
  yield (bom ? byteOrderMark : '') + header;
  const write = (chunk: readonly ExportRow[]) =>
    toCsv(cells, chunk, { bom: false }).slice(header.length);
  let chunk: ExportRow[] = [];
  for (const row of rows()) {
    chunk.push(row);
    if (chunk.length < chunkRows) continue;
    yield write(chunk);
    chunk = [];
  }
  yield write(chunk);
}
