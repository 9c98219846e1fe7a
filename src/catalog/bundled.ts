import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { version } from '../version.ts';
import type { CountryData, NameIndex } from '../countries/model.ts';
import type { Catalog } from './model.ts';
import { type PackedCatalog, unpackCatalog } from './packed.ts';

/** Catalogs that come with the package, in the order in which they are loaded. */
export const bundledNames = ['eurasia-2020', 'un-general-assembly', 'un-security-council'] as const;

/** CAMEO event codes with their labels and Goldstein weights in [-10, 10]. */
export type CameoCodes = Readonly<
  Record<string, { readonly label: string; readonly goldstein: number }>
>;

let root: string | undefined;

/** The folder of the package: found upwards from this file, whether bundled or not. */
function packageRoot(): string {
  if (root === undefined) {
    root = dirname(fileURLToPath(import.meta.url));
    while (!existsSync(join(root, 'dist', 'data')) && dirname(root) !== root) root = dirname(root);
  }
  return root;
}

/** The build writes ASCII. */
function readData(name: string): unknown {
  return JSON.parse(readFileSync(join(packageRoot(), 'dist', 'data', `${name}.json`), 'latin1'));
}

/** Changes with the version and with every build. */
export function programStamp(): string {
  const { mtimeMs } = statSync(join(packageRoot(), 'dist', 'data', 'countries.json'));
  return `${version} ${mtimeMs}`;
}

/** The file that a bundled catalog was compiled from. */
export function bundledFile(name: string): string {
  return join(packageRoot(), 'data', 'catalogs', `${name}.yaml`);
}

/** A bundled catalog, compiled and checked when the package was built. */
export function bundledCatalog(name: string): Catalog | undefined {
  return bundledNames.some((known) => known === name)
    ? unpackCatalog(readData(`catalogs/${name}`) as PackedCatalog)
    : undefined;
}

export function bundledCountries(): CountryData {
  return readData('countries') as CountryData;
}

export function bundledCountryNames(): NameIndex {
  return readData('country-names') as NameIndex;
}

export function bundledCameo(): CameoCodes {
  return readData('cameo') as CameoCodes;
}
