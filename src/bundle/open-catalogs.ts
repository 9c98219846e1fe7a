import { readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { findClashes, withoutCopies } from '../catalog/clashes.ts';
import { keepApart } from '../catalog/keep-apart.ts';
import { countFindings, type Finding, formatFindings } from '../catalog/findings.ts';
import type { CatalogContext } from '../catalog/read.ts';
import type { Catalog } from '../catalog/model.ts';
import { hintFor } from '../catalog/nearest.ts';
import { inputError, systemReason } from '../errors.ts';
import { readInput, refuseUrl } from './read-input.ts';
import { isPackageName, packagedCatalogs, packageFolder, withPackage } from './catalog-package.ts';
import { bundledCatalog, bundledNames, isBundled } from './bundled.ts';
import { type Cache, loadOnce, noCache } from './cache.ts';

/** The file that says what a folder means; it is no catalog. */
export const projectFile = 'align.yaml';

/** The file at a path, or the YAML files of a directory but the project file, sorted. */
function filesAt(path: string, cwd: string): readonly string[] {
  const full = resolve(cwd, path);
  let entries: readonly string[];
  try {
    if (!statSync(full).isDirectory()) return [path];
    entries = readdirSync(full);
  } catch (error) {
    if (isPackageName(path))
      throw inputError(`the package ${path} is not installed`, {
        hint: `npm install ${path} puts it into node_modules, where it is looked for from here up`,
      });
    throw inputError(`cannot read the catalog ${path}: ${systemReason(error)}`, {
      hint: hintFor(path, bundledNames, 'bundled catalogs'),
    });
  }
  const files = entries.filter((name) => /\.ya?ml$/i.test(name) && name !== projectFile).sort();
  if (files.length === 0)
    throw inputError(`the directory ${path} has no catalog`, {
      hint: 'catalogs are files that end in .yaml or .yml',
    });
  return files.map((name) => join(path, name));
}

/**
 * The catalog files that a name stands for: itself, the YAML files of a directory but the project file, sorted,
 * or what the package.json of a directory names. A package is its directory.
 *
 * @throws UserError (input) if there is none
 */
export function catalogFiles(name: string, cwd: string): readonly string[] {
  refuseUrl(name);
  if (/\.csv(?:\.gz)?$/i.test(name))
    throw inputError(`${name} is a table, no catalog`, {
      hint: 'align import makes a catalog of a table; name the directory that it wrote',
    });
  const installed = packageFolder(name, cwd);
  const path = installed === undefined ? name : relative(cwd, installed);
  const packaged = packagedCatalogs(resolve(cwd, path), path);
  return packaged
    ? [...new Set(packaged.flatMap((each) => filesAt(join(path, each), cwd)))]
    : filesAt(path, cwd);
}

export interface OpenedCatalogs {
  readonly catalogs: readonly Catalog[];
  /** Warnings of the files read; bundled catalogs have none. */
  readonly warnings: readonly Finding[];
  /** Where each was found: a bundled name, or the path of a file. */
  readonly places: readonly string[];
}

/**
 * Opens catalogs by bundled name, file, directory or package, each once, in the order of their ids.
 *
 * @param context made only when a file has to be read, since that needs every parser
 * @param openCache the same; without it every file is parsed
 * @throws UserError (input) with all findings if any file is missing or invalid, or if they clash
 */
export async function openCatalogs(
  names: readonly string[],
  cwd: string,
  context: () => CatalogContext,
  openCache: () => Promise<Cache> = async () => noCache,
): Promise<OpenedCatalogs> {
  const catalogs: Catalog[] = [];
  const findings: Finding[] = [];
  const places: string[] = [];
  for (const name of new Set(names)) {
    const bundled = bundledCatalog(name);
    if (bundled) {
      catalogs.push(bundled);
      places.push(`${name} (bundled)`);
      continue;
    }
    for (const file of catalogFiles(name, cwd)) {
      const bytes = readInput(file, cwd);
      places.push(resolve(cwd, file));
      const loaded = await loadOnce(
        bytes,
        [resolve(cwd, file), file],
        await openCache(),
        async () => {
          const { loadCatalog } = await import('../catalog/load.ts');
          return loadCatalog(bytes, file, context(), resolve(cwd, file));
        },
      );
      for (const finding of loaded.findings) findings.push(finding);
      if (loaded.catalog) catalogs.push(withPackage(loaded.catalog, resolve(cwd, file)));
    }
  }
  if (findings.some(({ severity }) => severity === 'error'))
    throw inputError(
      `${countFindings(findings)} in the catalogs\n${formatFindings(findings).join('\n')}`,
    );
  // An answer is the same in whatever order its catalogs are named.
  catalogs.sort((x, y) => (`${x.id} ${x.sha256}` < `${y.id} ${y.sha256}` ? -1 : 1));
  // Bundled catalogs were compared with each other when they were built.
  if (names.every(isBundled)) return { catalogs, warnings: findings, places };
  const distinct = withoutCopies(catalogs);
  const clashes = findClashes(distinct).map(({ message, hint }) => `${message}; ${hint}`);
  if (clashes.length > 0)
    throw inputError(`the catalogs do not go together\n${clashes.join('\n')}`);
  return { catalogs: keepApart(distinct), warnings: findings, places };
}
