import { hintFor } from '../../catalog/nearest.ts';
import { builtInScales } from '../../catalog/scales.ts';
import { ABSENT } from '../../evidence/evidence.ts';
import { inputError, UserError } from '../../errors.ts';
import { type RowVisitor, textOf } from '../csv.ts';
import { ABSTAIN, NO, YES } from '../record.ts';
import { toId } from '../topics.ts';
import { type ImportContext, visitRows } from './rows.ts';
import { needDay } from './values.ts';

/** Which columns of a tidy table say what, and on which scale the positions are. */
export interface TableOptions {
  readonly issue: string;
  readonly country: string;
  readonly position: string;
  readonly date: string;
  /** Columns that may be missing. */
  readonly title?: string;
  readonly topic?: string;
  /** Labels from against to for; vote words are recognised where it is left out. */
  readonly labels?: readonly string[];
}

const voteWords: ReadonlyMap<string, number> = new Map(
  (
    [
      [YES, ['y', 'yes', 'yea', 'aye', 'for', 'in favour', 'in favor', 'favour', '1']],
      [NO, ['n', 'no', 'nay', 'against', '-1']],
      [ABSTAIN, ['a', 'abstain', 'abstained', 'abstention', '0']],
      [ABSENT, ['x', 'absent', 'not voting', 'non-voting', 'did not vote', 'na', '']],
    ] as const
  ).flatMap(([vote, words]) => words.map((word) => [word, vote] as const)),
);

/** Labels of a scale: a built-in one by name, or a list separated by commas. */
export function parseLabels(text: string): readonly string[] {
  const builtIn = Object.hasOwn(builtInScales, text) ? builtInScales[text] : undefined;
  const labels = builtIn?.labels ?? text.split(',').map((label) => label.trim());
  if (
    labels.length < 2 ||
    labels.some((label) => label === '') ||
    new Set(labels.map((label) => label.toLowerCase())).size < labels.length
  ) {
    throw new UserError(`the scale ${JSON.stringify(text)} is no list of different labels`, {
      hint: `give the labels from against to for, separated by commas (capitals do not tell them apart), or one of ${Object.keys(builtInScales).join(', ')}`,
    });
  }
  return labels;
}

/**
 * A tidy table: a row per issue and country. Positions are labels of the scale given, or words for
 * votes (yes, no, abstain, absent, and 1, -1, 0).
 */
export function tableVisitor(context: ImportContext, options: TableOptions): RowVisitor {
  const { states, file, header } = context;
  const at = (name: string | undefined) =>
    name === undefined
      ? -1
      : header.findIndex((column) => column.toLowerCase() === name.toLowerCase());
  const need = (name: string, flag: string) => {
    const column = at(name);
    if (column >= 0) return column;
    throw inputError(`there is no column "${name}"`, {
      location: { file, line: 1, column: 1 },
      hint: `name the column with --${flag}; ${hintFor(name, header, 'the columns')}`,
    });
  };
  const issue = need(options.issue, 'issue');
  const country = need(options.country, 'country');
  const position = need(options.position, 'position');
  const date = need(options.date, 'date');
  const [title, topic] = [at(options.title), at(options.topic)];
  const categories = options.labels
    ? new Map(options.labels.map((label, i) => [label.toLowerCase(), i]))
    : voteWords;
  const text = (row: readonly string[], column: number) => textOf(row[column] ?? '').trim();
  return visitRows(context, {
    rollCall: (row) => row[issue]!,
    describe: (row, line) => ({
      roll_call: text(row, issue),
      resolution: text(row, issue),
      date: needDay(text(row, date), file, line),
      title: text(row, title),
      subjects: text(row, topic),
    }),
    described: [date, title, topic],
    state: (row) => row[country]!,
    byYear: true,
    findState: (row, year) => states.find([text(row, country)], year),
    stateWords: (row) => text(row, country),
    vote: (row) => categories.get(text(row, position).toLowerCase()),
    voteWords: (row) => JSON.stringify(text(row, position)),
    unknownVote: ['unknown-position', 'rows whose position is not on the scale'],
  });
}

/** Ids of issues as a catalog allows them, unique. */
export function uniqueIds(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  /** Of names that come again, the number to try next. */
  const last = new Map<string, number>();
  return names.map((name) => {
    const base = toId(name) || 'issue';
    let id = base;
    for (let n = last.get(base) ?? 2; taken.has(id); last.set(base, ++n)) id = `${base}-${n}`;
    taken.add(id);
    return id;
  });
}
