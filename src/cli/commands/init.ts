import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { starterCatalog } from '../../bundle/bundled.ts';
import { UserError, systemReason } from '../../errors.ts';
import { makeDirectory } from '../make-directory.ts';
import { shellWord } from '../../render/kit/shell.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { GlobalOptions } from '../options.ts';
import { writeOutput } from '../output.ts';

export type InitOptions = GlobalOptions & { readonly force?: boolean };

/** `align init [dir]` */
export async function init(
  [directory = '.']: readonly string[],
  { force }: InitOptions,
  io: Io,
): Promise<number> {
  const shown = join(directory, 'catalog.yaml');
  const file = resolve(io.cwd, shown);
  if (existsSync(file) && force !== true)
    throw new UserError(`${shown} exists already`, { hint: '--force overwrites it' });
  try {
    makeDirectory(resolve(io.cwd, directory));
  } catch (error) {
    throw new UserError(`cannot make the directory ${directory}: ${systemReason(error)}`, {
      exitCode: exitCodes.input,
    });
  }
  await writeOutput({ format: 'yaml', file }, starterCatalog(), io);
  const path = shellWord(shown);
  io.stdout.write(`wrote ${shown}

Next:
  align validate ${path}
  align score china russia -c ${path}
  align show dam-2024 -c ${path}
`);
  return exitCodes.answered;
}
