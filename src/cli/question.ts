import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { bundledNames, isBundled } from '../bundle/bundled.ts';
import { limitsTimes } from '../catalog/limits.ts';
import { UserError } from '../errors.ts';
import { plainLines } from '../plain-text.ts';
import type { World } from '../question/library.ts';
import { openAtlas } from '../question/open-library.ts';
import { putQuestion, type Question, type VersusWords } from '../question/question.ts';
import type { Io } from './io.ts';
import type { CatalogOptions, GlobalOptions, MeasureOptions, SelectionOptions } from './options.ts';

/** The catalogs named by `--catalog`, else by ALIGN_CATALOG, else all bundled ones. */
export function catalogNames({ catalog }: CatalogOptions, { env, cwd }: Io): readonly string[] {
  if (catalog?.includes('')) throw new UserError('--catalog needs a name');
  const fromEnv = env['ALIGN_CATALOG']?.split(delimiter).filter((name) => name !== '') ?? [];
  const names = catalog ?? (fromEnv.length > 0 ? fromEnv : bundledNames);
  // The option takes all names up to the next one, countries too.
  const country = names
    .slice(1)
    .filter((name) => !isBundled(name) && !existsSync(resolve(cwd, name)))
    .find((name) => openAtlas().resolve(name).kind === 'found');
  if (country === undefined) return names;
  throw new UserError(`${country} is a country, no catalog`, {
    hint: 'name countries before --catalog, which takes all that follows it',
  });
}

/**
 * The question that a command line puts.
 *
 * @param beside ids of the measures reported beside the headline
 */
export function questionOf(
  sides: readonly string[],
  options: SelectionOptions & Partial<MeasureOptions> & VersusWords,
  io: Io,
  beside: readonly string[] = [],
): Question {
  return putQuestion(options, { catalogs: catalogNames(options, io), sides, beside });
}

/** What a question is opened in: files of the current directory, warnings on stderr. */
export function worldOf({ quiet, debug, limits }: GlobalOptions, io: Io): World {
  // The clock takes as long to load as catalogs to read.
  let last = debug ? performance.now() : 0;
  return {
    cwd: io.cwd,
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
