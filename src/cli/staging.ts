import { randomBytes } from 'node:crypto';
import { renameSync, rmSync, type Stats, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

/** Signals by which a run is ended. */
export const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Where something is made before it is put in its place. */
export interface Stage {
  /** A path in a directory that nobody can guess, for a file or directory that is removed unless it is moved away. */
  readonly pathIn: (directory: string) => string;
  /** Lets a signal that came during the work be heard before anything old is replaced. */
  readonly settle: () => Promise<void>;
}

/** Whether it is the name of something staged: by a run at the same time, or one that was killed. */
export function isStaged(name: string): boolean {
  return /^\.align-[0-9a-f]{16}\.partial$/.test(name);
}

/**
 * Does work that needs temporary files, and removes what is left of them, however it ends. Signals are
 * listened to during that work only: at all other times the system ends the program at once, which it
 * could not do with a listener that waits for a long computation.
 */
export async function staging(work: (stage: Stage) => Promise<void>): Promise<void> {
  const staged: string[] = [];
  const clear = () => {
    for (const path of staged) rmSync(path, { recursive: true, force: true });
  };
  const end = (signal: NodeJS.Signals) => {
    clear();
    forget();
    process.kill(process.pid, signal);
  };
  const forget = () => endingSignals.forEach((signal) => process.off(signal, end));
  endingSignals.forEach((signal) => process.on(signal, end));
  try {
    await work({
      pathIn: (directory) => {
        const path = join(directory, `.align-${randomBytes(8).toString('hex')}.partial`);
        staged.push(path);
        return path;
      },
      settle: async () => {
        // The first may come in the middle of a turn of the event loop, the second closes a whole one.
        await setImmediate();
        await setImmediate();
      },
    });
  } finally {
    clear();
    forget();
  }
}

/** Writes a file that must not be there yet, with the owner and permissions of another if one is given. */
export async function writeNew(
  path: string,
  chunks: Iterable<string | Uint8Array>,
  like: Partial<Pick<Stats, 'mode' | 'uid' | 'gid'>> = {},
): Promise<void> {
  const { mode, uid, gid } = like;
  const file = await open(path, 'wx', mode);
  try {
    for (const chunk of chunks) await file.writeFile(chunk);
    // Only root can give a file away.
    if (uid !== undefined && gid !== undefined) await file.chown(uid, gid).catch(() => {});
    if (mode !== undefined) await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Puts a file in its place when all of it is written. The one that it replaces, whose owner and
 * permissions it takes over, stays whole until then; a link is replaced, and not what it leads to.
 *
 * @param mode permissions to have instead
 * @throws whatever the system says, and whatever the making of the chunks does
 */
export async function replaceFile(
  file: string,
  chunks: Iterable<string | Uint8Array>,
  mode?: number,
): Promise<void> {
  await staging(async ({ pathIn, settle }) => {
    const fresh = pathIn(dirname(file));
    const old = statSync(file, { throwIfNoEntry: false });
    await writeNew(fresh, chunks, mode === undefined ? old : { mode });
    await settle();
    renameSync(fresh, file);
  });
}
