import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { isBundled } from '../bundle/bundled.ts';
import { noCache } from '../bundle/cache.ts';
import { packageOf } from '../bundle/catalog-package.ts';
import { inputError, UserError } from '../errors.ts';
import type { Library, World } from '../question/library.ts';
import { openLibrary } from '../question/open-library.ts';
import type { NamedEdition } from '../results/diff.ts';
import { type Commit, openCommit } from './git.ts';
import type { Io } from './io.ts';
import type { Project } from './project-file.ts';
import { staging } from './staging.ts';

/** Catalogs of one of two editions, and how it was named. */
export interface OpenEdition {
  readonly library: Library;
  readonly edition: NamedEdition;
}

/** `git:REV`, `git:REV:PATH`, a path or bundled name, or the catalogs of a project. */
interface Operand {
  readonly name: string;
  readonly revision?: string;
  readonly paths?: readonly string[];
}

function parseOperand(name: string): Operand {
  if (name === '') throw new UserError('an edition needs a name');
  if (!name.startsWith('git:')) return { name, paths: [name] };
  const [, revision = '', path] = /^git:([^:]*)(?::(.+))?$/s.exec(name) ?? [];
  return path === undefined ? { name, revision } : { name, revision, paths: [path] };
}

/** @throws UserError (usage) where there is no project, or it names no catalogs */
function operandOf(project: Project | undefined): Operand {
  if (project?.catalogs) return { name: project.file, paths: project.catalogs };
  throw new UserError('name the new edition', {
    hint: 'such as align diff git:HEAD catalogs/; in a project, its catalogs are meant',
  });
}

function describe(name: string, { catalogs }: Library, commit: string | null): NamedEdition {
  return {
    name,
    commit,
    catalogs: catalogs.map(({ id, version, sha256 }) => ({ id, version, sha256 })),
  };
}

/** Writes the catalogs of a commit below a folder of our own, where they have in the repository. */
async function writeCatalogs(
  { path, find, list, read }: Commit,
  write: (path: string, bytes: Buffer) => void,
  revision: string,
): Promise<void> {
  const found = await find(path);
  if (!found) throw inputError(`there is no ${path} at ${revision}`);
  const isCatalog = ({ path: name }: { readonly path: string }) => /\.ya?ml$/i.test(name);
  const files =
    found.kind === 'folder'
      ? (await list(found)).filter((each) => each.kind !== 'folder' && isCatalog(each))
      : [found];
  const link = files.find(({ kind }) => kind === 'link');
  if (link) throw inputError(`${link.path} is a link at ${revision}, which is not followed there`);
  if (files.length === 0)
    throw inputError(`the directory ${path || '.'} has no catalog at ${revision}`, {
      hint: 'catalogs are files that end in .yaml or .yml',
    });
  for (const file of files) write(file.path, await read(file));
}

/** Those of several paths that a commit has; of one that it does not have, that is refused later. */
async function presentIn(commits: readonly Commit[]): Promise<readonly Commit[]> {
  if (commits.length === 1) return commits;
  const found = await Promise.all(commits.map(({ find, path }) => find(path)));
  return commits.filter((_, i) => found[i] !== undefined);
}

/**
 * Opens the catalogs of a commit, the records that they name included. Nothing of them is left afterwards.
 *
 * @param commits the commit as seen from each of the paths
 * @param besides catalogs that are in no commit
 */
async function openAtCommit(
  [commit, ...others]: readonly [Commit, ...Commit[]],
  besides: readonly string[],
  revision: string,
  world: World,
): Promise<Library> {
  const present = await presentIn([commit, ...others]);
  let opened: Library | undefined;
  await staging(async ({ pathIn }) => {
    const stage = pathIn(tmpdir());
    mkdirSync(stage, { mode: 0o700 });
    // What is said of a file names it as git does.
    const asNamed = (text: string) => text.replaceAll(`${stage}${sep}`, `${revision}:`);
    const write = (path: string, bytes: Buffer) => {
      const file = join(stage, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes, { flag: 'wx' });
    };
    try {
      if (present.length === 0)
        throw inputError(`none of the catalogs of the project is there at ${revision}`);
      for (const each of present) await writeCatalogs(each, write, revision);
      opened = await openLibrary([...present.map(({ path }) => join(stage, path)), ...besides], {
        ...world,
        openCache: async () => noCache,
        warn: (warning) => world.warn(asNamed(warning)),
        note: (step) => world.note(asNamed(step)),
      });
      const records = opened.catalogs
        .flatMap(({ rollCalls }) => rollCalls.map(({ file }) => file))
        .filter((file) => file.startsWith(`${stage}${sep}`));
      for (const file of new Set(records)) {
        const path = relative(stage, file).replaceAll('\\', '/');
        const found = await commit.find(path);
        if (found?.kind !== 'file')
          throw inputError(`there is no ${path} at ${revision}, which a catalog names there`);
        write(path, await commit.read(found));
      }
      await opened.records();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const { hint, exitCode, location } = error;
      const at = location && { location: { ...location, file: asNamed(location.file) } };
      throw new UserError(asNamed(error.message), { hint, exitCode, ...at });
    }
  });
  if (!opened) throw new Error('a library expected');
  return opened;
}

async function openOperand(
  { name, revision, paths }: Operand,
  other: Operand,
  world: World,
  io: Io,
): Promise<OpenEdition> {
  const where = paths ?? other.paths;
  if (where === undefined)
    throw new UserError('neither edition names a path', {
      hint: 'name one such as git:main catalogs/, or git:v1:catalogs/ git:v2:catalogs/',
    });
  if (revision === undefined) {
    const library = await openLibrary(where, world);
    return { library, edition: describe(name, library, null) };
  }
  const isElsewhere = (each: string) =>
    isBundled(each) || packageOf(resolve(io.cwd, each)) !== undefined;
  const commits = await Promise.all(
    where.flatMap((each) => (isElsewhere(each) ? [] : openCommit(revision, each, io.cwd, io.env))),
  );
  const [commit, ...others] = commits;
  if (!commit) throw new UserError(`none of ${where.join(', ')} is in a git repository`);
  const besides = where.filter(isElsewhere);
  const library = await openAtCommit([commit, ...others], besides, revision, world);
  return { library, edition: describe(name, library, commit.id) };
}

/**
 * Opens two editions of catalogs: files, folders or bundled names, or `git:REV`, which is the path of the other
 * one at a git revision.
 *
 * @param project whose catalogs are the new edition where none is named
 * @throws UserError (usage) if there is no path or no revision; (input) for what cannot be read
 */
export async function openTwo(
  [first, second]: readonly [string, string?],
  project: Project | undefined,
  world: World,
  io: Io,
): Promise<readonly [OpenEdition, OpenEdition]> {
  const old = parseOperand(first);
  const now = second === undefined ? operandOf(project) : parseOperand(second);
  return [await openOperand(old, now, world, io), await openOperand(now, old, world, io)];
}
