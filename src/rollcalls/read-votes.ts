import { parseDate } from '../catalog/dates.ts';
import type { Finding } from '../catalog/findings.ts';
import type { CountryCode } from '../catalog/model.ts';
import { ABSENT, MISSING } from '../evidence/evidence.ts';
import {
  carriageReturn,
  comma,
  countBytes,
  decodeField,
  endOfField,
  lineFeed,
  quote,
} from './csv-bytes.ts';
import { ABSTAIN, detailColumns, NO, YES } from './record.ts';
import { createVoteColumns, type VoteColumns } from './vote-columns.ts';

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

/** The columns of a roll-call file. */
export interface Layout {
  readonly countries: readonly CountryCode[];
  /** Index into `countries` for each column, or -1. */
  readonly countryOf: Int32Array;
  /** Index into `detailColumns` for each column, or -1. */
  readonly detailOf: Int32Array;
  readonly width: number;
  readonly bodyStart: number;
}

/** Takes down a problem with its place. */
export type Report = (
  code: string,
  line: number,
  column: number,
  message: string,
  hint?: string,
) => void;

/** What the rows of a file hold; arrays may have room for more rows than there are. */
export interface Body {
  readonly size: number;
  readonly votes: VoteColumns;
  /** The header, and of each row as much as has details: the file itself, mostly votes, need not be kept. */
  readonly details: Buffer;
  /** Of each of `detailColumns`, where it begins of each roll call in the details; `undefined` where the file has none. */
  readonly places: readonly (Uint32Array | undefined)[];
  /** Line of each roll call. */
  readonly lines: Uint32Array;
}

/**
 * Walks through the bytes once. A CSV parser would make a string of each of a million votes, which
 * takes longer than all dyads together.
 */
export function readBody(
  bytes: Buffer,
  { countries, countryOf, detailOf, width, bodyStart }: Layout,
  report: Report,
  findings: readonly Finding[],
): Body {
  // The header ends in one too, where the last row may not.
  const rows = countBytes(bytes, lineFeed);
  const votes = createVoteColumns(countries.length, rows);
  const places = detailColumns.map((_, detail) =>
    detailOf.includes(detail) ? new Uint32Array(rows) : undefined,
  );
  const lines = new Uint32Array(rows);
  // Memory that is not written to costs nothing.
  const details = Buffer.alloc(bytes.length + rows);
  let kept = bytes.copy(details, 0, 0, bodyStart);
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
    let detailsEnd = rowStart;
    for (;;) {
      const run = field < width ? runs[field]! : 0;
      if (run > 0) {
        const to = votes.placeOf(size) + countryOf[field]!;
        const read = readVotes(bytes, position, votes.read, to, run);
        if (read > 0) {
          position = read;
          field += run;
        } else {
          const end = endOfField(bytes, position);
          const country = countries[countryOf[field]!]!;
          checkVote(bytes, position, end, votes.read, to, (text) =>
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
            return { size, votes, details, places, lines };
          }
          line += countBytes(bytes.subarray(start, position), lineFeed);
        }
        const detail = field < width ? detailOf[field]! : -1;
        if (detail >= 0) {
          places[detail]![size] = kept + start - rowStart;
          detailsEnd = position;
        }
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
    kept += bytes.copy(details, kept, rowStart, detailsEnd);
    details[kept++] = lineFeed;
    votes.keep(size);
    lines[size++] = rowLine;
    position++;
    line++;
  }
  return { size, votes, details: details.subarray(0, kept), places, lines };
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

const dateColumn = detailColumns.indexOf('date');
const sessionColumn = detailColumns.indexOf('session');

type CheckField = (start: number, end: number, line: number) => void;

/** A check of fields that looks only at those that differ from the one before. */
function onChange(bytes: Buffer, check: (text: string, line: number) => void): CheckField {
  let [from, to] = [0, -1];
  return (start, end, line) => {
    if (to < 0 || bytes.compare(bytes, from, to, start, end) !== 0)
      check(decodeField(bytes, start, end), line);
    [from, to] = [start, end];
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
