import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CameoCode, Catalog } from '../catalog/model.ts';
import type { CountryData, NameIndex } from '../countries/model.ts';
import { version } from '../version.ts';
import { type PackedCatalog, unpackCatalog } from './packed.ts';
import { readCountries, type StoredCountries } from './stored-countries.ts';

/** Catalogs that come with the package, in the order in which they are loaded. */
export const bundledNames = [
  'eurasia-2020',
  'eurasia-2025',
  'un-general-assembly',
  'un-security-council',
] as const;

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
  return join(packageRoot(), 'dist', 'data', `${name}.json`);
}

const read = new Map<string, unknown>();

/** What the build made of a part of the data. It writes ASCII, which Node reads faster than UTF-8. */
function readData<T>(name: string): T {
  if (!read.has(name)) read.set(name, JSON.parse(readFileSync(dataFile(name), 'latin1')));
  return read.get(name) as T;
}

/** Changes with the version and with every build. */
export function programStamp(): string {
  return `${version} ${statSync(dataFile('catalogs')).mtimeMs}`;
}

/** The file that a bundled catalog was compiled from. */
export function bundledFile(name: string): string {
  return join(packageRoot(), 'data', 'catalogs', `${name}.yaml`);
}

function starterFile(name: string): string {
  return readFileSync(join(packageRoot(), 'data', name), 'utf8');
}

/** The catalog that `align init` writes: small, without findings, and enough for a score. */
export function starterCatalog(): string {
  return starterFile('starter.yaml');
}

/** The policy that `align init` writes: what it asserts holds of the starter catalog. */
export function starterPolicy(): string {
  return starterFile('starter-policy.yaml');
}

/** The project file that `align init` writes. @param names files, as they are written in it */
export function starterProject(catalogs: readonly string[], policies: readonly string[]): string {
  const list = (names: readonly string[]) => names.map((name) => `  - ${inYaml(name)}\n`).join('');
  const ofPolicies =
    policies.length === 0
      ? '# What align validate checks as well, and align check judges:\n# policies: [policies/watch.yaml]\n'
      : `# What align validate checks as well, and align check judges:\npolicies:\n${list(policies)}`;
  return starterFile('starter-project.yaml')
    .replace('CATALOGS\n', () => list(catalogs))
    .replace('POLICIES\n', () => ofPolicies);
}

/** A text as YAML has it, quoted where it might be read as something else. */
export function inYaml(text: string): string {
  return /^[a-z][\w./-]*(?: [\w./-]+)*$/i.test(text) && !/^(?:true|false|null)$/i.test(text)
    ? text
    : JSON.stringify(text);
}

let catalogs: ReadonlyMap<string, Catalog> | undefined;

/** A bundled catalog, compiled and checked when the package was built; `undefined` for other names. */
export function bundledCatalog(name: (typeof bundledNames)[number]): Catalog;
export function bundledCatalog(name: string): Catalog | undefined;
export function bundledCatalog(name: string): Catalog | undefined {
  if (!isBundled(name)) return undefined;
  catalogs ??= new Map(
    readData<readonly PackedCatalog[]>('catalogs').map((packed) => [
      packed.id,
      unpackCatalog(packed, () => readData(`${packed.id}-sources`)),
    ]),
  );
  return catalogs.get(name);
}

let countries: CountryData | undefined;

export function bundledCountries(): CountryData {
  return (countries ??= readCountries(readData<StoredCountries>('countries')));
}

/** Names of countries in other languages. */
export function bundledCountryNames(): NameIndex {
  return new Map(readData<readonly (readonly [string, string])[]>('country-names'));
}

export function bundledCameo(): CameoCodes {
  const codes = readData<Readonly<Record<string, CameoCode>>>('cameo');
  return {
    get: (code) => (Object.hasOwn(codes, code) ? codes[code] : undefined),
    codes: () => Object.keys(codes),
  };
}
