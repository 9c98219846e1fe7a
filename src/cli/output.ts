import {
  accessSync,
  closeSync,
  constants,
  openSync,
  readlinkSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { UserError, systemReason } from '../errors.ts';
import { type FormatOf, formatOfExtension, formatsOf, type Kind } from '../render/registry.ts';
import { exitCodes } from './exit-codes.ts';
import type { Io } from './io.ts';
import type { OutputOptions } from './options.ts';

/** Where a result goes and in which format, settled before any long work. */
export interface Output<Format extends string = string> {
  readonly format: Format;
  /** Absolute path, links followed; `undefined` is stdout. */
  readonly file: string | undefined;
}

/** Files that nobody expects text in. */
const foreign = new Set(
  '.pdf .doc .docx .odt .rtf .xls .xlsx .ods .parquet .dta .rds .png .jpg .jpeg .gif .webp'.split(
    ' ',
  ),
);

/** A path to an open descriptor, such as a shell makes for `>(command)`. */
const descriptorPath = /^\/(?:dev\/(?:stdin|stdout|stderr|fd\/\d+)|proc\/\w+\/fd\/\d+)$/;

const mostLinks = 40;

/** Where the links of a path lead, whether there is a file or not. */
function followLinks(file: string, most = mostLinks): string {
  if (isSpecial(file)) return file;
  try {
    return realpathSync(file);
  } catch {
    // Nothing is there yet.
  }
  try {
    const target = resolve(dirname(file), readlinkSync(file));
    return most > 0 ? followLinks(target, most - 1) : target;
  } catch {
    return file;
  }
}

/** Whether it is a pipe, a device or an open descriptor, which is written to as it is rather than replaced. */
function isSpecial(file: string): boolean {
  if (descriptorPath.test(file)) return true;
  try {
    return statSync(file, { throwIfNoEntry: false })?.isFile() === false;
  } catch {
    return false;
  }
}

function cannotWrite(file: string, error: unknown): UserError {
  return new UserError(`cannot write ${file}: ${systemReason(error)}`, {
    exitCode: exitCodes.input,
  });
}

function checkWritable(file: string, asked: string): void {
  const fail = (why: string) => {
    throw new UserError(`cannot write ${asked}: ${why}`, { exitCode: exitCodes.input });
  };
  const directory = dirname(file);
  try {
    if (descriptorPath.test(file)) return;
    if (!statSync(directory).isDirectory()) fail(`${directory} is no directory`);
    const target = statSync(file, { throwIfNoEntry: false });
    if (target?.isDirectory() || /[/\\]$/.test(asked)) fail('it is a directory');
    if (target && !target.isFile()) return accessSync(file, constants.W_OK);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    fail(code === 'ENOENT' ? `there is no directory ${directory}` : systemReason(error));
  }
  try {
    accessSync(directory, constants.W_OK);
  } catch {
    fail(`the directory ${directory} may not be written to`);
  }
}

/**
 * Settles format and place. The format follows the file's extension unless given.
 *
 * @param kind of result that the command writes
 * @throws UserError if the format is none of them (usage) or the file cannot be written (input)
 */
export function settleOutput<K extends Kind>(
  { format, output }: OutputOptions,
  kind: K,
  io: Io,
): Output<FormatOf<K>> {
  const formats = formatsOf(kind);
  if (output === '') throw new UserError('--output needs the name of a file');
  const toStdout = output === undefined || output === '-' || output === '/dev/stdout';
  const file = toStdout ? undefined : followLinks(resolve(io.cwd, output));
  if (file !== undefined) checkWritable(file, output ?? '');
  const extension = file === undefined ? '' : extname(file).toLowerCase();
  const meant = formatOfExtension(extension);
  const isWritten = formats.some((each) => each === meant);
  if (format === undefined && foreign.has(extension) && !isWritten)
    throw new UserError(`align writes no ${extension}`, {
      hint: `formats of this command: ${formats.join(', ')}; name one with --format to write it all the same`,
    });
  const asked = format ?? meant ?? formats[0];
  const chosen = formats.find((each) => each === asked);
  if (chosen === undefined)
    throw new UserError(`this command does not write ${asked}`, {
      hint: `formats: ${formats.join(', ')}`,
    });
  if (chosen === 'xlsx' && file === undefined && io.stdout.isTTY)
    throw new UserError('a workbook is nothing to read on a terminal', {
      hint: 'write it to a file with --output, such as -o table.xlsx',
    });
  return { format: chosen, file };
}

/**
 * Writes a result, whole or piece by piece, to stdout, or to the file in one move, so that a good file
 * is never half replaced.
 */
export async function writeOutput(
  { file }: Output,
  text: string | Iterable<string | Uint8Array>,
  io: Io,
): Promise<void> {
  const chunks = typeof text === 'string' ? [text] : text;
  if (file === undefined) {
    for (const chunk of chunks) {
      io.stdout.write(chunk);
      // Lets a closed pipe be noticed.
      if (chunk !== text) await setImmediate();
    }
    return;
  }
  try {
    if (isSpecial(file)) {
      const descriptor = openSync(file, 'a');
      // Unlike a single write, this goes on until all of it is written.
      for (const chunk of chunks) writeFileSync(descriptor, chunk);
      closeSync(descriptor);
    } else {
      const { replaceFile } = await import('./staging.ts');
      await replaceFile(followLinks(file), chunks);
    }
  } catch (error) {
    throw 'code' in (error as Error) ? cannotWrite(file, error) : error;
  }
}
