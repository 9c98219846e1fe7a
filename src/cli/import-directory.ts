import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { inputError, systemReason, UserError } from '../errors.ts';
import { largestInput, readRegularFile } from '../bundle/read-input.ts';
import { type ImportedFiles, vanishing } from './shrinking.ts';
import { isStaged, staging, writeNew } from './staging.ts';

const catalogFile = 'catalog.yaml';

/** First line of a catalog that `align import` wrote, and may replace together with its roll-call file. */
function markOf(record: string | undefined): string {
  const also = record === undefined ? '' : ` and ${record}`;
  return `# Written by align import; running it again replaces this file${also}.\n`;
}

const mark = /^# Written by align import; running it again replaces this file(?: and (\S+))?\.\n/;

/** The files that an earlier import wrote into a directory, by their names; whatever else is there is not ours. */
function earlierFiles(directory: string): readonly string[] {
  try {
    const text = readRegularFile(join(directory, catalogFile), largestInput).toString('latin1');
    const [line, record = catalogFile] = mark.exec(text) ?? [];
    if (line === undefined) return [];
    return basename(record) === record ? [catalogFile, record] : [catalogFile];
  } catch {
    return [];
  }
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
  try {
    accessSync(existsSync(full) ? full : dirname(full), constants.W_OK);
  } catch (error) {
    fail(systemReason(error), 'name another directory with --output');
  }
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
  const own = earlierFiles(full);
  if (own.length === 0 && !entries.every(isStaged))
    fail('it holds something else than an earlier import', 'name a new or empty directory');
  const other = names.find((name) => entries.includes(name) && !own.includes(name));
  if (other !== undefined)
    fail(
      `its file ${other} is not of an earlier import`,
      'name another directory, or another id with --id',
    );
}

const mostNamed = 5;

/**
 * Refuses to replace an earlier import by one that lacks issues or countries of it.
 *
 * @throws UserError (exit 3) with what would vanish
 */
export function refuseToShrink(directory: string, files: ImportedFiles): void {
  const earlier = earlierFiles(directory);
  if (earlier.length === 0) return;
  const hint = 'replace it all the same with --replace, or name another directory';
  const read = (name: string) => readRegularFile(join(directory, name), largestInput).toString();
  const vanished = (): readonly string[] => {
    const csv = earlier.find((name) => name !== catalogFile);
    try {
      const record = csv === undefined ? {} : { record: [csv, read(csv)] as const };
      return vanishing({ catalog: read(catalogFile), ...record }, files);
    } catch (error) {
      // Of a roll-call file that is gone or damaged nothing is lost; a catalog may have been edited.
      if (csv !== undefined) return [];
      throw inputError(`the earlier import in ${directory} cannot be read: ${String(error)}`, {
        hint,
      });
    }
  };
  const names = vanished();
  if (names.length === 0) return;
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
  throw inputError(
    `the earlier import in ${directory} has what this one lacks: ${names.slice(0, mostNamed).join(', ')}${more}`,
    { hint },
  );
}

/** Moves a directory to where there is none; whether that is so. */
function movedWhole(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    // An import at the same time was faster.
    if (['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

/**
 * Writes a catalog and its roll-call file into a directory, all or none: a new one is moved there whole, in
 * one that is there the files of an earlier import are replaced, the catalog last; others stay.
 *
 * @throws UserError (exit 3) if they cannot be written
 */
export async function writeDirectory(directory: string, files: ImportedFiles): Promise<void> {
  const { catalog, record } = files;
  const texts = new Map([
    ...(record ? [record] : []),
    [catalogFile, markOf(record?.[0]) + catalog],
  ]);
  try {
    await staging(async ({ pathIn, settle }) => {
      const isNew = !existsSync(resolve(directory));
      const target = isNew ? resolve(directory) : realpathSync(directory);
      const fresh = pathIn(isNew ? dirname(target) : target);
      mkdirSync(fresh);
      for (const [name, text] of texts) await writeNew(join(fresh, name), [text]);
      await settle();
      if (isNew && movedWhole(fresh, target)) return;
      checkTarget(directory, [...texts.keys()]);
      const outdated = earlierFiles(target).filter((name) => !texts.has(name));
      for (const name of texts.keys()) renameSync(join(fresh, name), join(target, name));
      for (const name of outdated) rmSync(join(target, name), { force: true });
    });
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw inputError(`cannot write to ${directory}: ${systemReason(error)}`);
  }
}
