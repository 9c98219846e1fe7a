import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inputError } from '../../errors.ts';
import { openSource, type ReadProgress, statusOf } from '../bytes.ts';
import { readCsv, type RowVisitor, textOf } from '../csv.ts';
import { ABSTAIN, NO, YES } from '../record.ts';
import { findColumns } from './columns.ts';
import { type Details, type ImportContext, visitRows } from './rows.ts';
import { describeVoeten, voetenSubjects } from './voeten.ts';
import type { SourceFile } from '../../results/import.ts';

const votes: ReadonlyMap<string, number> = new Map([
  ['yes', YES],
  ['abstain', ABSTAIN],
  ['no', NO],
]);

/** The package has one name for each COW number, whatever the year; this one means another state elsewhere. */
const ownNames: ReadonlyMap<string, string> = new Map([['Federal Republic of Germany', 'cow:260']]);

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
  const isDirectory = statusOf(path)?.isDirectory() === true;
  const directory = isDirectory ? path : dirname(path);
  const find = (table: string) =>
    [`${table}.csv`, `${table}.csv.gz`]
      .map((name) => join(directory, name))
      .find((file) => existsSync(file));
  const need = (table: string): string => {
    const file = find(table);
    if (file !== undefined) return file;
    throw inputError(`there is no ${table}.csv (or .csv.gz) in ${directory}`, {
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
      const [rcid, flag, issue] = ['rcid', 'short_name', 'issue'].map(columns.need) as [
        number,
        number,
        number,
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
    const describe = describeVoeten(
      findColumns(header, files.rollCalls, 'unvotes'),
      files.rollCalls,
    );
    return (row, line) => {
      const about = describe(row, line);
      const id = about.roll_call;
      details.set(id, { ...about, subjects: (subjects.get(id) ?? []).join('|') });
    };
  });
  return { details, sources };
}

/** Rows of `un_votes`: absences are left out of this table, so they are no members either. */
export function unvotesVisitor(context: ImportContext, { details }: RollCallTables): RowVisitor {
  const { states, file, header } = context;
  const [rcid, name, code, vote] = ['rcid', 'country', 'country_code', 'vote'].map(
    findColumns(header, file, 'unvotes').need,
  ) as [number, number, number, number];
  return visitRows(context, {
    rollCall: (row) => row[rcid]!,
    describe: (row) => details.get(textOf(row[rcid]!).trim()),
    described: [],
    state: (row) => row[name]!,
    byYear: false,
    findState: (row) => {
      const names = [textOf(row[name]!), textOf(row[code]!)].filter((text) => text !== '');
      return states.find(names.map((text) => ownNames.get(text) ?? text));
    },
    stateWords: (row) => `${textOf(row[name]!)} ${textOf(row[code]!)}`,
    vote: (row) => votes.get(row[vote]!),
    voteWords: (row) => JSON.stringify(textOf(row[vote]!)),
    unknownVote: ['unknown-vote', 'rows whose vote is not yes, abstain or no'],
  });
}
