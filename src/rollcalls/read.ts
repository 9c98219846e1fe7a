import { isUtf8 } from 'node:buffer';
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

/** Of each detail that the file has, where it begins in the row of each roll call. */
type DetailPlaces = Readonly<Partial<Record<DetailColumn, Uint32Array>>>;

function locateDetails(
  bytes: Buffer,
  { detailOf }: Layout,
  body: Pick<Body, 'size' | 'starts'>,
): DetailPlaces {
  const starts = detailColumns.map(() => new Uint32Array(body.size));
  const fields = detailOf.findLastIndex((detail) => detail >= 0) + 1;
  for (let row = 0; row < body.size; row++) {
    let position = body.starts[row]!;
    for (let field = 0; field < fields; field++) {
      const detail = detailOf[field]!;
      if (detail >= 0) starts[detail]![row] = position;
      position = endOfField(bytes, position) + 1;
    }
  }
  return Object.fromEntries(
    detailColumns.flatMap((column, detail) =>
      detailOf.includes(detail) ? [[column, starts[detail]!]] : [],
    ),
  );
}

/** Rows that are turned at a time, so that what is read and written stays in the processor's cache. */
const turnedAtOnce = 64;

/** Votes by country, then roll call, of those by roll call, then country. */
function gatherByCountry(votes: Int8Array, size: number, countries: number): Int8Array {
  const gathered = new Int8Array(size * countries);
  for (let first = 0; first < size; first += turnedAtOnce) {
    const end = Math.min(first + turnedAtOnce, size);
    for (let country = 0; country < countries; country++)
      for (let i = first; i < end; i++)
        gathered[country * size + i] = votes[i * countries + country]!;
  }
  return gathered;
}

function toRecord(bytes: Buffer, layout: Layout, body: Body): RollCallRecord {
  const { countries } = layout;
  const { size, votes, starts, lines } = body;
  const order = countries.map((_, i) => i).sort((i, j) => (countries[i]! < countries[j]! ? -1 : 1));
  const columnOf = new Map(order.map((column) => [countries[column]!, column]));
  const byCountry = gatherByCountry(votes, size, countries.length);
  let places: DetailPlaces | undefined;
  return {
    size,
    countries: [...columnOf.keys()],
    hasAbsences: byCountry.includes(ABSENT),
    votesOf: (country) => {
      const column = columnOf.get(country);
      if (column === undefined) throw new RangeError(`no votes of ${country} in this record`);
      return byCountry.subarray(column * size, (column + 1) * size);
    },
    detail: (column, rollCall) => {
      places ??= locateDetails(bytes, layout, { size, starts });
      const start = places[column]?.[rollCall];
      return start === undefined ? '' : decodeField(bytes, start, endOfField(bytes, start));
    },
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
