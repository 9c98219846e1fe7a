import type { CountryCode } from '../../catalog/model.ts';
import {
  confidences,
  coordinationDepths,
  type ManyRule,
  saliences,
} from '../../results/vocabulary.ts';
import type { RowVisitor } from '../csv.ts';
import { topicsOf } from '../topics.ts';
import type { DateTexts } from './cell-dates.ts';
import { createCells } from './cells.ts';
import { createCitations } from './citations.ts';
import { createCoders } from './coders.ts';
import { type FullTable, writeFullCatalog } from './full-catalog.ts';
import { withScales } from './full-scales.ts';
import { oneOf } from './ids.ts';
import type { Draft } from './issue-draft.ts';
import { splitList } from './lists.ts';
import type { Remarks } from './summary.ts';
import { actorHolder, createTableActors } from './table-actors.ts';
import type { TableColumns } from './table.ts';

/** Columns that tell a table with more than votes from one without. */
export const telling =
  'holder salience confidence note question series from sources source source_url voter expert coder mp mep deputy legislator respondent scale labels weight depth topic_title cameo'.split(
    ' ',
  );

/** What `align export` writes for readers of the table, and says elsewhere too. */
const forReaders = 'catalog value country_name coder_name coder_kind coder_note coded_on'.split(
  ' ',
);

/** Who gave one of several positions of a country: by `--many` they are counted, whoever they are. */
const voters = 'voter expert coder mp mep deputy legislator respondent'.split(' ');

/** What a row says of its issue, whatever else it says. */
const aboutIssues =
  'title question series date scale labels neutral weight coding_rule body resolution draft submitters session on important outcome total_yes total_no total_abstentions'.split(
    ' ',
  );

/** What rows are turned into positions with. */
export interface FullContext {
  readonly header: readonly string[];
  /** The state that a text means in a year; of those that mean none, a remark is made. */
  readonly find: (name: string, year: number | undefined, line: number) => CountryCode | undefined;
  /** Whether a text means a country, or may mean one of several; no remark is made. */
  readonly isCountry: (text: string) => boolean;
  /** Name of the file, for messages. */
  readonly file: string;
  readonly remarks: { readonly skipped: Remarks; readonly doubtful: Remarks };
  readonly dates: DateTexts;
}

export interface FullOptions {
  readonly table?: TableColumns;
  readonly labels?: readonly string[] | undefined;
  readonly codes?: string | undefined;
  readonly many?: ManyRule | undefined;
  /** The date of a table without dates. */
  readonly dated?: string | undefined;
}

const needed = ['issue', 'country', 'position', 'date'] as const;

/** The columns that are named, and `stance` for the position where nothing else is. */
function columnsOf(header: readonly string[], table: TableColumns = {}): TableColumns {
  const columns = new Set(header.map((column) => column.toLowerCase()));
  const isStance =
    table.position === undefined && !columns.has('position') && columns.has('stance');
  return isStance ? { ...table, position: 'stance' } : table;
}

/** Whether a table says more than who voted how on what, so that no roll-call file can hold it. */
export function isFullTable(
  header: readonly string[],
  { table: named, many, dated }: FullOptions,
): boolean {
  const table = columnsOf(header, named);
  const columns = new Set(header.map((column) => column.toLowerCase()));
  const has = (role: (typeof needed)[number]) => columns.has((table[role] ?? role).toLowerCase());
  return (
    needed.every((role) => has(role) !== (role === 'date' && dated !== undefined)) &&
    (many !== undefined || telling.some((column) => columns.has(column)))
  );
}

/**
 * Reads a table that says more than who voted how on what: salience, confidence, notes, sources, dated
 * stances, scales, who acted with whom. It becomes a catalog without a roll-call file. A row without a
 * country is about its issue, one with several and a depth about what they did together.
 */
export function createFullTable(
  { header, find: findState, isCountry, file, remarks, dates }: FullContext,
  options: FullOptions,
): FullTable {
  const names = new Map(
    Object.entries(columnsOf(header, options.table)).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
  const { cell, failAt, unread } = createCells(header, file, names);
  const citations = createCitations(failAt);
  const coders = createCoders(failAt, remarks.doubtful);
  const actors = createTableActors(isCountry, failAt);
  const drafts = new Map<string, Draft>();
  /** Who acted with whom, to be read when all actors are known. */
  const together: (() => void)[] = [];

  const draftOf = (name: string): Draft => {
    let draft = drafts.get(name);
    if (!draft) {
      draft = {
        name,
        cells: new Map(),
        topics: new Map(),
        held: [],
        coordination: [],
        note: '',
        sources: undefined,
      };
      drafts.set(name, draft);
    }
    return draft;
  };

  const readIssue = (draft: Draft, row: readonly string[], line: () => number) => {
    for (const name of aboutIssues) {
      const text = name === 'date' ? dates.note(cell(row, name), line) : cell(row, name);
      const known = draft.cells.get(name);
      if (text === '' || text === known) continue;
      if (known === undefined) draft.cells.set(name, text);
      else
        remarks.doubtful.add(
          'contradicting-details',
          'rows that describe an issue otherwise than an earlier one; the first stands',
          () => `line ${line()}: ${name} ${JSON.stringify(text)} after ${JSON.stringify(known)}`,
        );
    }
    const topics = cell(row, 'topic');
    const titles = splitList(cell(row, 'topic_title'));
    if (titles.length > 0)
      for (const [i, id] of splitList(topics).entries()) draft.topics.set(id, titles[i] || id);
    else if (topics !== '')
      for (const { id, title } of topicsOf(topics)) draft.topics.set(id, title);
  };

  const yearOf = (draft: Draft) => {
    // However the date is written, which is not known yet.
    const year = /(?<!\d)(?:1[89]|20)\d\d(?!\d)/.exec(draft.cells.get('date') ?? '');
    return year ? Number(year[0]) : undefined;
  };

  const find = (name: string, draft: Draft, line: number) => findState(name, yearOf(draft), line);

  /** Whether a row without an issue is about an actor itself. */
  const readActor = (row: readonly string[], line: number): boolean => {
    const [holder, id, position] = ['holder', 'country', 'position'].map((name) => cell(row, name));
    if (holder?.toLowerCase() !== actorHolder || !id || position !== '') return false;
    const sources = citations.read((column) => cell(row, column), line);
    const known = actors.add(id, cell(row, 'country_name'), line);
    actors.describe(known, cell(row, 'note'), sources);
    return true;
  };

  const visit: RowVisitor = (row, lineOf) => {
    const name = cell(row, 'issue');
    if (name === '') {
      if (readActor(row, lineOf())) return;
      const line = `line ${lineOf()}`;
      const position = cell(row, 'position');
      if (position === '') remarks.skipped.add('no-issue', 'rows without an issue', () => line);
      else
        remarks.skipped.leaveOut('unnamed-issue', 'positions on an issue that is not named', {
          text: position,
          count: 1,
          place: line,
          nearest: null,
        });
      return;
    }
    const draft = draftOf(name);
    readIssue(draft, row, lineOf);
    const country = cell(row, 'country');
    const depth = cell(row, 'depth');
    const line = lineOf();
    const sources = citations.read((column) => cell(row, column), line);
    const note = cell(row, 'note');
    if (country === '') {
      draft.note ||= note;
      draft.sources = [...new Set([...(draft.sources ?? []), ...sources])];
    } else if (depth !== '') {
      const how = oneOf(coordinationDepths, depth, 'depth', line, failAt);
      together.push(() => {
        const between = splitList(country).flatMap(
          (each) => actors.find(each) ?? find(each, draft, line) ?? [],
        );
        if (between.length < 2) throw failAt(line, 'a depth is of two countries or more');
        draft.coordination.push({
          between,
          depth: how,
          ...(note === '' ? {} : { note }),
          sources,
        });
      });
    } else {
      const holder = oneOf([actorHolder, 'country'], cell(row, 'holder'), 'holder', line, failAt);
      const code =
        holder === actorHolder
          ? actors.add(country, cell(row, 'country_name'), line)
          : find(country, draft, line);
      if (code === undefined) return;
      // By --many, coders are voters like others.
      const coder =
        options.many === undefined
          ? coders.read(
              (column) => cell(row, column),
              dates.note(cell(row, 'coded_on'), lineOf),
              line,
            )
          : undefined;
      if (coder && cell(row, 'salience') !== '')
        remarks.skipped.add(
          'coder-salience',
          'saliences in rows of a coder: they belong to the position, in a row without one',
          () => `line ${line}: ${cell(row, 'salience')}`,
        );
      draft.held.push({
        ...(coder ? { coder } : {}),
        country: code,
        position: cell(row, 'position'),
        from: dates.note(cell(row, 'from'), lineOf),
        salience: oneOf(saliences, cell(row, 'salience'), 'salience', line, failAt),
        confidence: oneOf(confidences, cell(row, 'confidence'), 'confidence', line, failAt),
        note,
        sources,
        line,
      });
    }
  };

  const finish: FullTable['finish'] = (about) => {
    const { labels, codes: asked } = options;
    for (const read of together) read();
    const dated = withDates([...drafts.values()], dates.settle());
    const { scaled, codes } = withScales(dated, { labels, asked }, remarks.skipped, failAt);
    const { skipped } = remarks;
    const context = { ...about, actors: actors.list(), skipped, failAt, ...coders.settle() };
    return { ...writeFullCatalog(scaled, citations.list(), context), codes };
  };
  const useless = options.many === undefined ? forReaders : [...forReaders, ...voters];
  return { visit, finish, unread: () => unread(useless) };
}

function withDates(drafts: readonly Draft[], toDate: (text: string) => string): readonly Draft[] {
  return drafts.map((draft) => {
    const date = draft.cells.get('date');
    const cells = new Map(draft.cells);
    if (date !== undefined) cells.set('date', toDate(date));
    const toDay = (text: string) => (text === '' ? text : toDate(text));
    const held = draft.held.map(({ coder, ...row }) => ({
      ...row,
      from: toDay(row.from),
      ...(coder ? { coder: { ...coder, on: toDay(coder.on) } } : {}),
    }));
    return { ...draft, cells, held };
  });
}
