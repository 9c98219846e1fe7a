import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { starterCatalog } from '../../catalog/starter.ts';
import { UserError } from '../../errors.ts';
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
    mkdirSync(resolve(io.cwd, directory), { recursive: true });
  } catch (error) {
    throw new UserError(
      `cannot make the directory ${directory}: ${error instanceof Error ? error.message : String(error)}`,
      { exitCode: exitCodes.input },
    );
  }
  await writeOutput({ format: 'yaml', file }, starterCatalog, io);
  const path = /[\s'"$&;|<>()]/.test(shown) ? `"${shown}"` : shown;
  io.stdout.write(`wrote ${shown}

Next:
  align validate ${path}
  align score china russia -c ${path}
  align show dam-2024 -c ${path}
`);
  return exitCodes.answered;
}
