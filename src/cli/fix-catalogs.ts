import { resolve } from 'node:path';
import { isBundled } from '../bundle/bundled.ts';
import { packageOf } from '../bundle/catalog-package.ts';
import { catalogFiles } from '../bundle/open-catalogs.ts';
import { readInput } from '../bundle/read-input.ts';
import { type Change, fixCatalog } from '../catalog/fix.ts';
import type { CatalogContext } from '../catalog/read.ts';
import { UserError } from '../errors.ts';
import type { Io } from './io.ts';
import { writeOutput } from './output.ts';

/**
 * Mends catalog files, each in one move, once all of them have been read.
 *
 * @param names files and directories
 * @throws UserError (usage) if a catalog is bundled; (input) if a file cannot be read or written
 */
export async function fixCatalogs(
  names: readonly string[],
  io: Io,
  context: CatalogContext,
): Promise<readonly Change[]> {
  const bundled = names.find(isBundled);
  if (bundled !== undefined)
    throw new UserError(`--fix changes files of your own, and ${bundled} comes with align`, {
      hint: 'name your files: align validate my-catalog.yaml --fix',
    });
  const isPackaged = (file: string) => packageOf(resolve(io.cwd, file)) !== undefined;
  const packaged = names.find((name) => catalogFiles(name, io.cwd).some(isPackaged));
  if (packaged !== undefined)
    throw new UserError(
      `--fix changes files of your own, and ${packaged} is an installed package`,
      {
        hint: 'the next installation would undo it: mend the package where it is made',
      },
    );
  const files = [...new Set(names.flatMap((name) => catalogFiles(name, io.cwd)))];
  const fixed = files.map((file) => ({
    file: resolve(io.cwd, file),
    ...fixCatalog(readInput(file, io.cwd), file, context),
  }));
  for (const { file, text, changes } of fixed)
    if (changes.length > 0) await writeOutput({ format: 'yaml', file }, text, io);
  return fixed.flatMap(({ changes }) => changes);
}
