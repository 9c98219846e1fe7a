import {
  closeSync,
  fchmodSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
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
    const mode = statSync(file, { throwIfNoEntry: false })?.mode;
    const descriptor = openSync(written, special ? 'a' : 'w', mode);
    try {
      if (mode !== undefined && !special) fchmodSync(descriptor, mode);
      // Unlike a single write, this goes on until all of it is written.
      for (const chunk of chunks) writeFileSync(descriptor, chunk);
    } finally {
      closeSync(descriptor);
    }
    if (!special) renameSync(written, file);
  } catch (error) {
    if (!special) rmSync(written, { force: true });
    throw error instanceof UserError ? error : cannotWrite(file, error);
  }
}
