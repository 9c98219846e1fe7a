import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { programStamp } from '../bundle/bundled.ts';
import { type Cache, noCache } from '../bundle/cache.ts';
import { makeDirectory } from './make-directory.ts';
import type { Io } from './io.ts';

const mostEntries = 64;

/** The user's directory for what can be made again; `undefined` if it is not wanted. */
function directoryOf({ env }: Pick<Io, 'env'>): string | undefined {
  if (env['ALIGN_CACHE'] === 'off') return undefined;
  if (env['ALIGN_CACHE']) return env['ALIGN_CACHE'];
  const home = env['XDG_CACHE_HOME'] || (process.platform === 'win32' && env['LOCALAPPDATA']);
  return home ? join(home, 'align') : join(homedir(), '.cache', 'align');
}

/**
 * A cache in the user's cache directory, or in that of ALIGN_CACHE; none with `ALIGN_CACHE=off`. The
 * oldest entries go first. Whatever goes wrong with it stays silent: it only saves time.
 */
export function fileCache(io: Pick<Io, 'env'>): Cache {
  const directory = directoryOf(io);
  if (directory === undefined) return noCache;
  const pathOf = (name: string) => join(directory, `${name}.json`);
  return {
    program: programStamp,
    read: (name) => {
      try {
        return readFileSync(pathOf(name), 'utf8');
      } catch {
        return undefined;
      }
    },
    write: (name, text) => {
      try {
        makeDirectory(directory, 0o700);
        const partial = `${pathOf(name)}.${process.pid}`;
        writeFileSync(partial, text, { mode: 0o600 });
        renameSync(partial, pathOf(name));
        dropOldest(directory);
      } catch {
        // Next time, then.
      }
    },
  };
}

function dropOldest(directory: string): void {
  const entries = readdirSync(directory).filter((name) => /^[0-9a-f]{16}-\d+\.json/.test(name));
  if (entries.length <= mostEntries) return;
  entries
    .map((name) => ({ name, time: statSync(join(directory, name)).mtimeMs }))
    .sort((x, y) => x.time - y.time)
    .slice(0, entries.length - mostEntries)
    .forEach(({ name }) => rmSync(join(directory, name), { force: true }));
}
