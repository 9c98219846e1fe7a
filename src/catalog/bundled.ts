import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { version } from '../version.ts';
import type { CountryData, NameIndex } from '../countries/model.ts';
import { readCountries, readNames } from '../countries/stored.ts';
import type { Catalog } from './model.ts';
import { type PackedCatalog, unpackCatalog } from './packed.ts';

/** Catalogs that come with the package, in the order in which they are loaded. */
export const bundledNames = ['eurasia-2020', 'un-general-assembly', 'un-security-council'] as const;

export function isBundled(name: string): boolean {
  return bundledNames.some((known) => known === name);
}

/** CAMEO event codes with their labels and Goldstein weights in [-10, 10]. */
export type CameoCodes = Readonly<
  Record<string, { readonly label: string; readonly goldstein: number }>
>;

let root: string | undefined;

/** The folder of the package: found upwards from this file, whether bundled or not. */
function packageRoot(): string {
  if (root === undefined) {
    root = import.meta.dirname;
    while (!existsSync(join(root, 'dist', 'data')) && dirname(root) !== root) root = dirname(root);
  }
  return root;
}

function dataFile(name: string): string {
  return join(packageRoot(), 'dist', 'data', name);
}

/** The build writes ASCII. */
function readData(name: string): string {
  return readFileSync(dataFile(name), 'latin1');
}

/** Changes with the version and with every build. */
export function programStamp(): string {
  return `${version} ${statSync(dataFile('bundled.json')).mtimeMs}`;
}

/** The file that a bundled catalog was compiled from. */
export function bundledFile(name: string): string {
  return join(packageRoot(), 'data', 'catalogs', `${name}.yaml`);
}

/** What is compiled into one file: reading and parsing it takes less time than one for each. */
interface Bundle {
  /** In the order of their names. */
  readonly catalogs: readonly Omit<PackedCatalog, 'sources'>[];
  readonly cameo: CameoCodes;
}

let bundle: Bundle | undefined;

function readBundle(): Bundle {
  return (bundle ??= JSON.parse(readData('bundled.json')) as Bundle);
}

const unpacked = new Map<string, Catalog>();

/** A bundled catalog, compiled and checked when the package was built. */
export function bundledCatalog(name: string): Catalog | undefined {
  const known = unpacked.get(name);
  if (known) return known;
  const packed = isBundled(name) ? readBundle().catalogs.find(({ id }) => id === name) : undefined;
  if (!packed) return undefined;
  // Bibliographies are as long as all the rest, and few questions need them.
  const catalog = unpackCatalog(
    packed,
    () => JSON.parse(readData(`${name}-sources.json`)) as Catalog['sources'],
  );
  unpacked.set(name, catalog);
  return catalog;
}

export function bundledCountries(): CountryData {
  return readCountries(readData('countries.txt'));
}

/** Names of countries in other languages. */
export function bundledCountryNames(): NameIndex {
  return readNames(readData('country-names.txt'));
}

export function bundledCameo(): CameoCodes {
  return readBundle().cameo;
}
