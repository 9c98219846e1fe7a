import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { inputError, UserError } from '../../errors.ts';
import { type Separator, separators } from '../../results/vocabulary.ts';
import { type ByteSource, openSource, type ReadProgress } from '../bytes.ts';
import { refuseForeign } from './foreign.ts';
import type { SheetRow } from './workbook.ts';

/** How a spreadsheet is to be read, where it does not say so itself. */
export interface SheetOptions {
  /** Of a workbook with several. */
  readonly sheet?: string | undefined;
  readonly separator?: Separator | undefined;
}

const characters = { comma: ',', semicolon: ';', tab: '\t' } as const satisfies Record<
  Separator,
  string
>;
type Character = (typeof characters)[Separator];

/** What has to be rewritten is held in memory. */
const mostRewritten = 128 << 20;

/**
 * Opens a table as people save it, as CSV with commas: a workbook, or text with commas, semicolons or tabs.
 * A file with commas is streamed as it is; of the others each row stays on its line.
 *
 * @throws UserError (exit 3) if it is of a program whose files are not read, or could be read in two ways,
 *   naming the option that decides
 */
export async function openSheet(
  path: string,
  { sheet, separator: asked }: SheetOptions,
  onProgress?: (progress: ReadProgress) => void,
): Promise<ByteSource> {
  const kind = await refuseForeign(path);
  if (kind === 'workbook') {
    const { readWorkbook } = await import('./workbook.ts');
    const { rows, source } = await readWorkbook(path, sheet);
    return { ...source, blocks: once(toLines(rows)) };
  }
  if (sheet !== undefined)
    throw new UserError(`--sheet is for workbooks, and ${path} is none`, { hint: 'leave it out' });
  const source = await openSource(path, onProgress);
  const blocks = source.blocks[Symbol.asyncIterator]();
  const { value: first = Buffer.alloc(0) } = await blocks.next();
  const rest = async function* () {
    yield first;
    for (;;) {
      const { value, done } = await blocks.next();
      if (done === true) return;
      yield value;
    }
  };
  const head = first.toString('utf8').replace(/^\uFEFF/, '');
  const separator = separatorOf(head, asked, path);
  if (separator === ',' && !head.startsWith('sep=')) return { ...source, blocks: rest() };
  const all: Buffer[] = [];
  let size = 0;
  for await (const block of rest()) {
    all.push(block);
    size += block.length;
    if (size > mostRewritten)
      throw inputError(`${path} is too large for a table without commas`, {
        hint: 'separate its columns by commas',
      });
  }
  return { ...source, blocks: once(toLines(parseRows(Buffer.concat(all), separator, path))) };
}

async function* once(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}

/** What separates the columns, by the first line, and by those after it where that leaves a choice. */
function separatorOf(text: string, asked: SheetOptions['separator'], path: string): Character {
  if (asked !== undefined) return characters[asked];
  const lines = text.split(/\r?\n/).slice(0, 50);
  const declared = /^sep=([,;\t])/.exec(lines[0] ?? '')?.[1];
  const all = Object.values(characters);
  const found = all.filter((each) => each === declared || countIn(lines[0] ?? '', each) > 0);
  if (declared !== undefined) return all.find((each) => each === declared)!;
  const [only = ','] = found;
  if (found.length < 2) return only;
  // The last line may be cut off.
  const whole = lines.slice(0, -1).filter((line) => line !== '' && countIn(line, '"') % 2 === 0);
  const even = found.filter((each) =>
    whole.every((line) => countIn(line, each) === countIn(whole[0] ?? '', each)),
  );
  if (even.length === 1) return even[0]!;
  throw inputError(
    `columns of ${path} may be separated by ${found.map((each) => nameOfSeparator(each)).join(' or by ')}`,
    { location: { file: path, line: 1, column: 1 }, hint: 'say which with --separator' },
  );
}

function nameOfSeparator(separator: string): string {
  return separators.find((name) => characters[name] === separator) ?? separator;
}

/** How often a character stands outside quotation marks. */
function countIn(line: string, character: string): number {
  const open = character === '"' ? line : line.replaceAll(/"(?:[^"]|"")*"/g, '');
  return open.split(character).length - 1;
}

function parseRows(bytes: Buffer, delimiter: string, file: string): readonly SheetRow[] {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const declared = /^sep=.\r?\n/.exec(text)?.[0] ?? '';
    const parsed = parse(text.slice(declared.length), {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n'],
    }) as unknown as readonly { record: string[]; info: { lines: number } }[];
    const before = declared === '' ? 0 : 1;
    return parsed.map(({ record, info }) => ({ cells: record, line: info.lines + before }));
  } catch (error) {
    const isText = !(error instanceof TypeError);
    const line = (error as { lines?: number }).lines ?? 1;
    throw inputError(isText ? 'this line is no row of a table' : 'the file is not UTF-8 text', {
      location: { file, line, column: 1 },
      hint: isText
        ? 'quotation marks inside a field are doubled: ""'
        : 'if it is Latin-1 or Windows-1252, convert it: iconv -f windows-1252 -t utf-8 IN > OUT',
    });
  }
}

/** CSV with commas; every row ends on the line it ended on. */
function toLines(rows: readonly SheetRow[]): string {
  const out: string[] = [];
  let at = 0;
  for (const { cells, line } of rows) {
    const text = stringify([[...cells]]).replace(/\n$/, '');
    const height = text.split('\n').length;
    const gap = Math.max(0, line - height - at);
    out.push('\n'.repeat(gap), text, '\n');
    at += gap + height;
  }
  return out.join('');
}
