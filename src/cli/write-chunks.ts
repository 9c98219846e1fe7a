import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { UserError } from '../errors.ts';
import type { Io } from './io.ts';
import { cannotWrite, isSpecial, type Output } from './output.ts';

/**
 * Writes a result piece by piece, as `writeOutput` writes it whole: to stdout, or to a file that is
 * there when all of it is.
 */
export async function writeChunks(
  { file }: Output,
  chunks: Iterable<string>,
  io: Io,
): Promise<void> {
  if (file === undefined) {
    for (const chunk of chunks) {
      io.stdout.write(chunk);
      // Lets a closed pipe be noticed.
      await setImmediate();
    }
    return;
  }
  const special = isSpecial(file);
  const written = special ? file : `${file}.${process.pid}.partial`;
  try {
    const descriptor = openSync(written, 'w');
    try {
      for (const chunk of chunks) writeSync(descriptor, chunk);
    } finally {
      closeSync(descriptor);
    }
    if (!special) renameSync(written, file);
  } catch (error) {
    if (!special) rmSync(written, { force: true });
    throw error instanceof UserError ? error : cannotWrite(file, error);
  }
}
