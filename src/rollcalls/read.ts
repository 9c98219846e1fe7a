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

/** Byte of a vote letter → vote; `unknown` for anything else. */
const unknown = 127;
const votes = new Int8Array(256).fill(unknown);
votes['Y'.charCodeAt(0)] = YES;
votes['N'.charCodeAt(0)] = NO;
votes['A'.charCodeAt(0)] = ABSTAIN;
votes['X'.charCodeAt(0)] = ABSENT;

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
  const report = (code: string, line: number, column: number, message: string, hint?: string) => {
    findings.push({
      code,
      severity: 'error',
      file,
      line,
      column,
      message,
      excerpt: '',
      ...(hint === undefined ? {} : { hint }),
    });
  };

  const layout = readLayout(bytes, report);
  if (!layout) return { findings };
  const { countries, countryOf, detailOf, width } = layout;

  // An upper bound: line feeds inside quotation marks count too.
  const rowLimit = countLines(bytes, layout.bodyStart);
  const columns = countries.length;
  const table = new Int8Array(columns * rowLimit).fill(MISSING);
  const starts = new Uint32Array(rowLimit * detailColumns.length);
  const ends = new Uint32Array(rowLimit * detailColumns.length);
  const lines = new Uint32Array(rowLimit);

  const length = bytes.length;
  let position = layout.bodyStart;
  let line = layout.bodyLine;
  let row = 0;
  while (position < length && findings.length < mostFindings) {
    const first = bytes[position]!;
    if (first === lineFeed || first === carriageReturn) {
      position++;
      if (first === lineFeed) line++;
      continue;
    }
    const rowStart = position;
    const rowLine = line;
    let field = 0;
    for (;;) {
      const start = position;
      const country = field < width ? countryOf[field]! : -1;
      if (country >= 0) {
        let byte = bytes[position]!;
        if (byte !== comma && byte !== lineFeed && byte !== carriageReturn && position < length) {
          const vote = votes[byte]!;
          byte = bytes[++position]!;
          const ended =
            byte === comma || byte === lineFeed || byte === carriageReturn || position >= length;
          if (vote !== unknown && ended) {
            table[country * rowLimit + row] = vote;
          } else {
            while (position < length && bytes[position] !== comma && bytes[position] !== lineFeed) {
              position++;
            }
            report(
              'unknown-vote',
              rowLine,
              start - rowStart + 1,
              `${JSON.stringify(bytes.toString('utf8', start, position).trim())} of ${countries[country]} is no vote`,
              'Y yes, N no, A abstain, X absent, nothing for not a member',
            );
          }
        }
      } else {
        if (bytes[position] === quote) {
          position++;
          for (;;) {
            const byte = bytes[position];
            if (byte === undefined) {
              report('csv', rowLine, start - rowStart + 1, 'a quotation mark is never closed');
              return { findings };
            }
            position++;
            if (byte === lineFeed) line++;
            if (byte === quote) {
              if (bytes[position] !== quote) break;
              position++;
            }
          }
        } else {
          let byte = bytes[position];
          while (byte !== comma && byte !== lineFeed && position < length) byte = bytes[++position];
        }
        const detail = field < width ? detailOf[field]! : -1;
        if (detail >= 0) {
          const at = row * detailColumns.length + detail;
          starts[at] = start;
          ends[at] = bytes[position - 1] === carriageReturn ? position - 1 : position;
        }
      }
      field++;
      if (bytes[position] === comma) {
        position++;
        continue;
      }
      if (bytes[position] === carriageReturn) position++;
      break;
    }
    if (position < length && bytes[position] !== lineFeed) {
      report(
        'csv',
        rowLine,
        position - rowStart + 1,
        'text after a closing quotation mark',
        'quotation marks inside a field are doubled: ""',
      );
      while (position < length && bytes[position] !== lineFeed) position++;
    } else if (field !== width) {
      report('csv', rowLine, 1, `this row has ${field} fields, the header has ${width}`);
    }
    position++;
    line++;
    lines[row++] = rowLine;
  }

  const detail = (column: DetailColumn, rollCall: number): string => {
    const at = rollCall * detailColumns.length + detailColumns.indexOf(column);
    return decodeField(bytes, starts[at]!, ends[at]!);
  };
  if (row === 0 && findings.length === 0) report('empty', 1, 1, 'there are no roll calls');
  if (findings.length > 0) return { findings };

  const order = countries.map((_, i) => i).sort((i, j) => (countries[i]! < countries[j]! ? -1 : 1));
  const rowsOf = new Map(
    order.map((i) => [countries[i]!, table.subarray(i * rowLimit, i * rowLimit + row)]),
  );
  const record: RollCallRecord = {
    size: row,
    countries: [...rowsOf.keys()],
    votesOf: (country) => {
      const found = rowsOf.get(country);
      if (!found) throw new RangeError(`no votes of ${country} in this record`);
      return found;
    },
    detail,
    lineOf: (rollCall) => lines[rollCall]!,
  };
  checkDetails(record, report);
  return findings.length > 0 ? { findings } : { record, findings };
}

interface Layout {
  readonly countries: readonly CountryCode[];
  /** Index into `countries` for each column, or -1. */
  readonly countryOf: Int32Array;
  /** Index into `detailColumns` for each column, or -1. */
  readonly detailOf: Int32Array;
  readonly width: number;
  readonly bodyStart: number;
  readonly bodyLine: number;
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
    bodyLine: 2,
  };
}

function countLines(bytes: Buffer, from: number): number {
  let found = 1;
  for (let at = bytes.indexOf(lineFeed, from); at !== -1; at = bytes.indexOf(lineFeed, at + 1)) {
    found++;
  }
  return found;
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

function checkDetails(record: RollCallRecord, report: Report): void {
  const ids = new Set<string>();
  const goodDates = new Set<string>();
  for (let i = 0; i < record.size; i++) {
    const id = record.detail('roll_call', i);
    if (id !== '') {
      if (ids.has(id)) report('duplicate', record.lineOf(i), 1, `roll call "${id}" appears twice`);
      ids.add(id);
    }
    const date = record.detail('date', i);
    if (!goodDates.has(date)) {
      const span = parseDate(date);
      if (span === undefined || span.from !== span.to) {
        const hint = 'expected YYYY-MM-DD';
        report('date', record.lineOf(i), 1, `${JSON.stringify(date)} is no day`, hint);
      }
      goodDates.add(date);
    }
    const session = record.detail('session', i);
    if (session !== '' && !/^\d{1,4}$/.test(session)) {
      const hint = 'expected a number such as 74';
      report('session', record.lineOf(i), 1, `${JSON.stringify(session)} is no session`, hint);
    }
  }
}
