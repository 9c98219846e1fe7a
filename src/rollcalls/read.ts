import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Finding } from '../catalog/findings.ts';
import { ABSENT } from '../evidence/evidence.ts';
import { decodeField, endOfField, lineFeed } from './csv-bytes.ts';
import { firstRecord, firstRepeated } from './csv-shape.ts';
import { type Body, type Layout, readBody, type Report } from './read-votes.ts';
import { type DetailColumn, detailColumns, type RollCallRecord } from './record.ts';

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
 * @param bytes the whole file; of it the record keeps the details of its roll calls
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
  return { record: toRecord(layout, body), findings };
}

function toRecord({ countries }: Layout, body: Body): RollCallRecord {
  const { size, votes, details, places, lines } = body;
  const order = countries.map((_, i) => i).sort((i, j) => (countries[i]! < countries[j]! ? -1 : 1));
  const columnOf = new Map(order.map((column) => [countries[column]!, column]));
  const placesOf = new Map(detailColumns.map((column, detail) => [column, places[detail]]));
  return {
    size,
    countries: [...columnOf.keys()],
    get hasAbsences() {
      return order.some((column) => votes.votesOf(column, size).includes(ABSENT));
    },
    votesOf: (country) => {
      const column = columnOf.get(country);
      if (column === undefined) throw new RangeError(`no votes of ${country} in this record`);
      return votes.votesOf(column, size);
    },
    detail: (column, rollCall) => {
      const start = placesOf.get(column)?.[rollCall];
      return start === undefined ? '' : decodeField(details, start, endOfField(details, start));
    },
    sha256: () => createHash('sha256').update(details).digest('hex'),
    lineOf: (rollCall) => lines[rollCall]!,
  };
}

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
  const repeated = firstRepeated(header);
  if (repeated !== undefined) report('csv', 1, 1, `two columns are called "${repeated}"`);
  for (const needed of ['resolution', 'date'] as const) {
    if (!header.includes(needed)) report('csv', 1, 1, `there is no column "${needed}"`, importHint);
  }
  const countries = header.filter((name) => /^[A-Z]{3}$/.test(name));
  if (countries.length === 0) report('csv', 1, 1, 'there is no column of a country', importHint);
  const indexOf = new Map(countries.map((name, i) => [name, i]));
  return {
    countries,
    countryOf: Int32Array.from(header, (name) => indexOf.get(name) ?? -1),
    detailOf: Int32Array.from(header, (name) => detailColumns.indexOf(name as DetailColumn)),
    width: header.length,
    bodyStart: headerEnd + 1,
  };
}
