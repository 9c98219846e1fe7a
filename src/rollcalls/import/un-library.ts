import { ABSENT, MISSING } from '../../evidence/evidence.ts';
import { inputError } from '../../errors.ts';
import { type RowVisitor, textOf } from '../csv.ts';
import { ABSTAIN, detailColumns, NO, YES } from '../record.ts';
import { type Columns, findColumns } from './columns.ts';
import { type Details, type ImportContext, visitRows } from './rows.ts';
import { needDay, toCount } from './values.ts';

/** Letters of `ms_vote`; an empty cell is not a member. */
const votes: ReadonlyMap<string, number> = new Map([
  ['Y', YES],
  ['N', NO],
  ['A', ABSTAIN],
  ['X', ABSENT],
  ['', MISSING],
]);

/** Columns of either variant that are no country. */
const otherColumns: ReadonlySet<string> = new Set([
  ...detailColumns,
  'undl_id',
  'draft',
  'committee_report',
  'meeting',
  'agenda_title',
  'vote_note',
  'modality',
  'total_ms',
  'undl_link',
]);

type Describe = (row: readonly string[], line: () => number) => Details & { readonly date: string };

function describer(columns: Columns, file: string): Describe {
  const id = columns.find('undl_id') >= 0 ? columns.find('undl_id') : columns.find('roll_call');
  const [date, resolution] = [columns.need('date'), columns.need('resolution')];
  const at = (name: string) => columns.find(name);
  const copied = (['series', 'subjects', 'on', 'important'] as const).map(
    (name) => [name, at(name)] as const,
  );
  const counts = detailColumns
    .filter((name) => name.startsWith('total_'))
    .map((name) => [name, at(name)] as const);
  // The Council's file has the title as the description.
  const title = at('title') >= 0 ? at('title') : at('description');
  const description = [at('agenda_title'), at('description')].find(
    (column) => column >= 0 && column !== title,
  );
  return (row, line) => {
    const text = (column: number) => textOf(row[column] ?? '').trim();
    const session = text(at('session'));
    return {
      roll_call: text(id) || `${text(resolution)} ${text(date)}`,
      resolution: text(resolution),
      date: needDay(text(date), file, line),
      session: toCount(session),
      title: text(title),
      description: text(description ?? -1),
      ...Object.fromEntries(copied.map(([name, column]) => [name, text(column)])),
      ...Object.fromEntries(counts.map(([name, column]) => [name, toCount(text(column))])),
    };
  };
}

function readLong(context: ImportContext, columns: Columns): RowVisitor {
  const { states, file } = context;
  const [code, vote] = [columns.need('ms_code'), columns.need('ms_vote')];
  const [name, id] = [columns.find('ms_name'), columns.find('undl_id')];
  const [date, resolution] = [columns.need('date'), columns.need('resolution')];
  const namesOf = (row: readonly string[]) => [textOf(row[code]!), textOf(row[name] ?? '')];
  return visitRows(context, {
    rollCall: (row) => row[id] || `${row[resolution]!} ${row[date]!}`,
    describe: describer(columns, file),
    described: [date, columns.find('session'), resolution],
    // One code may stand for two states; then the name decides.
    state: (row) => `${row[code]!}\0${row[name] ?? ''}`,
    byYear: true,
    findState: (row, year) =>
      states.find(
        namesOf(row).filter((text) => text !== ''),
        year,
      ),
    stateWords: (row) => namesOf(row).join(' '),
    vote: (row) => votes.get(row[vote]!.trim().toUpperCase()),
    voteWords: (row) => JSON.stringify(textOf(row[vote]!)),
    unknownVote: ['unknown-vote', 'rows whose vote is not Y, N, A or X'],
  });
}

function readWide(context: ImportContext, columns: Columns): RowVisitor {
  const { collector, states, remarks, file, header } = context;
  columns.need('total_yes');
  const describe = describer(columns, file);
  const cells = header.flatMap((name, column) => {
    if (name === '' || otherColumns.has(name.toLowerCase())) return [];
    if (states.find([name]) !== undefined)
      return [{ name, column, byYear: new Map<string, number>() }];
    remarks.skipped.add(
      'unknown-column',
      'columns that are neither known nor a country',
      () => name,
    );
    return [];
  });
  if (cells.length === 0) {
    throw inputError('there is neither a column "ms_code" nor a column of a country', {
      location: { file, line: 1, column: 1 },
      hint: `the columns are ${header.join(', ')}`,
    });
  }
  return (row, line) => {
    const place = () => `line ${line()}`;
    const details = describe(row, line);
    const id = details.roll_call ?? '';
    if (collector.find(id) !== undefined) {
      remarks.skipped.add('duplicate-row', 'rows that repeat an earlier roll call', place);
      return;
    }
    const rollCall = collector.rollCall(id, () => details);
    const year = details.date.slice(0, 4);
    for (const { name, column, byYear } of cells) {
      const category = votes.get(row[column]!.trim().toUpperCase());
      if (category === undefined) {
        remarks.skipped.add(
          'unknown-vote',
          'cells that are not Y, N, A, X or empty',
          () => `${place()}: ${name} ${JSON.stringify(textOf(row[column]!))}`,
        );
        continue;
      }
      if (category === MISSING) continue;
      let country = byYear.get(year);
      if (country === undefined) {
        country = collector.country(states.find([name], Number(year))!);
        byYear.set(year, country);
      }
      collector.cast(rollCall, country, category, place);
    }
  };
}

/**
 * The UN Digital Library's voting data: a row per vote (`ms_code`, `ms_vote`), or a row per resolution
 * and a column per country. `vote_note` may be there or not; totals may read `120.0`.
 */
export function unLibraryVisitor(context: ImportContext): RowVisitor {
  const columns = findColumns(context.header, context.file, 'un-library');
  const long = columns.find('ms_code') >= 0 || columns.find('ms_vote') >= 0;
  return long ? readLong(context, columns) : readWide(context, columns);
}
