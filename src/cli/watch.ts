import { statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** Milliseconds between two looks at the files. */
const interval = 150;

/** Milliseconds that the time of a file may lie before that at which it was written. */
const tick = 20;

/** What is to be watched, and what to do when it changes. */
export interface Watched {
  /** Paths of the files as they are now: one may appear, or go. */
  readonly files: () => readonly string[];
  /** Paths of files that the last round turned out to rest on. */
  readonly besides: () => readonly string[];
  /** @param changed paths of the files that were written, appeared or went */
  readonly round: (changed: readonly string[]) => Promise<void>;
}

/** By path, by what a file can be told from itself after it was written. */
type Look = ReadonlyMap<string, string>;

/** A file that was written from some moment on is as one that is not there. */
function lookAt(path: string, until: number): string {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status || status.mtimeMs >= until) return '';
  return [status.mtimeMs, status.size, status.ino].join(' ');
}

function lookAtAll(paths: readonly string[], until = Infinity): Look {
  return new Map(paths.map((path) => [path, lookAt(path, until)]));
}

function differences(before: Look, after: Look): readonly string[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.filter((path) => (before.get(path) ?? '') !== (after.get(path) ?? ''));
}

/**
 * Does something once, and again whenever files have changed and been left alone for a moment, until
 * the program is ended. It looks again and again rather than be told by the system, which does not tell
 * of files on other machines, in containers, or that an editor puts in the place of others.
 */
export async function watch({ files, besides, round }: Watched): Promise<never> {
  const extra = new Set<string>();
  const look = () => lookAtAll([...files(), ...extra]);
  let seen = look();
  let changed: readonly string[] = [];
  for (;;) {
    const begun = Date.now() - tick;
    await round(changed);
    // What rested on a file that is broken for the moment will do so again.
    besides().forEach((path) => extra.add(path));
    // What was not looked at before has not changed by being looked at, but may have since it was read.
    seen = new Map([...lookAtAll([...extra], begun), ...seen]);
    let latest = seen;
    do {
      await setTimeout(interval);
      const now = look();
      const isAtRest = differences(latest, now).length === 0;
      latest = now;
      changed = isAtRest ? differences(seen, now) : [];
    } while (changed.length === 0);
    seen = latest;
  }
}
