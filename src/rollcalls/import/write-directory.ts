import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import { UNUSABLE_INPUT } from '../bytes.ts';

/** First line of a catalog that `align import` wrote, and may replace. */
export const importMark = '# Written by align import; running it again replaces this file.';

/**
 * Makes sure, before any long work, that a directory can be written: it is new, empty, or an earlier import.
 *
 * @throws UserError (exit 3) otherwise
 */
export function checkTarget(directory: string, isImport: (catalog: string) => boolean): void {
  const full = resolve(directory);
  const fail = (why: string, hint: string) => {
    throw new UserError(`cannot write to ${directory}: ${why}`, { exitCode: UNUSABLE_INPUT, hint });
  };
  if (!existsSync(dirname(full))) fail(`there is no directory ${dirname(full)}`, 'make it first');
  if (!existsSync(full)) return;
  let entries: readonly string[];
  try {
    entries = readdirSync(full);
  } catch {
    return fail('it is not a directory', 'name a new directory with --output');
  }
  if (entries.length > 0 && !isImport(join(full, 'catalog.yaml'))) {
    fail('it holds something else than an earlier import', 'name a new or empty directory');
  }
}

/**
 * Writes files into a directory, all or none: they are written beside it and moved in one go. What an
 * interrupted run left behind is cleared away.
 */
export function writeDirectory(directory: string, files: Readonly<Record<string, string>>): void {
  const full = resolve(directory);
  const fresh = join(dirname(full), `.${basename(full)}.partial`);
  const old = join(dirname(full), `.${basename(full)}.replaced`);
  try {
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(fresh, name), text);
    rmSync(old, { recursive: true, force: true });
    if (existsSync(full)) renameSync(full, old);
    renameSync(fresh, full);
    rmSync(old, { recursive: true, force: true });
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(full) && existsSync(old)) renameSync(old, full);
    throw new UserError(
      `cannot write to ${directory}: ${error instanceof Error ? error.message : String(error)}`,
      { exitCode: UNUSABLE_INPUT },
    );
  }
}
