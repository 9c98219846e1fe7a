import { isUtf8 } from 'node:buffer';
import { parseDate } from '../catalog/dates.ts';
import type { Finding } from '../catalog/findings.ts';
import type { CountryCode } from '../catalog/model.ts';
import { ABSENT, MISSING } from '../evidence/evidence.ts';
import { firstRecord } from './csv-shape.ts';
import {
  ABSTAIN,
  type DetailColumn,
  detailColumns,
  NO,
  type RollCallRecord,
  YES,
} from './record.ts';

const quote = 0x22;
const comma = 0x2c;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const apostrophe = 0x27;

/** First byte of a field → vote; `unknown` for what is none. */
const unknown = 127;
const voteOf = new Int8Array(256).fill(unknown);
voteOf['Y'.charCodeAt(0)] = YES;
voteOf['N'.charCodeAt(0)] = NO;
voteOf['A'.charCodeAt(0)] = ABSTAIN;
voteOf['X'.charCodeAt(0)] = ABSENT;
// What ends a field stands for an empty one.
for (const byte of [comma, lineFeed, carriageReturn]) voteOf[byte] = MISSING;

/** More findings than this tell nothing new. */
const mostFindings = 100;

export interface ReadRecord {
  /** Absent when there are errors. */
  readonly record?: RollCallRecord;
  readonly findings: readonly Finding[];
}

/**
 * Reads a roll-call file: CSV in UTF-8, a row per roll call, the columns of `detailColumns` that it has
 * (`resolution` and `date` at least) in any order, and a column per country, headed by its code of
 * three capital letters, with `Y`, `N`, `A`, `X` (absent) or nothing (not a member). Other columns
 * are ignored.
 *
 * Never throws on bad content; everything wrong comes back as a finding with its line and column.
 *
 * @param bytes the whole file; the record keeps it for the details of its roll calls
 * @param file its name, for findings
 */
export function readRecord(bytes: Buffer, file: string): ReadRecord {
  const findings: Finding[] = [];
  const report: Report = (code, line, column, message, hint) => {
    const finding = { code, severity: 'error' as const, file, line, column, message, excerpt: '' };
    findings.push(hint === undefined ? finding : { ...finding, hint });
  };
  const layout = readLayout(bytes, report);
  if (!layout || findings.length > 0) return { findings };

  const body = readBody(bytes, layout, report, findings);
  if (body.size === 0 && findings.length === 0) report('empty', 1, 1, 'there are no roll calls');
  if (findings.length > 0) return { findings };
  return { record: toRecord(bytes, layout, body), findings };
}

/** What the rows of a file hold; arrays may have room for more rows than there are. */
interface Body {
  readonly size: number;
  /** Votes by roll call, then country. */
  readonly votes: Int8Array;
  /** First byte and line of each roll call. */
  readonly starts: Uint32Array;
  readonly lines: Uint32Array;
}

/**
 * Walks through the bytes once. A CSV parser would make a string of each of a million votes, which
 * takes longer than all dyads together.
 */
function readBody(
  bytes: Buffer,
  { countries, countryOf, detailOf, width, bodyStart }: Layout,
  report: Report,
  findings: readonly Finding[],
): Body {
  // An upper bound, as every field but the last has a comma; memory that is not written to costs nothing.
  const rows = Math.ceil((bytes.length - bodyStart + 1) / width);
  const votes = new Int8Array(countries.length * rows);
  const starts = new Uint32Array(rows);
  const lines = new Uint32Array(rows);
  const runs = voteRuns(countryOf);
  const [dates, sessions] = [dateCheck(bytes, report), sessionCheck(bytes, report)];

  let position = bodyStart;
  let line = 2;
  let size = 0;
  while (position < bytes.length && findings.length < mostFindings) {
    if (bytes[position] === lineFeed || bytes[position] === carriageReturn) {
      if (bytes[position] === lineFeed) line++;
      position++;
      continue;
    }
    const rowStart = position;
    const rowLine = line;
    const place = (at: number) => [rowLine, at - rowStart + 1] as const;
    let field = 0;
    for (;;) {
      const run = field < width ? runs[field]! : 0;
      if (run > 0) {
        const to = size * countries.length + countryOf[field]!;
        const read = readVotes(bytes, position, votes, to, run);
        if (read > 0) {
          position = read;
          field += run;
        } else {
          const end = endOfField(bytes, position);
          const country = countries[countryOf[field]!]!;
          checkVote(bytes, position, end, votes, to, (text) =>
            report(
              'unknown-vote',
              ...place(position),
              `${text} of ${country} is no vote`,
              voteHint,
            ),
          );
          position = end;
          field++;
        }
      } else {
        const start = position;
        position = endOfField(bytes, position);
        if (bytes[start] === quote) {
          if (position > bytes.length) {
            report('csv', ...place(start), 'a quotation mark is never closed');
            return { size, votes, starts, lines };
          }
          line += countFeeds(bytes, start, position);
        }
        const detail = field < width ? detailOf[field]! : -1;
        if (detail === dateColumn) dates(start, position, rowLine);
        else if (detail === sessionColumn) sessions(start, position, rowLine);
        field++;
      }
      if (bytes[position] !== comma) break;
      position++;
    }
    if (bytes[position] === carriageReturn) position++;
    if (position < bytes.length && bytes[position] !== lineFeed) {
      report('csv', ...place(position), 'text after a closing quotation mark', quoteHint);
      position = bytes.indexOf(lineFeed, position);
      if (position === -1) position = bytes.length;
    } else if (field !== width) {
      report('csv', rowLine, 1, `this row has ${field} fields, the header has ${width}`);
    }
    starts[size] = rowStart;
    lines[size++] = rowLine;
    position++;
    line++;
  }
  return { size, votes, starts, lines };
}

const voteHint = 'Y yes, N no, A abstain, X absent, nothing for not a member';
const quoteHint = 'quotation marks inside a field are doubled: ""';

/** For each column, how many columns of countries, in the order of the countries, begin there. */
function voteRuns(countryOf: Int32Array): Int32Array {
  const runs = new Int32Array(countryOf.length);
  for (let field = countryOf.length - 1; field >= 0; field--) {
    if (countryOf[field]! >= 0) runs[field] = 1 + (runs[field + 1] ?? 0);
  }
  return runs;
}

/**
 * Reads a run of votes, each a letter or nothing.
 *
 * @returns where the last of them ends; -1 if one is anything else, or the row ends too early
 */
function readVotes(
  bytes: Buffer,
  start: number,
  votes: Int8Array,
  to: number,
  run: number,
): number {
  let position = start;
  const end = to + run;
  for (let at = to; at < end; at++) {
    const vote = voteOf[bytes[position]!]!;
    if (vote !== MISSING) {
      if (vote === unknown) return -1;
      position++;
    }
    votes[at] = vote;
    if (at + 1 < end) {
      if (bytes[position] !== comma) return -1;
      position++;
    } else if (voteOf[bytes[position] ?? lineFeed] !== MISSING) return -1;
  }
  return position;
}

/** A single vote where a run could not be read. */
function checkVote(
  bytes: Buffer,
  start: number,
  end: number,
  votes: Int8Array,
  to: number,
  complain: (text: string) => void,
): void {
  const text = decodeField(bytes, start, end);
  const vote = text.length > 1 ? unknown : text === '' ? MISSING : voteOf[text.charCodeAt(0)];
  if (vote === undefined || vote === unknown) complain(JSON.stringify(text));
  else votes[to] = vote;
}

/** Byte after the last of a field; beyond the end of the bytes if a quotation mark is never closed. */
function endOfField(bytes: Buffer, start: number): number {
  let position = start;
  if (bytes[position] !== quote) {
    for (;;) {
      const byte = bytes[position];
      if (byte === comma || byte === lineFeed || byte === undefined) break;
      position++;
    }
    return position > start && bytes[position - 1] === carriageReturn ? position - 1 : position;
  }
  for (;;) {
    position = bytes.indexOf(quote, position + 1);
    if (position === -1) return bytes.length + 1;
    if (bytes[++position] !== quote) return position;
  }
}

function countFeeds(bytes: Buffer, start: number, end: number): number {
  let found = 0;
  for (let at = start; at < end; at++) if (bytes[at] === lineFeed) found++;
  return found;
}

/** Where the details of roll calls are, by roll call, then column: first byte, and byte after the last. */
interface DetailPlaces {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

function locateDetails(bytes: Buffer, { detailOf }: Layout, body: Body): DetailPlaces {
  const columns = detailColumns.length;
  const starts = new Uint32Array(body.size * columns);
  const ends = new Uint32Array(body.size * columns);
  const fields = detailOf.findLastIndex((detail) => detail >= 0) + 1;
  for (let row = 0; row < body.size; row++) {
    let position = body.starts[row]!;
    for (let field = 0; field < fields; field++) {
      const start = position;
      position = endOfField(bytes, position);
      const detail = detailOf[field]!;
      if (detail >= 0) {
        starts[row * columns + detail] = start;
        ends[row * columns + detail] = position;
      }
      position++;
    }
  }
  return { starts, ends };
}

function toRecord(bytes: Buffer, layout: Layout, body: Body): RollCallRecord {
  const { countries } = layout;
  const { size, votes, lines } = body;
  const order = countries.map((_, i) => i).sort((i, j) => (countries[i]! < countries[j]! ? -1 : 1));
  const columnOf = new Map(order.map((column) => [countries[column]!, column]));
  const gathered = new Map<CountryCode, Int8Array>();
  let places: DetailPlaces | undefined;
  return {
    size,
    countries: [...columnOf.keys()],
    votes,
    columns: Uint32Array.from(order),
    votesOf: (country) => {
      const known = gathered.get(country);
      if (known) return known;
      const column = columnOf.get(country);
      if (column === undefined) throw new RangeError(`no votes of ${country} in this record`);
      const own = new Int8Array(size);
      for (let i = 0; i < size; i++) own[i] = votes[i * countries.length + column]!;
      gathered.set(country, own);
      return own;
    },
    detail: (column, rollCall) => {
      places ??= locateDetails(bytes, layout, body);
      const at = rollCall * detailColumns.length + detailColumns.indexOf(column);
      return decodeField(bytes, places.starts[at]!, places.ends[at]!);
    },
    lineOf: (rollCall) => lines[rollCall]!,
  };
}

interface Layout {
  readonly countries: readonly CountryCode[];
  /** Index into `countries` for each column, or -1. */
  readonly countryOf: Int32Array;
  /** Index into `detailColumns` for each column, or -1. */
  readonly detailOf: Int32Array;
  readonly width: number;
  readonly bodyStart: number;
}

type Report = (code: string, line: number, column: number, message: string, hint?: string) => void;

const importHint = 'align import turns other layouts into this one';

function readLayout(bytes: Buffer, report: Report): Layout | undefined {
  if (!isUtf8(bytes)) {
    report('encoding', 1, 1, 'the file is not UTF-8 text', 'save it as UTF-8');
    return undefined;
  }
  const afterMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const headerEnd = bytes.indexOf(lineFeed, afterMark);
  if (headerEnd === -1) {
    report('empty', 1, 1, 'there are no roll calls', importHint);
    return undefined;
  }
  const header = firstRecord(bytes.toString('utf8', afterMark, headerEnd).trim());
  const repeated = header.find((name, i) => header.indexOf(name) !== i);
  if (repeated !== undefined) report('csv', 1, 1, `two columns are called "${repeated}"`);
  for (const needed of ['resolution', 'date'] as const) {
    if (!header.includes(needed)) report('csv', 1, 1, `there is no column "${needed}"`, importHint);
  }
  const countries = header.filter((name) => /^[A-Z]{3}$/.test(name));
  if (countries.length === 0) report('csv', 1, 1, 'there is no column of a country', importHint);
  return {
    countries,
    countryOf: Int32Array.from(header, (name) => countries.indexOf(name)),
    detailOf: Int32Array.from(header, (name) => detailColumns.indexOf(name as DetailColumn)),
    width: header.length,
    bodyStart: headerEnd + 1,
  };
}

function decodeField(bytes: Buffer, start: number, end: number): string {
  if (bytes[start] === quote && end > start) {
    return unguard(bytes.toString('utf8', start + 1, end - 1).replaceAll('""', '"'));
  }
  const text = bytes.toString('utf8', start, end);
  return bytes[start] === apostrophe ? unguard(text) : text;
}

/** Text that a spreadsheet would run as a formula is written after an apostrophe. */
function unguard(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

const dateColumn = detailColumns.indexOf('date');
const sessionColumn = detailColumns.indexOf('session');

type CheckField = (start: number, end: number, line: number) => void;

/** A check of fields that looks only at those that differ from the one before. */
function onChange(bytes: Buffer, check: (text: string, line: number) => void): CheckField {
  let [from, to] = [0, -1];
  const isSame = (start: number, end: number) => {
    if (end - start !== to - from) return false;
    for (let i = 0; i < end - start; i++) if (bytes[from + i] !== bytes[start + i]) return false;
    return true;
  };
  return (start, end, line) => {
    if (isSame(start, end)) return;
    [from, to] = [start, end];
    check(decodeField(bytes, start, end), line);
  };
}

function dateCheck(bytes: Buffer, report: Report): CheckField {
  return onChange(bytes, (text, line) => {
    const span = parseDate(text);
    if (span && span.from === span.to) return;
    report('date', line, 1, `${JSON.stringify(text)} is no day`, 'expected YYYY-MM-DD');
  });
}

function sessionCheck(bytes: Buffer, report: Report): CheckField {
  return onChange(bytes, (text, line) => {
    if (/^\d{0,4}$/.test(text)) return;
    const hint = 'expected a number such as 74';
    report('session', line, 1, `${JSON.stringify(text)} is no session`, hint);
  });
}
