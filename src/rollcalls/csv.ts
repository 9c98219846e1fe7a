import { isUtf8 } from 'node:buffer';
import { inferSchema, initParser, type Parser } from 'udsv';
import { inputError, UserError } from '../errors.ts';
import { blockSize, type ByteSource } from './bytes.ts';
import { carriageReturn, comma, countBytes, lineFeed, quote } from './csv-bytes.ts';
import { firstRecord, firstRepeated, shapesOf } from './csv-shape.ts';

/** What is done with a row, given as raw fields (see `textOf`); `line` tells where it is. */
export type RowVisitor = (row: readonly string[], line: () => number) => void;

/** A quoted field longer than this is a quotation mark that nobody closed. */
const longestField = 8 << 20;

/**
 * The text of a raw field. Files are read a byte a character, which is twice as fast as decoding
 * them; fields that are kept are decoded one by one, which also lets go of the block they lie in.
 */
export function textOf(field: string): string {
  return Buffer.from(field, 'latin1').toString('utf8');
}

/**
 * Reads a CSV file row by row (RFC 4180; UTF-8 with or without byte-order mark; any line ends;
 * empty lines left out). `open` is shown the header and returns the visitor of the rows, which
 * all have as many fields as the header.
 *
 * @returns the number of rows
 * @throws UserError (exit 3, with the line) if the file is empty, has no rows, is not UTF-8 or is
 *   cut off, if a row has more or fewer fields than the header, or a quotation mark is not closed
 */
export async function readCsv(
  source: ByteSource,
  open: (header: readonly string[]) => RowVisitor,
): Promise<number> {
  const reader = createReader(source.name, open);
  let pending: Buffer[] = [];
  let size = 0;
  for await (const bytes of source.blocks) {
    pending.push(bytes);
    size += bytes.length;
    if (size < blockSize) continue;
    const block = Buffer.concat(pending);
    const end = endOfRecords(block);
    if (end === 0 && size > longestField) throw reader.fail('a quotation mark is never closed');
    reader.parse(block.subarray(0, end), false);
    pending = [block.subarray(end)];
    size = block.length - end;
  }
  const rest = Buffer.concat(pending);
  const end = endOfRecords(rest);
  reader.parse(rest.subarray(0, end), false);
  const tail = rest.subarray(end);
  if (tail.length > 0) reader.parse(Buffer.concat([tail, Buffer.from('\n')]), true);
  return reader.finish();
}

/** Parses blocks that hold whole records, one after the other. */
function createReader(file: string, open: (header: readonly string[]) => RowVisitor) {
  let parsers: { readonly lf: Parser; readonly crlf: Parser } | undefined;
  let width = 0;
  let visit: RowVisitor | undefined;
  let linesBefore = 0;
  let rows = 0;

  const fail = (
    message: string,
    line = linesBefore + 1,
    hint: string | undefined = undefined,
  ): UserError =>
    inputError(message, {
      location: { file, line, column: 1 },
      hint,
    });

  const begin = (text: string): void => {
    if (text.includes('\0'))
      throw fail('this is no UTF-8 text', 1, 'if it is UTF-16: iconv -f utf-16 -t utf-8 IN > OUT');
    const names = firstRecord(text);
    if (names.some((name) => name.includes('\r')))
      throw fail(
        'lines end in carriage returns alone',
        1,
        "convert them: tr '\\r' '\\n' < IN > OUT",
      );
    const header = names.map((name) => textOf(name).trim());
    width = header.length;
    if (width < 2)
      throw fail(
        'the first line is no header of a CSV file with several columns',
        1,
        /[;\t]/.test(names[0] ?? '') ? 'separate the columns by commas' : undefined,
      );
    // Spaces may be all that tells two columns apart.
    const repeated = firstRepeated(names.filter((name) => name.trim() !== ''));
    if (repeated !== undefined)
      throw fail(`two columns are called "${textOf(repeated).trim()}"`, 1);
    // The parser guesses from a sample; it is given one with nothing to guess wrong.
    const sample = `${Array<string>(width).fill('x').join(',')}\n`;
    const schema = inferSchema(sample, { col: ',', row: '\n', header: () => [] });
    parsers = { lf: initParser(schema), crlf: initParser({ ...schema, row: '\r\n' }) };
    visit = open(header);
  };

  /** The parser is lenient: it lets a short row run on into the next. So whatever looks odd is checked. */
  const checkShapes = (text: string, cutOff: boolean): number => {
    let records = 0;
    for (const { line, fields, problem } of shapesOf(text)) {
      records++;
      const at = linesBefore + line + 1;
      if (problem === 'quotation mark never closed') {
        throw fail('a quotation mark is never closed', at, 'the file may be cut off');
      }
      if (problem) throw fail(problem, at, 'quotation marks inside a field are doubled: ""');
      if (fields === width) continue;
      const isLast = cutOff && !text.slice(0, -1).includes('\n');
      throw isLast && fields < width
        ? fail('the file ends in the middle of a row', at, 'it is cut off; download it again')
        : fail(`this row has ${fields} fields, the header has ${width}`, at);
    }
    return records;
  };

  const parse = (records: Buffer, cutOff: boolean): void => {
    if (records.length === 0) return;
    if (!isUtf8(records)) throw wrongEncoding(records);
    const lines = countBytes(records, lineFeed);
    let text = records.toString('latin1');
    const returns = countBytes(records, carriageReturn);
    // Copying the text without its carriage returns would cost as much as parsing it.
    if (returns !== 0 && returns !== lines) text = withLineFeeds(text);
    const isFirst = parsers === undefined;
    if (isFirst) {
      text = text.replace(/^\u00ef\u00bb\u00bf/, '').replace(/^[\r\n]+/, '');
      if (text === '') return;
      begin(withLineFeeds(text));
    }
    let seen = 0;
    let suspicious = hasTextBesideQuote(records);
    const findLine = lineFinder(() => withLineFeeds(text));
    const line = () => linesBefore + findLine(seen - 1) + 1;
    if (cutOff) checkShapes(withLineFeeds(text), true);
    const parser = parsers![returns === lines ? 'crlf' : 'lf'];
    parser.stringArrs(text, (row: readonly string[]) => {
      seen++;
      // More rows than lines: the parser has lost its way in a row that is too short.
      if (seen > lines || row.length !== width) {
        suspicious = true;
        return false;
      }
      if (row[width - 1]!.includes(',')) suspicious = true;
      if (!isFirst || seen > 1) visit?.(row, line);
      return true;
    });
    if (suspicious || seen !== lines) {
      if (checkShapes(withLineFeeds(text), cutOff) !== seen)
        throw fail('the file is no CSV from here on');
    }
    rows += isFirst ? seen - 1 : seen;
    linesBefore += lines;
  };

  const wrongEncoding = (records: Buffer): UserError => {
    let line = linesBefore + 1;
    let start = 0;
    for (;;) {
      const end = records.indexOf(lineFeed, start) + 1;
      if (end === 0 || !isUtf8(records.subarray(start, end))) break;
      start = end;
      line++;
    }
    return fail(
      'this line is not UTF-8 text',
      line,
      'if the file is Latin-1 or Windows-1252, convert it: iconv -f windows-1252 -t utf-8 IN > OUT',
    );
  };

  const finish = (): number => {
    if (!parsers) throw inputError(`${file} is empty`);
    if (rows === 0) {
      throw inputError(`${file} has a header but no rows`);
    }
    return rows;
  };

  return { parse, finish, fail };
}

/** Whether a quotation mark stands between two characters that are neither delimiters nor such marks. */
function hasTextBesideQuote(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(quote); at !== -1; at = bytes.indexOf(quote, at + 1))
    if (isText(bytes[at - 1]) && isText(bytes[at + 1])) return true;
  return false;
}

function isText(byte: number | undefined): boolean {
  return (
    byte !== undefined &&
    byte !== comma &&
    byte !== quote &&
    byte !== lineFeed &&
    byte !== carriageReturn
  );
}

function withLineFeeds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** Where the last record that is complete ends: after a line feed outside quotation marks; 0 if none is. */
function endOfRecords(block: Buffer): number {
  let inside = countBytes(block, quote) % 2 === 1;
  let from = block.length;
  for (;;) {
    const feed = from === 0 ? -1 : block.lastIndexOf(lineFeed, from - 1);
    if (feed === -1) return 0;
    if (countBytes(block.subarray(feed + 1, from), quote) % 2 === 1) inside = !inside;
    if (!inside) return feed + 1;
    from = feed;
  }
}

/** Finds the line of the text, from 0, on which record number `index` begins, asked in ascending order. */
function lineFinder(text: () => string): (index: number) => number {
  let shapes: ReturnType<typeof shapesOf> | undefined;
  let [record, line] = [-1, 0];
  return (index) => {
    shapes ??= shapesOf(text());
    for (; record < index; record++) {
      const { value, done } = shapes.next();
      if (done === true) break;
      ({ line } = value);
    }
    return line;
  };
}
