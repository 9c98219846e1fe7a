import { limitsTimes } from '../catalog/limits.ts';
import { plainLines } from '../plain-text.ts';
import type { World } from '../question/library.ts';
import { putQuestion, type Question, type VersusWords } from '../question/question.ts';
import type { Io } from './io.ts';
import type { CatalogOptions, GlobalOptions, MeasureOptions, SelectionOptions } from './options.ts';

/** The catalogs that a command means; see `InForce`. */
export function catalogNames({ inForce }: CatalogOptions): readonly string[] {
  return inForce.catalogs().names;
}

/**
 * The question that a command line puts.
 *
 * @param beside ids of the measures reported beside the headline
 */
export function questionOf(
  sides: readonly string[],
  options: SelectionOptions & Partial<MeasureOptions> & VersusWords,
  beside: readonly string[] = [],
): Question {
  return putQuestion(options, { catalogs: catalogNames(options), sides, beside });
}

/** What a question is opened in: files of the current directory, warnings on stderr. */
export function worldOf({ quiet, debug, limits }: GlobalOptions, io: Io): World {
  // The clock takes as long to load as catalogs to read.
  let last = debug ? performance.now() : 0;
  return {
    cwd: io.cwd,
    env: io.env,
    watched: async (work) => (await import('./watch-queries.ts')).watchQueries(work, io, quiet),
    limits: limitsTimes(limits),
    openCache: async () => (await import('./file-cache.ts')).fileCache(io),
    warn: (warning) => {
      if (!quiet) io.stderr.write(`${warning}\n`);
    },
    note: (step) => {
      if (!debug) return;
      const now = performance.now();
      io.stderr.write(`align: ${plainLines(step)} (${(now - last).toFixed(1)} ms)\n`);
      last = now;
    },
  };
}
