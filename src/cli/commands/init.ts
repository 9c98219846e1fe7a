import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { starterProject } from '../../bundle/bundled.ts';
import { projectFile } from '../../bundle/open-catalogs.ts';
import { UserError, systemReason } from '../../errors.ts';
import { plainText } from '../../plain-text.ts';
import { makeDirectory } from '../make-directory.ts';
import { shellWord } from '../../render/kit/shell.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { GlobalOptions } from '../options.ts';
import { writeOutput } from '../output.ts';
import { chooseStarter, starterFiles } from '../starter.ts';
import { catalogsLyingIn } from '../stray-note.ts';

export type InitOptions = GlobalOptions & { readonly force?: boolean; readonly yes?: boolean };

/** `align init [dir]` */
export async function init(
  [directory = '.']: readonly string[],
  { force = false, yes = false }: InitOptions,
  io: Io,
): Promise<number> {
  const at = (name: string) => join(directory, name);
  const refuseExisting = (names: readonly string[]) => {
    const existing = force
      ? undefined
      : names.find((name) => existsSync(resolve(io.cwd, at(name))));
    if (existing !== undefined)
      throw new UserError(`${at(existing)} exists already`, {
        hint:
          existing === projectFile
            ? 'this folder is a project: align config shows what is in force there'
            : '--force overwrites it',
      });
  };
  const own = force ? [] : catalogsLyingIn(resolve(io.cwd, directory));
  if (own.length > 0) refuseExisting([projectFile]);
  else refuseExisting(['catalog.yaml', 'policies/watch.yaml', projectFile]);
  const files =
    own.length > 0
      ? [{ name: projectFile, text: starterProject(own, []) }]
      : starterFiles(await chooseStarter(yes ? undefined : io.ask));
  for (const { name, text } of files) {
    makeFolder(dirname(at(name)), io);
    await writeOutput({ format: 'yaml', file: resolve(io.cwd, at(name)) }, text, io);
  }
  const wrote = files.map(({ name }) => `wrote ${at(name)}\n`).join('');
  io.stdout.write(`${wrote}\nNext:\n${nextSteps(directory, own, files.length > 2)}`);
  return exitCodes.answered;
}

/** @throws UserError (input) if there can be no such directory */
function makeFolder(directory: string, io: Io): void {
  try {
    makeDirectory(resolve(io.cwd, directory));
  } catch (error) {
    throw new UserError(`cannot make the directory ${directory}: ${systemReason(error)}`, {
      exitCode: exitCodes.input,
    });
  }
}

/** Lines that work where they are read: elsewhere than here, the catalogs have to be named. */
function nextSteps(directory: string, own: readonly string[], hasPolicy: boolean): string {
  const isHere = join(directory, '.') === '.';
  const paths = (own.length > 0 ? own : ['catalog.yaml']).map((name) =>
    shellWord(plainText(join(directory, name))),
  );
  const operands = isHere ? '' : ` ${paths.join(' ')}`;
  const option = isHere ? '' : ` -c${operands}`;
  const steps = [
    `align validate${operands}`,
    ...(own.length > 0
      ? [`align list${option}`]
      : [`align score china russia${option}`, `align show dam-2024${option}`]),
    ...(isHere && hasPolicy ? ['align check'] : []),
  ];
  const lines = steps.map((step) => `  ${step}\n`).join('');
  return isHere ? lines : `${lines}In ${directory}, no command needs to name them.\n`;
}
