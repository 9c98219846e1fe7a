import { readdirSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { programStamp } from '../bundle/bundled.ts';
import { type Cache, noCache } from '../bundle/cache.ts';
import { readRegularFile } from '../bundle/read-input.ts';
import { makeDirectory } from './make-directory.ts';
import type { Io } from './io.ts';

const mostEntries = 64;
const mostBytes = 256 * 2 ** 20;
const largestEntry = 64 * 2 ** 20;

/** The user's directory for what can be made again; `undefined` if it is not wanted, or if there is none. */
export function cacheDirectory({ env, cwd }: Pick<Io, 'env' | 'cwd'>): string | undefined {
  if (env['ALIGN_CACHE'] === 'off') return undefined;
  if (env['ALIGN_CACHE']) return resolve(cwd, env['ALIGN_CACHE']);
  const named = env['XDG_CACHE_HOME'] || (process.platform === 'win32' && env['LOCALAPPDATA']);
  // A relative one means nothing, says the specification of base directories.
  if (named && isAbsolute(named)) return join(named, 'align');
  try {
    return isAbsolute(homedir()) ? join(homedir(), '.cache', 'align') : undefined;
  } catch {
    // A user without a home.
    return undefined;
  }
}

/** An entry that others may have written is none. */
function checkOwn({ uid, mode }: { readonly uid: number; readonly mode: number }): void {
  if (process.getuid && (uid !== process.getuid() || (mode & 0o022) !== 0))
    throw new Error('it may be written by others');
}

/**
 * A cache in the user's cache directory, or in that of ALIGN_CACHE; none with `ALIGN_CACHE=off`. The
 * oldest entries go first. Whatever goes wrong with it stays silent: it only saves time.
 */
export function fileCache(io: Pick<Io, 'env' | 'cwd'>): Cache {
  const directory = cacheDirectory(io);
  if (directory === undefined) return noCache;
  const pathOf = (name: string) => join(directory, `${name}.json`);
  return {
    program: programStamp,
    read: (name) => {
      try {
        return readRegularFile(pathOf(name), largestEntry, checkOwn).toString();
      } catch {
        return undefined;
      }
    },
    write: async (name, text) => {
      try {
        makeDirectory(directory, 0o700);
        const { replaceFile } = await import('./staging.ts');
        await replaceFile(pathOf(name), [text], 0o600);
        dropOldest(directory, mostEntries, mostBytes);
      } catch {
        // Next time, then.
      }
    },
  };
}

/** Removes entries, the oldest first, until so many and so large ones are left; returns how many went. */
export function dropOldest(directory: string, entries: number, bytes: number): number {
  let left = 0;
  let size = 0;
  const outdated = readdirSync(directory)
    .filter((name) => /^[0-9a-f]{64}\.json$/.test(name))
    .map((name) => join(directory, name))
    .map((path) => ({ path, status: statSync(path, { throwIfNoEntry: false }) }))
    .sort((x, y) => (y.status?.mtimeMs ?? 0) - (x.status?.mtimeMs ?? 0))
    .filter(({ status }) => ++left > entries || (size += status?.size ?? 0) > bytes);
  for (const { path } of outdated) rmSync(path, { force: true });
  return outdated.length;
}
