import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { read, SSF, utils, type CellObject, type WorkSheet } from '@e965/xlsx';
import { inputError, systemReason } from '../../errors.ts';
import type { ByteSource } from '../bytes.ts';
import { guardGuards } from './lists.ts';

/** What a workbook may hold: of packed bytes, of unpacked ones, of parts, and of cells. */
const most = { packed: 32 << 20, unpacked: 64 << 20, parts: 2000, cells: 700_000 } as const;

/** Parts that reach outside, or that run. */
const outside =
  /^xl\/(?:externalLinks\/|connections\.xml|vbaProject\.bin|embeddings\/|queryTables\/)/;

/**
 * Reads a sheet of a workbook as rows of text, dates as ISO 8601 has them.
 *
 * @param asked name of the sheet, needed if there are several with cells
 * @throws UserError (exit 3) if it is too large, is none, has formulas, reaches outside, or has several sheets
 */
export async function readWorkbook(
  path: string,
  asked: string | undefined,
): Promise<{ readonly rows: readonly SheetRow[]; readonly source: ByteSource }> {
  const bytes = readBytes(path);
  checkParts(bytes, path);
  const { SheetNames, Sheets, Workbook } = parseBook(bytes, path);
  const hidden = new Set(
    (Workbook?.Sheets ?? []).filter((each) => each.Hidden).map(({ name }) => name),
  );
  const filled = SheetNames.filter((name) => rowsOf(Sheets[name]).length > 0);
  const open = filled.filter((name) => !hidden.has(name));
  const name = asked ?? (open.length === 1 ? open[0] : undefined);
  const list = filled.map((each) => JSON.stringify(each)).join(', ');
  if (name === undefined)
    throw inputError(
      open.length === 0 ? `${path} has no cells` : `${path} has several sheets: ${list}`,
      {
        hint: open.length === 0 ? undefined : 'name one with --sheet',
      },
    );
  const sheet = filled.find((each) => each.toLowerCase() === name.toLowerCase());
  if (sheet === undefined)
    throw inputError(`${path} has no sheet ${JSON.stringify(name)} with cells`, {
      hint: `it has ${list}`,
    });
  const is1904 = Workbook?.WBProps?.date1904 === true;
  const rows = rowsOf(Sheets[sheet]);
  const width = rows[0]?.width ?? 0;
  const long = rows.find((row) => row.width > width);
  if (long)
    throw inputError(`this row has ${long.width} cells, the first one ${width}`, {
      location: { file: path, line: long.line, column: 1 },
      hint: 'the first row with cells has to be the header of all columns',
    });
  if (rows.length * width > most.cells * 4) throw tooLarge(path);
  const texts = rows.map(({ line, cells }) => ({
    line,
    cells: Array.from({ length: width }, (_, c) =>
      toText(cells[c], is1904, path, utils.encode_cell({ r: line - 1, c })),
    ),
  }));
  const hash = createHash('sha256').update(bytes).digest('hex');
  const none = (async function* (): AsyncGenerator<Buffer> {})();
  return {
    rows: texts,
    source: { name: path, size: bytes.length, blocks: none, sha256: () => hash },
  };
}

function readBytes(path: string): Buffer {
  try {
    if (statSync(path).size > most.packed) throw tooLarge(path);
    return readFileSync(path);
  } catch (error) {
    throw error instanceof Error && 'code' in error
      ? inputError(`${path} cannot be read: ${systemReason(error)}`)
      : error;
  }
}

function tooLarge(path: string): Error {
  return inputError(`${path} holds more than a workbook to import may`, {
    hint: 'save the sheet as CSV',
  });
}

/** A row, and the line of the file on which it ends. */
export interface SheetRow {
  readonly cells: readonly string[];
  readonly line: number;
}

function damaged(path: string): Error {
  return inputError(`${path} is no workbook, or damaged`, {
    hint: 'save it again as .xlsx, or as CSV',
  });
}

/** Unpacks every part, to see what it really holds before anything else reads it. */
function checkParts(bytes: Buffer, path: string): void {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0 || end + 22 > bytes.length) throw damaged(path);
  const parts = bytes.readUInt16LE(end + 10);
  if (parts > most.parts) throw tooLarge(path);
  let at = bytes.readUInt32LE(end + 16);
  let [left, cells] = [most.unpacked as number, 0];
  for (let part = 0; part < parts; part++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02_01_4b_50) throw damaged(path);
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [long, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const name = bytes.toString('utf8', at + 46, at + 46 + long!);
    if (outside.test(name))
      throw inputError(`${path} reaches outside of itself, or holds a program (${name})`, {
        hint: 'save its values alone as .xlsx or CSV',
      });
    const local = bytes.readUInt32LE(at + 42);
    if (local + 30 > bytes.length) throw damaged(path);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = unpack(bytes.subarray(start, start + packed), method, left, path);
    left -= content.length;
    if (content.includes('<!DOCTYPE') || content.includes('<!ENTITY')) throw damaged(path);
    if (name.startsWith('xl/worksheets/'))
      for (let c = content.indexOf('<c'); c >= 0; c = content.indexOf('<c', c + 1))
        if (++cells > most.cells) throw tooLarge(path);
    at += 46 + long! + extra! + comment!;
  }
}

function unpack(packed: Buffer, method: number, left: number, path: string): Buffer {
  if (method === 0 && packed.length <= left) return packed;
  if (method !== 8) throw method === 0 ? tooLarge(path) : damaged(path);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
      ? tooLarge(path)
      : damaged(path);
  }
}

function parseBook(bytes: Buffer, path: string) {
  try {
    return read(bytes, {
      type: 'buffer',
      dense: true,
      nodim: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
    });
  } catch {
    throw damaged(path);
  }
}

type Cells = readonly (CellObject | undefined)[];

/** Rows with a cell, with their numbers from 1, and the place behind the last: there may be a million without. */
function rowsOf(sheet: WorkSheet | undefined) {
  const data = (sheet as { '!data'?: readonly Cells[] } | undefined)?.['!data'] ?? [];
  return Object.keys(data).flatMap((row) => {
    const cells = data[Number(row)] ?? [];
    // Far cells leave holes, which are not looked at.
    const last = Object.keys(cells).findLast((c) => (cells[Number(c)]?.t ?? 'z') !== 'z');
    return last === undefined ? [] : [{ line: Number(row) + 1, cells, width: Number(last) + 1 }];
  });
}

function toText(
  cell: CellObject | undefined,
  is1904: boolean,
  path: string,
  place: string,
): string {
  if (cell?.f !== undefined || cell?.F !== undefined)
    throw inputError(`cell ${place} of ${path} holds a formula`, {
      hint: 'what it comes to may be out of date: save values alone, as .xlsx or CSV',
    });
  if (cell?.v === undefined) return '';
  if (cell.t === 'n' && typeof cell.z === 'string' && SSF.is_date(cell.z)) {
    const day = SSF.parse_date_code(Number(cell.v), { date1904: is1904 }) as {
      readonly y: number;
      readonly m: number;
      readonly d: number;
    } | null;
    if (day === null)
      throw inputError(`cell ${place} of ${path} is to be a date, and ${cell.v} is none`);
    const { y, m, d } = day;
    return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  }
  return guardGuards(String(cell.t === 'e' ? (cell.w ?? '#N/A') : cell.v));
}
