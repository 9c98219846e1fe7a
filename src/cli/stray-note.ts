import { dirname, join, resolve, sep } from 'node:path';
import { projectFile } from '../bundle/open-catalogs.ts';
import { strayCatalogs } from '../bundle/stray-catalogs.ts';
import { plainLines, plainText } from '../plain-text.ts';
import { shellWord } from '../render/kit/shell.ts';
import type { Io } from './io.ts';
import type { Project } from './project-file.ts';

/** More names than these say nothing more. */
const mostNamed = 3;

function listed(names: readonly string[]): string {
  const rest = names.length - mostNamed;
  const first = names.slice(0, mostNamed).map(plainText).join(', ');
  return rest > 0 ? `${first} and ${rest} more` : first;
}

function say(names: readonly string[], what: string, hint: string, io: Io): void {
  const looks = names.length === 1 ? 'looks like a catalog' : 'look like catalogs';
  io.stderr.write(plainLines(`align: ${listed(names)} ${looks}${what}\n  ${hint}\n`));
}

/** The files of a folder that look like catalogs, but for the project file. */
export function catalogsLyingIn(folder: string): readonly string[] {
  return strayCatalogs(folder).filter((name) => name !== projectFile);
}

/** Says on stderr that catalogs lie in the current folder where the bundled ones are meant. */
export function pointOutStray(project: Project | undefined, io: Io): void {
  const names = catalogsLyingIn(io.cwd);
  if (names.length === 0) return;
  const them = names.length === 1 ? 'it' : 'them';
  const option = `-c ${names
    .slice(0, mostNamed)
    .map((name) => shellWord(plainText(name)))
    .join(' ')}`;
  const lasting = project
    ? `name ${them} under catalogs in ${project.file}`
    : `align init makes a project of ${them}`;
  say(
    names,
    `, but the bundled catalogs are meant here`,
    `${lasting}; ${option} means ${them} this once`,
    io,
  );
}

/** Says on stderr that a folder which was just made is none of the catalogs of a project. */
export function pointOutNew({ file, catalogs }: Project, folder: string, io: Io): void {
  const isNamed = (catalogs ?? []).some(
    (name) => resolve(io.cwd, name) === resolve(io.cwd, folder),
  );
  if (isNamed) return;
  io.stderr.write(
    plainLines(
      `align: ${plainText(folder)} is not among the catalogs of ${file}\n  add it there, and every command reads it\n`,
    ),
  );
}

/** Says on stderr that catalogs lie beside a project file which it does not name. */
export function pointOutUnnamed({ file, catalogs = [] }: Project, io: Io): void {
  const folder = dirname(file);
  const named = catalogs.map((name) => resolve(io.cwd, name));
  const isNamed = (path: string) =>
    named.some((each) => path === each || path.startsWith(`${each}${sep}`));
  const names = catalogsLyingIn(resolve(io.cwd, folder))
    .filter((name) => !isNamed(resolve(io.cwd, folder, name)))
    .map((name) => join(folder, name));
  if (names.length === 0) return;
  say(
    names,
    `, and ${file} does not name ${names.length === 1 ? 'it' : 'them'}`,
    `add ${names.length === 1 ? 'it' : 'them'} under catalogs`,
    io,
  );
}
