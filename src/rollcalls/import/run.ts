import type { Atlas } from '../../countries/resolve.ts';
import { inputError } from '../../errors.ts';
import type { ReadProgress } from '../bytes.ts';
import { readCsv } from '../csv.ts';
import { layoutNames } from '../layouts/index.ts';
import type { Layout } from '../layouts/layout.ts';
import { createDateTexts } from './cell-dates.ts';
import { decideCodes, parseCodes, readVote, scaleCodes, scalesOf, voteMeaning } from './codes.ts';
import { findCompanions, findVotes, readCompanions, type CompanionFiles } from './companions.ts';
import { type CountryCodes, decideCountryCodes } from './country-codes.ts';
import { detectLayout } from './detect.ts';
import { type ExtendedTable, openExtended } from './extended.ts';
import { createGrid, type Details, type Met, type VoteGrid } from './grid.ts';
import { withDate } from './describe.ts';
import { refuseDoubtful, votesIn } from './judge.ts';
import { toBody } from './read-context.ts';
import { readRows } from './read-rows.ts';
import type { UnknownColumn } from './unknown-column.ts';
import { writeCollected } from './record-catalog.ts';
import { settle } from './settle.ts';
import { telling } from './full-table.ts';
import { otherColumns, unreadColumns } from './unread.ts';
import { createRemarks, type Remarks, unknownLicence } from './summary.ts';
import { openSheet, type SheetOptions } from './sheet.ts';
import type { TableColumns } from './table.ts';
import type { DateFormat, ManyRule } from '../../results/vocabulary.ts';
import type { ImportSummary, Remark, SourceFile } from '../../results/import.ts';

/** Names of the layouts that are read. */
export const importFormats = layoutNames;

export interface ImportOptions {
  /** Name of a layout; told by the header if left out. */
  readonly format?: string | undefined;
  /** File, plain or gzip, or a folder with one file of votes. */
  readonly file: string;
  /** Id of the catalog and of its record. */
  readonly id: string;
  readonly title?: string;
  readonly atlas: Atlas;
  /** Columns of a table that have names of their own. */
  readonly table?: TableColumns;
  /** Labels from against to for, if the positions are no votes. */
  readonly labels?: readonly string[] | undefined;
  /** Codes of the votes, by name or as a list; decided by all votes if left out. */
  readonly codes?: string | undefined;
  /** System of country codes; decided by all countries if left out. */
  readonly countryCodes?: CountryCodes | undefined;
  /** Of a file with votes of several bodies, the one that is read. */
  readonly body?: string | undefined;
  /** How a spreadsheet is read, where it leaves a choice. */
  readonly sheet?: SheetOptions | undefined;
  /** Form of the dates, where they leave a choice. */
  readonly dateFormat?: DateFormat | undefined;
  /** The date of a table that has no column of dates. */
  readonly dated?: string | undefined;
  /** What becomes of several positions of one country on one issue; refused if left out. */
  readonly many?: ManyRule | undefined;
  /** Takes what can be read, however much is left out. */
  readonly lenient?: boolean | undefined;
  readonly onProgress?: (progress: ReadProgress) => void;
  /** Told what was left out and doubted before an import is refused for it. */
  readonly onRefusal?: (remarks: readonly Remark[]) => void;
}

/** An outside data set as files that `align` reads. */
export interface Imported {
  readonly summary: ImportSummary;
  /** Text of the catalog. */
  readonly catalog: string;
  /** The roll-call file beside it, unless the positions are on a scale of their own. */
  readonly record?: readonly [name: string, text: string];
}

/**
 * Turns an outside data set into a catalog and a roll-call file.
 *
 * @throws UserError (exit 3) if the file cannot be used, can be read in several ways, or too much of it
 *   would be left out; with the line where there is one
 */
export async function importRecord(options: ImportOptions): Promise<Imported> {
  const { atlas, onProgress = () => {} } = options;
  const remarks = { skipped: createRemarks(), doubtful: createRemarks() };
  const grid = createGrid(remarks.skipped);
  const bodies = new Map<string, number>();
  const unknown: UnknownColumn[] = [];
  const unread: string[] = [];
  let columns: readonly string[] = [];
  let layout: Layout | undefined;
  let extended: ExtendedTable | undefined;
  let beside: CompanionFiles | undefined;

  const path = findVotes(options.file, options.format);
  const source = await openSheet(path, options.sheet ?? {}, onProgress);
  const dates = createDateTexts(source.name, options);
  const rows = await readCsv(source, (header) => {
    extended = openExtended(options, { header, file: source.name, remarks, dates });
    if (extended) return extended.visit;
    const { format: name, table = {}, body, dated } = options;
    columns = header;
    layout = detectLayout(header, atlas, source.name, { name, columns: table, dated });
    if (layout.rows === 'votes')
      unread.push(...otherColumns(header, layout).map((at) => header[at]!));
    beside = findCompanions(layout, source.name);
    const file = source.name;
    const context = { layout, grid, atlas, remarks, file, header, bodies, unknown, dates };
    return readRows(body === undefined ? context : { ...context, body });
  });
  const described =
    layout && beside && (await readCompanions(layout, beside, { ...options, onProgress }));
  const sources: readonly SourceFile[] = [
    { name: source.name, bytes: source.size, sha256: source.sha256() },
    ...(described?.sources ?? []),
  ];
  if (extended) return extended.finish(sources, rows);
  if (layout === undefined) throw new Error('the header has not been read');
  const body = bodyRead(layout, options, bodies);
  if (!described) {
    const toDate = dates.settle();
    for (const row of grid.rows) row.details = withDate(row.details, toDate);
  }
  const lost = described ? describeRollCalls(grid, described.details, remarks) : 0;

  const labels = labelsOf(layout, options, grid);
  const codes = labels ? scaleCodes(labels) : codesOf(layout, options, grid);
  const countries = countriesOf(layout, options, grid);
  const { byYear, ownNames } = layout;
  const settled = settle(grid, { codes, countries, byYear, ownNames }, atlas, remarks);
  let [cells, leftOut] = [settled.cells + lost, settled.leftOut + lost];
  for (const column of unknown) {
    const votes = votesIn(column, codes);
    if (votes === undefined) {
      unread.push(column.name);
      continue;
    }
    const found = atlas.resolve(column.name);
    const nearest = found.kind === 'unknown' ? (found.suggestions[0] ?? null) : null;
    remarks.skipped.leaveOut('unknown-column', 'votes of columns that are no country', {
      ...votes,
      nearest,
    });
    [cells, leftOut] = [cells + votes.count, leftOut + votes.count];
  }
  const collected = { ...settled, cells, leftOut };
  const [skipped, doubtful] = [remarks.skipped.list(), remarks.doubtful.list()];
  try {
    if (options.lenient !== true) refuseDoubtful(collected, source.name);
    if (collected.votes === 0)
      throw inputError(`no votes were found in ${source.name}`, {
        hint: skipped[0]?.message ?? 'all rows are absences or of states that were no members',
      });
  } catch (error) {
    options.onRefusal?.([...skipped, ...doubtful]);
    throw error;
  }
  const { origin } = layout;
  const { counts, ...written } = writeCollected(collected, {
    ...options,
    files: sources,
    layout,
    body,
    labels,
    skipped: remarks.skipped,
  });
  const summary: ImportSummary = {
    schema: 'align/import@1',
    format: layout.name,
    sources,
    rows,
    ...counts,
    read: {
      layout: layout.about,
      codes: codes.name,
      votes: grid.values
        .filter(({ text }) => readVote(codes, text) !== undefined)
        .map(({ text, count }) => ({
          text,
          as: labels?.[readVote(codes, text) ?? -1] ?? voteMeaning(readVote(codes, text)),
          count,
        }))
        .sort((x, y) => y.count - x.count || (x.text < y.text ? -1 : 1)),
      countries,
    },
    unread: unreadColumns(
      unread,
      columns,
      layout.name === 'table' && layout.rows === 'votes' ? telling : [],
    ),
    skipped: remarks.skipped.list(),
    doubtful,
    license: origin?.license ?? '',
    licenseNote: origin?.licenseNote ?? unknownLicence,
  };
  return { summary, ...written };
}

const tallyOf = (met: readonly Met[]) => new Map(met.map(({ text, count }) => [text, count]));

/** Labels of the scale that positions are on, where it is given, or a built-in one and no other has them all. */
function labelsOf(layout: Layout, { codes, labels }: ImportOptions, { values }: VoteGrid) {
  if (labels !== undefined || (codes ?? layout.codes) !== undefined) return labels;
  const [scale, ...others] = scalesOf(tallyOf(values));
  return others.length === 0 ? scale?.labels : undefined;
}

function codesOf(layout: Layout, { codes }: ImportOptions, { values }: VoteGrid) {
  const name = codes ?? layout.codes;
  return name === undefined
    ? decideCodes(tallyOf(values), 'the column of votes')
    : parseCodes(name);
}

function countriesOf(layout: Layout, options: ImportOptions, { states }: VoteGrid) {
  return (
    options.countryCodes ??
    layout.countries ??
    decideCountryCodes(
      new Map(states.map(({ names, count }) => [names[0] ?? '', count])),
      options.atlas,
      'the countries',
    )
  );
}

/** @throws UserError (exit 3) if there are several bodies, and none is asked for */
function bodyRead(
  layout: Layout,
  { body }: ImportOptions,
  bodies: ReadonlyMap<string, number>,
): string {
  if (body !== undefined) return toBody(body);
  const [first, ...others] = bodies.keys();
  if (others.length === 0) return first ?? layout.body;
  const counts = [...bodies].map(([name, count]) => `${name} (${count} rows)`).join(', ');
  throw inputError(`the file has votes of several bodies: ${counts}`, {
    hint: `import one with ${[...bodies.keys()].map((name) => `--body ${name}`).join(' or ')}, each into a folder of its own`,
  });
}

/** Tells roll calls by what another file says of them; those it does not have go. How many votes go with them. */
function describeRollCalls(
  { rows }: VoteGrid,
  details: ReadonlyMap<string, Details>,
  { skipped }: { readonly skipped: Remarks },
): number {
  let lost = 0;
  for (const row of rows) {
    const id = row.details.roll_call ?? '';
    const known = details.get(id);
    if (known !== undefined) {
      row.details = known;
      continue;
    }
    const count = row.cells.filter((cell) => cell !== 0).length;
    row.details = {};
    row.cells = new Uint8Array();
    lost += count;
    skipped.leaveOut('unknown-roll-call', 'votes in a roll call that is not described', {
      text: id,
      count,
      place: '',
      nearest: null,
    });
  }
  return lost;
}
