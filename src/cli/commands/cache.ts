import { existsSync } from 'node:fs';
import { UserError } from '../../errors.ts';
import { plainText } from '../../plain-text.ts';
import { counted } from '../../render/kit/numbers.ts';
import { cacheDirectory, dropOldest } from '../file-cache.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';

/** `align cache clear` */
export async function cache(
  [what = '']: readonly string[],
  _options: unknown,
  io: Io,
): Promise<number> {
  if (what !== 'clear')
    throw new UserError(`align cache does not ${what}`, { hint: 'align cache clear empties it' });
  const directory = cacheDirectory(io);
  const removed =
    directory !== undefined && existsSync(directory) ? dropOldest(directory, 0, 0) : 0;
  io.stdout.write(
    `removed ${counted(removed, 'catalog')} from ${plainText(directory ?? 'no cache')}\n`,
  );
  return exitCodes.answered;
}
