import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { noCache } from '../bundle/cache.ts';
import { inputError, UserError } from '../errors.ts';
import type { Library, World } from '../question/library.ts';
import { openLibrary } from '../question/open-library.ts';
import type { NamedEdition } from '../results/diff.ts';
import { type Commit, openCommit } from './git.ts';
import type { Io } from './io.ts';
import { staging } from './staging.ts';

/** Catalogs of one of two editions, and how it was named. */
export interface OpenEdition {
  readonly library: Library;
  readonly edition: NamedEdition;
}

/** `git:REV`, `git:REV:PATH`, or a path or bundled name. */
interface Operand {
  readonly name: string;
  readonly revision?: string;
  readonly path?: string;
}

function parseOperand(name: string): Operand {
  if (name === '') throw new UserError('an edition needs a name');
  if (!name.startsWith('git:')) return { name, path: name };
  const [, revision = '', path] = /^git:([^:]*)(?::(.+))?$/s.exec(name) ?? [];
  return path === undefined ? { name, revision } : { name, revision, path };
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

/** Opens the catalogs of a commit, the records that they name included. Nothing of them is left afterwards. */
async function openAtCommit(commit: Commit, revision: string, world: World): Promise<Library> {
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
      await writeCatalogs(commit, write, revision);
      opened = await openLibrary([join(stage, commit.path)], {
        ...world,
        openCache: async () => noCache,
        warn: (warning) => world.warn(asNamed(warning)),
        note: (step) => world.note(asNamed(step)),
      });
      const records = opened.catalogs.flatMap(({ rollCalls }) => rollCalls.map(({ file }) => file));
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
  { name, revision, path }: Operand,
  other: Operand,
  world: World,
  io: Io,
): Promise<OpenEdition> {
  const where = path ?? other.path;
  if (where === undefined)
    throw new UserError('neither edition names a path', {
      hint: 'name one such as git:main catalogs/, or git:v1:catalogs/ git:v2:catalogs/',
    });
  if (revision === undefined) {
    const library = await openLibrary([where], world);
    return { library, edition: describe(name, library, null) };
  }
  const commit = await openCommit(revision, where, io.cwd, io.env);
  const library = await openAtCommit(commit, revision, world);
  return { library, edition: describe(name, library, commit.id) };
}

/**
 * Opens two editions of catalogs: files, folders or bundled names, or `git:REV`, which is the path of the other
 * one at a git revision.
 *
 * @throws UserError (usage) if there is no path or no revision; (input) for what cannot be read
 */
export async function openTwo(
  names: readonly [string, string],
  world: World,
  io: Io,
): Promise<readonly [OpenEdition, OpenEdition]> {
  const [old, now] = names.map(parseOperand) as [Operand, Operand];
  return [await openOperand(old, now, world, io), await openOperand(now, old, world, io)];
}
