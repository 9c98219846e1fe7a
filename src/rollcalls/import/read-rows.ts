import type { Atlas } from '../../countries/resolve.ts';
import { inputError } from '../../errors.ts';
import { type RowVisitor, textOf } from '../csv.ts';
import type { Layout } from '../layouts/layout.ts';
import { type Describe, describer, placeOf, placesOf, type Row } from './describe.ts';
import type { DateTexts } from './cell-dates.ts';
import { copyOf, createDetailCheck } from './details.ts';
import type { Details, VoteGrid } from './grid.ts';
import { createKnownStates } from './known-states.ts';
import type { Remarks } from './summary.ts';
import { otherColumns } from './unread.ts';
import { isTotal } from './values.ts';

/** What the rows of a votes file are put in a grid with. */
export interface ReadContext {
  readonly layout: Layout;
  readonly grid: VoteGrid;
  readonly atlas: Atlas;
  readonly remarks: { readonly skipped: Remarks; readonly doubtful: Remarks };
  /** Name of the file, for messages. */
  readonly file: string;
  readonly header: readonly string[];
  /** Of votes of several bodies, only those of this one. */
  readonly body?: string;
  /** Rows by body. */
  readonly bodies: Map<string, number>;
  readonly dates: DateTexts;
  /** Columns that are neither known nor of a country, and what they hold. */
  readonly unknown: UnknownColumn[];
}

/** A column of which nothing is known: if it has votes, they are left out. */
export interface UnknownColumn {
  readonly name: string;
  readonly texts: Map<string, number>;
}

const bodyNames: ReadonlyMap<string, string> = new Map([
  ['general assembly', 'UNGA'],
  ['security council', 'UNSC'],
]);

export function toBody(text: string): string {
  return bodyNames.get(text.toLowerCase()) ?? text;
}

/** Whether a row is of the body that is read; it is counted. */
function bodyOf({ header, layout, bodies, body }: ReadContext): (row: Row) => boolean {
  const at = placeOf(header, layout.columns.body);
  if (at < 0) return () => true;
  return (row) => {
    const own = toBody(textOf(row[at]!).trim());
    bodies.set(own, (bodies.get(own) ?? 0) + 1);
    return body === undefined || own === toBody(body);
  };
}

const withoutVote = /without (?:a )?vote|consensus/i;

const emptyRows = 'rows without anything in them';
const totalRows = 'rows that sum up others';

/** Rows that repeat a roll call may name another of its subjects each. */
function createSubjects(grid: VoteGrid, column: number): (rollCall: number, row: Row) => void {
  if (column < 0) return () => {};
  const known: Set<string>[] = [];
  return (rollCall, row) => {
    const subject = row[column]!;
    const own = known[rollCall];
    if (own === undefined) known[rollCall] = new Set([copyOf(subject)]);
    else if (!own.has(subject)) {
      own.add(copyOf(subject));
      const described = grid.rows[rollCall]!;
      const subjects = [described.details.subjects ?? '', textOf(subject).trim()];
      described.details = {
        ...described.details,
        subjects: subjects.filter((text) => text !== '').join('|'),
      };
    }
  };
}

/** Reads a row per vote. */
function readVotes(context: ReadContext): RowVisitor {
  const { layout, grid, remarks, header } = context;
  const at = placesOf(header, layout.columns);
  const vote = at('vote');
  const state = (layout.states ?? ['code']).map(at).filter((column) => column >= 0);
  const id = at('roll_call');
  const [resolution, date] = [at('resolution'), at('date')];
  const describe = layout.companions
    ? (row: Row): Details => ({ roll_call: textOf(row[id]!).trim() })
    : describer({ ...context, columns: layout.columns });
  const checkDetails = createDetailCheck(
    remarks.doubtful,
    header,
    layout.companions ? [] : (['date', 'session', 'resolution', 'title'] as const).map(at),
  );
  const uniteSubjects = layout.companions ? () => {} : createSubjects(grid, at('subjects'));
  const isOfBody = bodyOf(context);
  const modality = at('modality');
  const values = new Map<string, number>();
  const states = createKnownStates();
  const [label, people] = [at('label'), at('name')];
  const labelled = new Map<string, string>();
  const noteLabel = (row: Row, code: string) => {
    const shared = textOf(row[label] ?? '');
    const words = `${textOf(row[people] ?? '')} (${code})`;
    const earlier = labelled.get(shared);
    if (shared !== '' && earlier !== undefined)
      remarks.doubtful.add(
        'shared-code',
        'codes that the file gives to two states; told apart by other ones',
        () => `${shared}: ${earlier} and ${words}`,
      );
    labelled.set(shared, words);
  };
  const [first = -1, second = -1] = state;
  let last: string | undefined;
  let rollCall = -1;
  const isEmpty = (row: Row) => row.every((cell) => cell.trim() === '');
  return (row, line) => {
    const place = () => `line ${line()}`;
    if (!isOfBody(row)) return;
    const key = row[id] || `${row[resolution] ?? ''} ${row[date] ?? ''}`;
    if (key !== last) {
      last = undefined;
      if (key.trim() === '' && isEmpty(row)) {
        remarks.skipped.add('empty-row', emptyRows, place);
        return;
      }
      if (isTotal(textOf(key))) {
        remarks.skipped.add('total-row', totalRows, place);
        return;
      }
      last = copyOf(key);
      rollCall = grid.rollCall(textOf(last).trim(), () => describe(row, line));
    }
    checkDetails(rollCall, row, place);
    uniteSubjects(rollCall, row);
    const [name, other] = [row[first]!, second < 0 ? '' : row[second]!];
    let column = states.find(name, other);
    if (column === undefined) {
      const names = state.map((each) => textOf(row[each]!).trim());
      if (names.some(isTotal)) {
        remarks.skipped.add('total-row', totalRows, place);
        return;
      }
      column = grid.state(
        names.filter((text) => text !== ''),
        place,
        state.includes(people) ? '' : textOf(row[people] ?? ''),
      );
      states.add(name, other, column);
      noteLabel(row, names[0] ?? '');
    }
    const cell = row[vote]!;
    // Nobody is absent from a vote that there was not.
    if (modality >= 0 && withoutVote.test(row[modality]!) && !/^\s*[yna]\s*$/i.test(cell)) {
      remarks.skipped.add('without-vote', 'rows of texts adopted without a vote', place);
      return;
    }
    let value = values.get(cell);
    if (value === undefined) {
      value = grid.value(textOf(cell).trim(), place);
      values.set(copyOf(cell), value);
    }
    grid.cast(rollCall, column, value, place);
  };
}

/** A text that this long is no vote. */
const longestVote = 40;
const mostTexts = 300;

function unknownColumn(name: string): UnknownColumn {
  return { name, texts: new Map() };
}

function note({ texts }: UnknownColumn, cell: string): void {
  const text = cell.length > longestVote ? cell.slice(0, longestVote) : cell;
  if (texts.has(text) || texts.size < mostTexts)
    texts.set(copyOf(text), (texts.get(text) ?? 0) + 1);
}

/** Whether a name or code may be one of a country, in any system. */
export function mayBeCountry(name: string, atlas: Atlas, { ownNames }: Layout): boolean {
  // Yes and No are tallies, Norway is NO.
  if (/^[a-z]{2}$/i.test(name) && name !== name.toUpperCase()) return false;
  return [ownNames?.get(name) ?? name, `iso:${name}`, `cow:${name}`].some(
    (text) => atlas.resolve(text).kind === 'found',
  );
}

/** Reads a row per roll call, with a column per country. */
function readRollCalls(context: ReadContext): RowVisitor {
  const { layout, grid, header, remarks, atlas, unknown } = context;
  const describe: Describe = describer({ ...context, columns: layout.columns });
  const others = otherColumns(header, layout);
  const isCountry = (column: number) => mayBeCountry(header[column]!, atlas, layout);
  const columns = others
    .filter(isCountry)
    .map((column) => ({ column, state: grid.state([header[column]!], () => 'line 1') }));
  const strange = others
    .filter((column) => !isCountry(column))
    .map((column) => ({ column, about: unknownColumn(header[column]!) }));
  unknown.push(...strange.map(({ about }) => about));
  const at = placesOf(header, layout.columns);
  const [date, id, resolution] = [at('date'), at('roll_call'), at('resolution')];
  const isOfBody = bodyOf(context);
  const values = new Map<string, number>();
  return (row, line) => {
    const place = () => `line ${line()}`;
    if ([date, id, resolution].every((column) => (row[column] ?? '') === '')) {
      remarks.skipped.add('heading-row', 'rows without a roll call', place);
      return;
    }
    if (!isOfBody(row)) return;
    if ([row[id], row[resolution]].some((cell) => isTotal(textOf(cell ?? '')))) {
      remarks.skipped.add('total-row', totalRows, place);
      return;
    }
    const details = describe(row, line);
    const rollCall = grid.rollCall(details.roll_call, () => details);
    for (const { column, state } of columns) {
      const cell = row[column]!;
      if (cell === '') continue;
      let value = values.get(cell);
      if (value === undefined) {
        value = grid.value(textOf(cell).trim(), place);
        values.set(copyOf(cell), value);
      }
      grid.cast(rollCall, state, value, place);
    }
    for (const { column, about } of strange) note(about, row[column]!);
  };
}

const dayInHeading = /\d{4}-\d{2}-\d{2}/;

/** Reads a row per country, with a column per roll call; its heading has the day. */
function readCountries(context: ReadContext): RowVisitor {
  const { layout, grid, header, file, unknown, dates, remarks } = context;
  const others = otherColumns(header, layout);
  const columns = others.flatMap((column) => {
    const name = header[column]!;
    const date = dates.note(dayInHeading.exec(name)?.[0] ?? '', () => 1);
    if (date === '') return [];
    const details = { roll_call: name, resolution: name, title: name, date };
    return [{ column, rollCall: grid.rollCall(name, () => details) }];
  });
  if (columns.length === 0)
    throw inputError('no heading of a column has the day of its roll call', {
      location: { file, line: 1, column: 1 },
      hint: 'write it into the heading, such as "B1 2024-05-01", say --dated 2024 if all are of one date, or give the table a row per issue with a column "date"',
    });
  const strange = others
    .filter((column) => !columns.some((each) => each.column === column))
    .map((column) => ({ column, about: unknownColumn(header[column]!) }));
  unknown.push(...strange.map(({ about }) => about));
  const code = placeOf(header, layout.columns.code);
  return (row, line) => {
    const place = () => `line ${line()}`;
    const name = textOf(row[code]!).trim();
    if (name === '') return;
    if (isTotal(name)) {
      remarks.skipped.add('total-row', totalRows, place);
      return;
    }
    const state = grid.state([name], place);
    for (const { column, rollCall } of columns) {
      const cell = textOf(row[column]!).trim();
      if (cell !== '') grid.cast(rollCall, state, grid.value(cell, place), place);
    }
    for (const { column, about } of strange) note(about, row[column]!);
  };
}

/** Puts what the rows of a file say into a grid. */
export function readRows(context: ReadContext): RowVisitor {
  const readers = { votes: readVotes, 'roll-calls': readRollCalls, countries: readCountries };
  return readers[context.layout.rows](context);
}
