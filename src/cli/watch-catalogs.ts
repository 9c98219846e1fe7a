import { relative, resolve } from 'node:path';
import { isBundled } from '../bundle/bundled.ts';
import { catalogFiles } from '../bundle/open-catalogs.ts';
import type { Catalog } from '../catalog/model.ts';
import { UserError } from '../errors.ts';
import { plainText } from '../plain-text.ts';
import type { Io } from './io.ts';
import { report } from './report-error.ts';
import { watch } from './watch.ts';

/** Empties the window, and leaves what has scrolled out of it. */
const clear = '\u001b[2J\u001b[H';

/** The files that a name stands for now; itself where there is nothing for the moment. */
function filesNow(name: string, cwd: string): readonly string[] {
  try {
    return catalogFiles(name, cwd);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [name];
  }
}

/** What a round of validation was about, and so what the next one hangs on. */
export interface WatchedExtent {
  /** Catalogs by name. */
  readonly names: readonly string[];
  /** Other files: the project, its policies and its weights. */
  readonly files: readonly string[];
}

/**
 * Validates catalogs, and the project if there is one, once, and again whenever one of their files, or a
 * roll-call file beside one, has changed. On a terminal each result has the window to itself.
 *
 * @param extent what is about to be validated, as of the last round
 * @param round validates, and returns the catalogs that are without errors
 * @throws UserError (usage) if no file could change; the first time also what `round` throws, which is
 *   reported later on, as a file may be gone for a moment
 */
export async function watchCatalogs(
  extent: () => WatchedExtent,
  io: Io,
  { clears, warn, debug }: WatchSettings,
  round: (isFirst: boolean) => Promise<readonly Catalog[]>,
): Promise<never> {
  const own = () => extent().names.filter((name) => !isBundled(name));
  if (own().length + extent().files.length === 0)
    throw new UserError('--watch needs files of your own: what comes with align does not change', {
      hint: 'name your files: align validate my-catalog.yaml --watch',
    });
  let beside: readonly string[] = [];
  const files = () =>
    [...own().flatMap((name) => filesNow(name, io.cwd)), ...extent().files].map((file) =>
      resolve(io.cwd, file),
    );
  return watch({
    files,
    // A project may name others than before.
    besides: () => [...beside, ...files()],
    round: async (changed) => {
      if (clears && io.stdout.isTTY) io.stdout.write(clear);
      if (changed.length > 0)
        warn(
          `align: changed: ${plainText(changed.map((file) => relative(io.cwd, file)).join(', '))}`,
        );
      try {
        const catalogs = await round(changed.length === 0);
        beside = catalogs.flatMap(({ rollCalls }) => rollCalls.map(({ file }) => file));
      } catch (error) {
        if (changed.length === 0 || !(error instanceof UserError)) throw error;
        report(error, io, debug);
      }
      warn('align: watching for changes; Ctrl-C ends it');
    },
  });
}

export interface WatchSettings {
  /** Whether results go to the window, which is to show one at a time. */
  readonly clears: boolean;
  readonly warn: (message: string) => void;
  readonly debug: boolean;
}
