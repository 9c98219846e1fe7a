import { relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.ts';
import { readRecord } from '../rollcalls/read.ts';
import { bundledFile, bundledNames } from './bundled.ts';
import { type Finding, sortFindings } from './findings.ts';
import { type CatalogContext, type LoadedCatalog, loadCatalog } from './load.ts';
import { catalogFiles, findClashes, readInput, withoutCopies } from './open.ts';

export interface Validation {
  /** Files that were read, in the order named. */
  readonly files: readonly string[];
  /** Errors and warnings of all of them, and what keeps them from being loaded together. */
  readonly findings: readonly Finding[];
}

/** A path as one would write it: relative where the file is below the current folder. */
function shortPath(file: string, cwd: string): string {
  const path = relative(cwd, file);
  return path === '..' || path.startsWith(`..${sep}`) ? file : path;
}

function filesOf(name: string, cwd: string): readonly string[] {
  return bundledNames.some((known) => known === name)
    ? [shortPath(bundledFile(name), cwd)]
    : catalogFiles(name, cwd);
}

/** Problems of the roll-call files beside a catalog; one that is missing is a problem of the catalog. */
function* checkRollCalls({ catalog, find }: LoadedCatalog, cwd: string): Generator<Finding> {
  for (const [i, { file }] of (catalog?.rollCalls ?? []).entries()) {
    try {
      yield* readRecord(readInput(file, cwd), shortPath(file, cwd)).findings;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const { message } = error;
      yield find({ code: 'no-such-file', path: ['rollCalls', i, 'file'], message });
    }
  }
}

/**
 * Reads catalogs from their files, bundled ones included, and finds every problem in them.
 *
 * @param names files, directories and names of bundled catalogs; each file is read once
 * @throws UserError (input) if a file is missing or cannot be read
 */
export function validateCatalogs(
  names: readonly string[],
  cwd: string,
  context: CatalogContext,
): Validation {
  const files = [...new Set(names.flatMap((name) => filesOf(name, cwd)))];
  const inputs = files.map((file) => ({ file, bytes: readInput(file, cwd) }));
  const loaded = inputs.map(({ file, bytes }) =>
    loadCatalog(bytes, file, context, resolve(cwd, file)),
  );

  const finderOf = new Map(loaded.map(({ catalog, find }) => [catalog, find]));
  const catalogs = loaded.flatMap(({ catalog }) => catalog ?? []);
  const clashes = findClashes(withoutCopies(catalogs)).flatMap(({ catalog, ...problem }) => {
    const find = finderOf.get(catalog);
    return find ? [find({ code: 'clash', ...problem })] : [];
  });
  const own = loaded.flatMap((each) => [...each.findings, ...checkRollCalls(each, cwd)]);
  return { files, findings: sortFindings([...own, ...clashes]) };
}
