import { dirname, relative, resolve, sep } from 'node:path';
import { unusableInput, UserError } from '../errors.ts';
import { compareVotes } from './compare-votes.ts';
import { indexRollCalls } from './roll-call-index.ts';
import type { OpenRecord } from './open.ts';
import { readRollCallFile } from './roll-call-file.ts';
import { readRecord } from './read.ts';
import { bundledFile, isBundled } from '../bundle/bundled.ts';
import { type Finding, formatFindings, sortFindings } from '../catalog/findings.ts';
import { loadCatalog } from '../catalog/load.ts';
import type { CatalogContext, LoadedCatalog } from '../catalog/read.ts';
import type { Catalog } from '../catalog/model.ts';
import { findClashes, withoutCopies } from '../catalog/clashes.ts';
import { withPackage } from '../bundle/catalog-package.ts';
import { catalogFiles } from '../bundle/open-catalogs.ts';
import { readInput } from '../bundle/read-input.ts';
import type { VoteComparison } from '../results/diagnostics.ts';

export interface Validation {
  /** Files that were read, in the order named. */
  readonly files: readonly string[];
  /** Those without errors. */
  readonly catalogs: readonly Catalog[];
  /** Errors and warnings of all of them, and what keeps them from being loaded together. */
  readonly findings: readonly Finding[];
  /** How their recorded votes compare with a record, if they were compared. */
  readonly comparison?: VoteComparison;
}

/** A path as one would write it: relative where the file is below the current folder. */
function shortPath(file: string, cwd: string): string {
  const path = relative(cwd, file);
  return path === '..' || path.startsWith(`..${sep}`) ? file : path;
}

function filesOf(name: string, cwd: string): readonly string[] {
  return isBundled(name) ? [shortPath(bundledFile(name), cwd)] : catalogFiles(name, cwd);
}

/** Problems of the roll-call files beside a catalog; one that is missing is a problem of the catalog. */
function* checkRollCalls(
  { content, find }: LoadedCatalog,
  folder: string,
  cwd: string,
): Generator<Finding> {
  for (const [i, { file: name }] of (content?.rollCalls ?? []).entries()) {
    const file = resolve(folder, name);
    try {
      yield* readRecord(readRollCallFile({ file, folder }), shortPath(file, cwd)).findings;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const { message } = error;
      yield find({ code: 'no-such-file', path: ['rollCalls', i, 'file'], message });
    }
  }
}

/** Compares the recorded votes of files of the right shape with those of official records. */
function compareAll(
  loaded: readonly LoadedCatalog[],
  records: readonly OpenRecord[],
  cwd: string,
  { atlas }: CatalogContext,
): Required<Pick<Validation, 'findings' | 'comparison'>> {
  const index = indexRollCalls(
    records.map((open) => ({ ...open, file: shortPath(open.file, cwd) })),
  );
  const findings: Finding[] = [];
  const sums = { claimed: 0, found: 0, votes: 0, agreeing: 0 };
  for (const { content, find } of loaded) {
    if (!content) continue;
    const { problems, comparison } = compareVotes(content, index, atlas);
    for (const problem of problems) findings.push(find(problem));
    for (const key of ['claimed', 'found', 'votes', 'agreeing'] as const)
      sums[key] += comparison[key];
  }
  return { findings, comparison: sums };
}

/** What cannot be read, and what is wrong with the rest. */
function cannotReadAll(unreadable: readonly UserError[], findings: readonly Finding[]): UserError {
  const [first] = unreadable;
  const lines = [...unreadable.map(({ message }) => message), ...formatFindings(findings)];
  return new UserError(lines.join('\n'), {
    hint: first?.hint,
    exitCode: first?.exitCode ?? unusableInput,
  });
}

/**
 * Reads catalogs from their files, bundled ones included, and finds every problem in them.
 *
 * @param names files, directories and names of bundled catalogs; each file is read once
 * @param records official records to compare recorded votes with
 * @throws UserError (input) if a file is missing or cannot be read
 */
export function validateCatalogs(
  names: readonly string[],
  cwd: string,
  context: CatalogContext,
  records?: readonly OpenRecord[],
): Validation {
  const unreadable: UserError[] = [];
  const attempt = <T>(read: () => readonly T[]): readonly T[] => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      unreadable.push(error);
      return [];
    }
  };
  const files = [...new Set(names.flatMap((name) => attempt(() => filesOf(name, cwd))))];
  const loaded = files.flatMap((file) =>
    attempt(() => {
      const path = resolve(cwd, file);
      return [{ ...loadCatalog(readInput(file, cwd), file, context, path), path }];
    }),
  );

  const finderOf = new Map(loaded.map(({ catalog, find }) => [catalog, find]));
  const catalogs = loaded.flatMap(({ catalog }) => catalog ?? []);
  const clashes = findClashes(withoutCopies(catalogs)).flatMap(({ catalog, ...problem }) => {
    const find = finderOf.get(catalog);
    return find ? [find({ code: 'clash', ...problem })] : [];
  });
  const own = loaded.flatMap((each) => [
    ...each.findings,
    ...checkRollCalls(each, dirname(each.path), cwd),
  ]);
  if (unreadable.length > 0) throw cannotReadAll(unreadable, sortFindings([...own, ...clashes]));
  const origins = loaded.flatMap(({ catalog, path }) =>
    catalog ? [withPackage(catalog, path)] : [],
  );
  if (!records) return { files, catalogs: origins, findings: sortFindings([...own, ...clashes]) };
  const { findings, comparison } = compareAll(loaded, records, cwd, context);
  return {
    files,
    catalogs: origins,
    findings: sortFindings([...own, ...clashes, ...findings]),
    comparison,
  };
}
