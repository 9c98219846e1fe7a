import { accessSync, constants, statSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { exitCodes } from './exit-codes.ts';
import type { Io } from './io.ts';
import type { OutputOptions } from './options.ts';

/** Where a result goes and in which format, settled before any long work. */
export interface Output {
  readonly format: string;
  /** Absolute path; `undefined` is stdout. */
  readonly file: string | undefined;
}

const formatByExtension: Readonly<Record<string, string>> = {
  '.json': 'json',
  '.csv': 'csv',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xml': 'junit',
  '.svg': 'svg',
  '.bib': 'bibtex',
};

function checkWritable(file: string, asked: string): void {
  const fail = (why: string) => {
    throw new UserError(`cannot write ${asked}: ${why}`, { exitCode: exitCodes.input });
  };
  const directory = dirname(file);
  try {
    if (!statSync(directory).isDirectory()) fail(`${directory} is no directory`);
  } catch (error) {
    if (error instanceof UserError) throw error;
    fail(`there is no directory ${directory}`);
  }
  try {
    accessSync(directory, constants.W_OK);
  } catch {
    fail(`the directory ${directory} may not be written to`);
  }
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) fail('it is a directory');
}

/**
 * Settles format and place. The format follows the file's extension unless given.
 *
 * @param formats those the command can write, the default first
 * @throws UserError if the format is none of them (usage) or the file cannot be written (input)
 */
export function settleOutput(
  { format, output }: OutputOptions,
  formats: readonly string[],
  io: Io,
): Output {
  const file = output === undefined || output === '-' ? undefined : resolve(io.cwd, output);
  if (file !== undefined) checkWritable(file, output ?? '');
  const extension = file === undefined ? '' : extname(file).toLowerCase();
  const byExtension = extension === '.txt' ? formats[0] : formatByExtension[extension];
  const chosen = format ?? byExtension ?? formats[0] ?? 'table';
  if (!formats.includes(chosen))
    throw new UserError(`this command does not write ${chosen}`, {
      hint: `formats: ${formats.join(', ')}`,
    });
  return { format: chosen, file };
}

/** Writes the result to stdout, or to the file in one move, so that a good file is never half replaced. */
export async function writeOutput({ file }: Output, text: string, io: Io): Promise<void> {
  if (file === undefined) {
    io.stdout.write(text);
    return;
  }
  const { default: writeFileAtomic } = await import('write-file-atomic');
  try {
    await writeFileAtomic(file, text);
  } catch (error) {
    throw new UserError(
      `cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`,
      { exitCode: exitCodes.input },
    );
  }
}
