import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { UserError } from '../errors.ts';
import { exitCodes } from './exit-codes.ts';
import type { Io } from './io.ts';
import type { Output } from './output.ts';

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
  const partial = `${file}.${process.pid}.partial`;
  try {
    const descriptor = openSync(partial, 'w');
    try {
      for (const chunk of chunks) writeSync(descriptor, chunk);
    } finally {
      closeSync(descriptor);
    }
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    if (error instanceof UserError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError(`cannot write ${file}: ${why}`, { exitCode: exitCodes.input });
  }
}
