import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { version } from '../version.ts';
import type { CountryData, NameIndex } from '../countries/model.ts';
import { readCountries } from '../countries/stored.ts';
import { type Lines, openLines } from '../stored-lines.ts';
import type { CameoCode, Catalog } from './model.ts';
import { readCatalogs } from './stored.ts';

/** Catalogs that come with the package, in the order in which they are loaded. */
export const bundledNames = ['eurasia-2020', 'un-general-assembly', 'un-security-council'] as const;

export function isBundled(name: string): boolean {
  return bundledNames.some((known) => known === name);
}

/** CAMEO event codes with their labels and Goldstein weights. */
export interface CameoCodes {
  readonly get: (code: string) => CameoCode | undefined;
  readonly codes: () => readonly string[];
}

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
  return `${version} ${statSync(dataFile('catalogs.txt')).mtimeMs}`;
}

/** The file that a bundled catalog was compiled from. */
export function bundledFile(name: string): string {
  return join(packageRoot(), 'data', 'catalogs', `${name}.yaml`);
}

function readSources(catalog: string): Catalog['sources'] {
  return JSON.parse(readData(`${catalog}-sources.json`)) as Catalog['sources'];
}

let catalogs: ReadonlyMap<string, Catalog> | undefined;

/** A bundled catalog, compiled and checked when the package was built. */
export function bundledCatalog(name: string): Catalog | undefined {
  if (!isBundled(name)) return undefined;
  // Bibliographies are as long as all the rest, and few questions need them.
  catalogs ??= new Map(readCatalogs(readData('catalogs.txt'), readSources).map((c) => [c.id, c]));
  return catalogs.get(name);
}

export function bundledCountries(): CountryData {
  return readCountries(readData('countries.txt'));
}

/** Names of countries in other languages. */
export function bundledCountryNames(): NameIndex {
  return openLines(readData('country-names.txt'));
}

let cameo: Lines | undefined;
const cameoCodes = new Map<string, CameoCode | undefined>();

function readCameo(): Lines {
  return (cameo ??= openLines(readData('cameo.txt')));
}

export function bundledCameo(): CameoCodes {
  return {
    get: (code) => {
      if (cameoCodes.has(code)) return cameoCodes.get(code);
      const stored = readCameo().get(code);
      const found = stored === undefined ? undefined : (JSON.parse(stored) as CameoCode);
      cameoCodes.set(code, found);
      return found;
    },
    codes: () => [...readCameo().entries()].map(([code]) => code),
  };
}
