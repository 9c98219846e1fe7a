import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inputError } from '../../errors.ts';
import { openSource, type ReadProgress, statusOf } from '../bytes.ts';
import { readCsv, type RowVisitor, textOf } from '../csv.ts';
import type { Companion, Layout } from '../layouts/layout.ts';
import { layouts } from '../layouts/index.ts';
import { createDateTexts } from './cell-dates.ts';
import { describer, placesOf, withDate } from './describe.ts';
import type { DateFormat } from '../../results/vocabulary.ts';
import type { Details } from './grid.ts';
import type { SourceFile } from '../../results/import.ts';

const endings = ['.csv', '.csv.gz'];

function findFile(directory: string, names: readonly string[]): string | undefined {
  return names
    .flatMap((name) => endings.map((ending) => join(directory, name + ending)))
    .find((file) => existsSync(file));
}

/**
 * The file with the votes: the one that is named, or the one in a folder that is none beside the votes.
 *
 * @throws UserError (exit 3) if there are none or several
 */
export function findVotes(path: string, layoutName: string | undefined): string {
  if (statusOf(path)?.isDirectory() !== true) return path;
  const companions = layouts.flatMap((layout) =>
    layout.companions
      ? [...layout.companions.rollCalls.files, ...layout.companions.subjects.files]
      : [],
  );
  const files = readdirSync(path)
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .filter((name) => !companions.includes(name.replace(/\.csv(?:\.gz)?$/, '')))
    .toSorted();
  const [file] = files;
  const own = layouts.filter((layout) => layout.name === layoutName);
  const named = findFile(
    path,
    own.flatMap(({ companions: beside }) => beside?.votes ?? []),
  );
  if (named !== undefined) return named;
  if (file !== undefined && files.length === 1) return join(path, file);
  throw inputError(
    file === undefined
      ? `there is no file of votes in ${path}`
      : `there are several files in ${path}: ${files.join(', ')}`,
    { hint: 'name the file with the votes; what describes them is found beside it' },
  );
}

/** The files beside the votes that say what the roll calls were about. */
export interface CompanionFiles {
  readonly rollCalls: string;
  /** May be missing. */
  readonly subjects: string | undefined;
}

/** @throws UserError (exit 3) if one that is needed is missing */
export function findCompanions(layout: Layout, votes: string): CompanionFiles | undefined {
  const { companions } = layout;
  if (companions === undefined) return undefined;
  const directory = dirname(votes);
  const rollCalls = findFile(directory, companions.rollCalls.files);
  if (rollCalls !== undefined)
    return { rollCalls, subjects: findFile(directory, companions.subjects.files) };
  const [first] = companions.rollCalls.files;
  throw inputError(`there is no ${first}.csv (or .csv.gz) in ${directory}`, {
    hint: `the layout ${layout.name} has it beside the votes, as ${companions.rollCalls.files.join(' or ')}`,
  });
}

export interface Described {
  readonly details: ReadonlyMap<string, Details>;
  readonly sources: readonly SourceFile[];
}

/** Reads what files beside the votes say of the roll calls, by id. */
export async function readCompanions(
  layout: Layout,
  files: CompanionFiles,
  {
    onProgress,
    dateFormat,
  }: {
    readonly onProgress: (progress: ReadProgress) => void;
    readonly dateFormat?: DateFormat | undefined;
  },
): Promise<Described> {
  const companions = layout.companions!;
  const sources: SourceFile[] = [];
  const read = async (
    file: string,
    { columns }: Companion,
    needs: readonly (keyof typeof columns)[],
    open: (header: readonly string[]) => RowVisitor,
  ) => {
    const source = await openSource(file, onProgress);
    await readCsv(source, (header) => {
      const missing = needs.find((role) => placesOf(header, columns)(role) < 0);
      if (missing !== undefined)
        throw inputError(`there is no column "${columns[missing]?.[0]}"`, {
          location: { file, line: 1, column: 1 },
          hint: `the columns are ${header.join(', ')}`,
        });
      return open(header);
    });
    sources.push({ name: source.name, bytes: source.size, sha256: source.sha256() });
  };

  const subjects = new Map<string, string[]>();
  const titles = new Map(layout.subjectTitles);
  if (files.subjects !== undefined)
    await read(files.subjects, companions.subjects, ['roll_call', 'title'], (header) => {
      const at = placesOf(header, companions.subjects.columns);
      const [id, short, title] = [at('roll_call'), at('short'), at('title')];
      return (row) => {
        const key = textOf(row[id]!).trim();
        const subject = titles.get(row[short] ?? '') ?? textOf(row[title]!);
        const known = subjects.get(key);
        if (known) known.push(subject);
        else subjects.set(key, [subject]);
      };
    });
  const details = new Map<string, Details>();
  const dates = createDateTexts(files.rollCalls, { dateFormat });
  await read(files.rollCalls, companions.rollCalls, ['roll_call', 'date'], (header) => {
    const { columns } = companions.rollCalls;
    const describe = describer({ header, columns, layout, file: files.rollCalls, dates });
    return (row, line) => {
      const about = describe(row, line);
      const of = subjects.get(about.roll_call) ?? [];
      details.set(about.roll_call, { ...about, subjects: of.join('|') });
    };
  });
  const toDate = dates.settle();
  const dated = [...details].map(([id, about]) => [id, withDate(about, toDate)] as const);
  return { details: new Map(dated), sources };
}
