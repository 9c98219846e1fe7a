import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError, unusableInput } from '../../errors.ts';
import { openSource, type ReadProgress } from '../bytes.ts';
import { readCsv, type RowVisitor, textOf } from '../csv.ts';
import { ABSTAIN, type DetailColumn, NO, YES } from '../record.ts';
import { findColumns } from './columns.ts';
import type { ImportContext } from './importer.ts';
import { needDay, needSession } from './values.ts';
import { titleOf, toSymbol, votedOn, voetenSubjects, withoutNa } from './voeten.ts';
import type { SourceFile } from '../../results/import.ts';

const votes: ReadonlyMap<string, number> = new Map([
  ['yes', YES],
  ['abstain', ABSTAIN],
  ['no', NO],
]);

/** The package has one name for each COW number, whatever the year; this one means another state elsewhere. */
const ownNames: ReadonlyMap<string, string> = new Map([['Federal Republic of Germany', 'cow:260']]);

type Details = Partial<Record<DetailColumn, string>>;

/** The tables of the R package `unvotes`. */
export interface UnvotesFiles {
  readonly votes: string;
  readonly rollCalls: string;
  /** Subjects of roll calls; may be missing. */
  readonly issues: string | undefined;
}

/**
 * Finds the three tables in a directory, or beside the one that is named.
 *
 * @throws UserError (exit 3) if the votes or the roll calls are missing
 */
export function findUnvotes(path: string): UnvotesFiles {
  const isDirectory = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const directory = isDirectory ? path : dirname(path);
  const find = (table: string) =>
    [`${table}.csv`, `${table}.csv.gz`]
      .map((name) => join(directory, name))
      .find((file) => existsSync(file));
  const need = (table: string): string => {
    const file = find(table);
    if (file !== undefined) return file;
    throw new UserError(`there is no ${table}.csv (or .csv.gz) in ${directory}`, {
      exitCode: unusableInput,
      hint: 'the layout unvotes has three tables: un_votes, un_roll_calls and un_roll_call_issues',
    });
  };
  return {
    votes: isDirectory ? need('un_votes') : path,
    rollCalls: need('un_roll_calls'),
    issues: find('un_roll_call_issues'),
  };
}

export interface RollCallTables {
  readonly details: ReadonlyMap<string, Details>;
  readonly sources: readonly SourceFile[];
}

/** Reads the tables that say what the roll calls were about. */
export async function readRollCallTables(
  files: UnvotesFiles,
  onProgress: (progress: ReadProgress) => void,
): Promise<RollCallTables> {
  const sources: SourceFile[] = [];
  const read = async (file: string, open: (header: readonly string[]) => RowVisitor) => {
    const source = await openSource(file, onProgress);
    await readCsv(source, open);
    sources.push({ name: source.name, bytes: source.size, sha256: source.sha256() });
  };

  const subjects = new Map<string, string[]>();
  if (files.issues !== undefined) {
    await read(files.issues, (header) => {
      const columns = findColumns(header, files.issues ?? '', 'unvotes');
      const [rcid, flag, issue] = [
        columns.need('rcid'),
        columns.need('short_name'),
        columns.need('issue'),
      ];
      return (row) => {
        const title = voetenSubjects.get(row[flag]!) ?? textOf(row[issue]!);
        const id = textOf(row[rcid]!);
        const known = subjects.get(id);
        if (known) known.push(title);
        else subjects.set(id, [title]);
      };
    });
  }

  const details = new Map<string, Details>();
  await read(files.rollCalls, (header) => {
    const columns = findColumns(header, files.rollCalls, 'unvotes');
    const [rcid, session, date, unres] = [
      columns.need('rcid'),
      columns.need('session'),
      columns.need('date'),
      columns.need('unres'),
    ];
    const at = (name: string) => columns.find(name);
    const [important, amend, para, short, descr] = [
      at('importantvote'),
      at('amend'),
      at('para'),
      at('short'),
      at('descr'),
    ];
    return (row, line) => {
      const text = (column: number) => withoutNa(textOf(row[column] ?? '').trim());
      const id = text(rcid);
      details.set(id, {
        roll_call: id,
        resolution: toSymbol(text(unres)),
        date: needDay(text(date), files.rollCalls, line),
        session: needSession(text(session), files.rollCalls, line),
        ...titleOf(text(short), text(descr)),
        subjects: (subjects.get(id) ?? []).join('|'),
        on: votedOn(text(amend), text(para)),
        important: text(important) === '1' ? '1' : '',
      });
    };
  });
  return { details, sources };
}

/** Rows of `un_votes`: absences are left out of this table, so they are no members either. */
export function unvotesVisitor(context: ImportContext, { details }: RollCallTables): RowVisitor {
  const { collector, states, remarks, file, header } = context;
  const columns = findColumns(header, file, 'unvotes');
  const [rcid, name, code, vote] = [
    columns.need('rcid'),
    columns.need('country'),
    columns.need('country_code'),
    columns.need('vote'),
  ];
  let last: string | undefined;
  let rollCall = -1;
  const countryOf = new Map<string, number>();
  return (row, line) => {
    const place = () => `line ${line()}`;
    if (row[rcid] !== last) {
      last = textOf(row[rcid]!);
      const about = details.get(last);
      rollCall = about ? collector.rollCall(last, () => about) : -1;
    }
    if (rollCall === -1) {
      remarks.skipped.add(
        'unknown-roll-call',
        'rows of a roll call that un_roll_calls does not have',
        () => `${place()}: rcid ${textOf(row[rcid]!)}`,
      );
      return;
    }
    let country = countryOf.get(row[name]!);
    if (country === undefined) {
      const names = [textOf(row[name]!), textOf(row[code]!)].filter((text) => text !== '');
      const found = states.find(names.map((text) => ownNames.get(text) ?? text));
      country = found === undefined ? -1 : collector.country(found);
      countryOf.set(textOf(row[name]!), country);
    }
    if (country === -1) {
      remarks.skipped.add(
        'unknown-country',
        'rows of a state that is not known',
        () => `${place()}: ${textOf(row[name]!)} ${textOf(row[code]!)}`,
      );
      return;
    }
    const category = votes.get(row[vote]!);
    if (category === undefined) {
      remarks.skipped.add(
        'unknown-vote',
        'rows whose vote is not yes, abstain or no',
        () => `${place()}: ${JSON.stringify(textOf(row[vote]!))}`,
      );
      return;
    }
    collector.cast(rollCall, country, category, place);
  };
}
