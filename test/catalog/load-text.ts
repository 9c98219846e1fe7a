import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Finding } from '../../src/catalog/findings.ts';
import { loadCatalog } from '../../src/catalog/load.ts';
import type { CatalogContext, LoadedCatalog } from '../../src/catalog/read.ts';
import { compileCameo } from '../../src/bundle/compile.ts';
import { compileCountries, compileNames } from '../../src/bundle/compile-countries.ts';
import { createAtlas } from '../../src/countries/resolve.ts';

const data = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../data/${name}`, import.meta.url)), 'utf8');
const countries = compileCountries(data('countries.yaml'));

export const context: CatalogContext = {
  atlas: createAtlas(countries, () => compileNames(countries)),
  cameoCodes: new Set(Object.keys(compileCameo(data('cameo.yaml')))),
};

export const file = 'catalog.yaml';

/** Loads a catalog from text, or from bytes that are no text. */
export function load(content: string | Uint8Array): LoadedCatalog {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return loadCatalog(bytes, file, context);
}

/** `line:column code`, of each finding. */
export function places(findings: readonly Finding[]): string[] {
  return findings.map(({ line, column, code }) => `${line}:${column} ${code}`);
}
