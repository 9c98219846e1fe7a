import { existsSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, normalize, resolve, sep } from 'node:path';
import { z } from 'zod';
import type { Catalog } from '../catalog/model.ts';
import { inputError } from '../errors.ts';
import { isBundled } from './bundled.ts';
import { isUrl } from './is-url.ts';
import { readInput } from './read-input.ts';

/** Catalogs that others publish: packages called `align-catalog-*`, as npm and the like install them. */

const packageName = /^(?:@[a-z\d~-][a-z\d._~-]*\/)?align-catalog-[a-z\d._~-]+$/;

/** Whether a name is that of a package of catalogs, wherever it is. */
export function isPackageName(name: string): boolean {
  return packageName.test(name);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The folder of a package in the nearest `node_modules` that has it, from a folder up the tree. */
function findPackage(name: string, folder: string): string | undefined {
  const path = join(folder, 'node_modules', name);
  if (isFolder(path)) return path;
  const parent = dirname(folder);
  return parent === folder ? undefined : findPackage(name, parent);
}

/**
 * The path of the package that a name is of; `undefined` for other names, those of files and folders that are
 * there, and packages that are not installed.
 *
 * @param folder that names are relative to, and from which packages are looked for up the tree
 */
export function packageFolder(name: string, folder: string): string | undefined {
  if (!isPackageName(name) || existsSync(resolve(folder, name))) return undefined;
  return findPackage(name, resolve(folder));
}

/**
 * A name of catalogs as it is understood from another folder than the one that it is written for: bundled ones,
 * absolute paths and URLs are what they are.
 *
 * @param path of a name as seen from the other folder
 */
export function nameFrom(name: string, folder: string, path: (target: string) => string): string {
  if (isBundled(name) || isAbsolute(name) || isUrl(name)) return name;
  const installed = packageFolder(name, folder);
  if (installed !== undefined) return path(installed);
  return isPackageName(name) && !existsSync(resolve(folder, name))
    ? name
    : path(resolve(folder, name));
}

const manifestSchema = z.looseObject({
  name: z.string().optional(),
  version: z.string().optional(),
  align: z.looseObject({ catalogs: z.array(z.string().min(1)).min(1).optional() }).optional(),
});

/** What a package.json says of itself; `undefined` where there is none. @throws UserError (input) if it cannot be used */
function readManifest(folder: string, shown: string) {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return undefined;
  const named = join(shown, 'package.json');
  const text = new TextDecoder().decode(readInput(file, folder));
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw inputError(`${named} is no JSON`);
  }
  const { data, error } = manifestSchema.safeParse(content);
  if (data) return data;
  const [first] = error.issues;
  throw inputError(`${named} cannot be used: ${first?.path.join('.') ?? ''}: ${first?.message}`, {
    hint: 'such as "align": {"catalogs": ["catalogs"]}',
  });
}

/**
 * The files and folders that the package.json of a folder names as its catalogs, below it; `undefined` where it
 * names none, or is not there.
 *
 * @param shown the folder as it is named in messages
 * @throws UserError (input) if one is outside the folder
 */
export function packagedCatalogs(folder: string, shown: string): readonly string[] | undefined {
  const names = readManifest(folder, shown)?.align?.catalogs;
  const outside = names?.find((name) => {
    const path = normalize(name);
    return isUrl(name) || isAbsolute(name) || path === '..' || path.startsWith(`..${sep}`);
  });
  if (outside === undefined) return names;
  throw inputError(`${join(shown, 'package.json')} names ${outside}, which is not in its folder`, {
    hint: 'a package has its catalogs in it',
  });
}

/** The package that a file of catalogs is in, below the last `node_modules` of its path; `undefined` for others. */
export function packageOf(file: string): Catalog['package'] {
  const parts = file.split(/[\\/]/);
  const at = parts.lastIndexOf('node_modules');
  if (at < 0) return undefined;
  const length = parts[at + 1]?.startsWith('@') ? 2 : 1;
  const name = parts.slice(at + 1, at + 1 + length).join('/');
  if (!isPackageName(name)) return undefined;
  const folder = parts.slice(0, at + 1 + length).join(sep);
  return { name, version: readManifest(folder, name)?.version ?? '' };
}

/** A catalog with the package that its file is in, if it is in one. @param file an absolute path */
export function withPackage(catalog: Catalog, file: string): Catalog {
  const origin = packageOf(file);
  return origin ? { ...catalog, package: origin } : catalog;
}
