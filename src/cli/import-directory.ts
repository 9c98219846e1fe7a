import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { inputError, systemReason } from '../../errors.ts';

/** First line of a catalog that `align import` wrote, and may replace. */
export const importMark = '# Written by align import; running it again replaces this file.';

const catalogFile = 'catalog.yaml';
const partialOf = (name: string) => `.${name}.partial`;

/** The catalog that an earlier import left in a directory. */
function earlierCatalog(directory: string): string | undefined {
  try {
    const text = readFileSync(join(directory, catalogFile), 'utf8');
    return text.startsWith(importMark) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** The roll-call file beside the catalog that an earlier import left. */
function earlierRecord(catalog: string | undefined): string | undefined {
  const [, name] = /^ +file: (\S+\.csv)$/m.exec(catalog ?? '') ?? [];
  return name !== undefined && basename(name) === name ? name : undefined;
}

/**
 * Makes sure, before any long work, that a directory can be written: it is new, empty, or an earlier import,
 * and has no other files under the names to write.
 *
 * @throws UserError (exit 3) otherwise
 */
export function checkTarget(directory: string, names: readonly string[]): void {
  const full = resolve(directory);
  const fail = (why: string, hint: string) => {
    throw inputError(`cannot write to ${directory}: ${why}`, { hint });
  };
  if (!existsSync(dirname(full))) fail(`there is no directory ${dirname(full)}`, 'make it first');
  if (!existsSync(full)) {
    if (lstatSync(full, { throwIfNoEntry: false }))
      fail('it is a link that leads nowhere', 'name a new directory');
    return;
  }
  let entries: readonly string[];
  try {
    entries = readdirSync(full);
  } catch {
    return fail('it is not a directory', 'name a new directory with --output');
  }
  const catalog = earlierCatalog(full);
  const leftovers = names.map(partialOf);
  if (catalog === undefined && !entries.every((name) => leftovers.includes(name)))
    fail('it holds something else than an earlier import', 'name a new or empty directory');
  const own = [catalogFile, earlierRecord(catalog)];
  const other = names.find((name) => entries.includes(name) && !own.includes(name));
  if (other !== undefined)
    fail(
      `its file ${other} is not of an earlier import`,
      'name another directory, or another id with --id',
    );
}

type Files = Readonly<Record<string, string>>;

/** Makes a directory in one move. */
function makeDirectory(directory: string, files: Files): void {
  const fresh = join(dirname(directory), partialOf(basename(directory)));
  try {
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(fresh, name), text);
    renameSync(fresh, directory);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
}

/** Replaces the files of an earlier import once all are written, the catalog last; others stay. */
function replaceFiles(directory: string, files: Files): void {
  const names = Object.keys(files).sort(
    (x, y) => Number(x === catalogFile) - Number(y === catalogFile),
  );
  const earlier = earlierRecord(earlierCatalog(directory));
  const partial = (name: string) => join(directory, partialOf(name));
  const clear = () => {
    for (const name of names) rmSync(partial(name), { recursive: true, force: true });
  };
  clear();
  try {
    for (const name of names) writeFileSync(partial(name), files[name]!);
    for (const name of names) renameSync(partial(name), join(directory, name));
  } catch (error) {
    clear();
    throw error;
  }
  if (earlier !== undefined && !names.includes(earlier))
    rmSync(join(directory, earlier), { force: true });
}

/**
 * Writes files into a directory, all or none: a new one is moved there whole, in one that is there the
 * files of an earlier import are replaced. What an interrupted run left behind is cleared away.
 */
export function writeDirectory(directory: string, files: Files): void {
  const full = resolve(directory);
  try {
    if (existsSync(full)) replaceFiles(realpathSync(full), files);
    else makeDirectory(full, files);
  } catch (error) {
    throw inputError(`cannot write to ${directory}: ${systemReason(error)}`);
  }
}
