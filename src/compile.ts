import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { toAscii } from './ascii.ts';
import { formatFinding } from './catalog/findings.ts';
import { loadCatalog } from './catalog/load.ts';
import type { CameoCode, Catalog } from './catalog/model.ts';
import { findClashes } from './catalog/open.ts';
import { storeCatalogs } from './catalog/stored.ts';
import { compileCountries, compileNames } from './countries/compile.ts';
import { createAtlas } from './countries/resolve.ts';
import { storeCountries } from './countries/stored.ts';
import { jsonSchema, schemaNames } from './json-schemas.ts';
import { toJson } from './render/json.ts';
import { storeLines } from './stored-lines.ts';

export { toAscii };

const cameoSchema = z.object({
  codes: z.record(
    z.string().regex(/^\d{2,4}$/),
    z.strictObject({ label: z.string(), goldstein: z.number().min(-10).max(10) }),
  ),
});

/** Reads `data/cameo.yaml`. Throws a ZodError if it has another shape. */
export function compileCameo(yaml: string): Readonly<Record<string, CameoCode>> {
  return cameoSchema.parse(parse(yaml)).codes;
}

/**
 * Turns the YAML of the data folder into texts that cost next to nothing to read at start-up. Part of the build.
 * Throws if a bundled catalog has any finding, warnings included.
 */
export function compileData(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  const write = (name: string, text: string) => writeFileSync(join(to, name), toAscii(text));

  const countries = compileCountries(readFileSync(join(from, 'countries.yaml'), 'utf8'));
  const names = compileNames(countries);
  const cameo = compileCameo(readFileSync(join(from, 'cameo.yaml'), 'utf8'));
  const codes = Object.entries(cameo).map(
    ([code, about]) => [code, JSON.stringify(about)] as const,
  );
  write('cameo.txt', storeLines(codes));
  write('countries.txt', storeCountries(countries));
  write('country-names.txt', storeLines(names.entries()));

  const context = {
    atlas: createAtlas(countries, () => names),
    cameoCodes: new Set(Object.keys(cameo)),
  };
  const compiled: Catalog[] = [];
  for (const file of readdirSync(join(from, 'catalogs')).sort()) {
    const { catalog, findings } = loadCatalog(
      readFileSync(join(from, 'catalogs', file)),
      `data/catalogs/${file}`,
      context,
    );
    if (!catalog || findings.length > 0)
      throw new Error(`a bundled catalog has findings\n${findings.map(formatFinding).join('\n')}`);
    compiled.push(catalog);
  }
  const clashes = findClashes(compiled);
  if (clashes.length > 0)
    throw new Error(`bundled catalogs clash\n${clashes.map(({ message }) => message).join('\n')}`);
  write('catalogs.txt', storeCatalogs(compiled));
  for (const { id, sources } of compiled) write(`${id}-sources.json`, JSON.stringify(sources));
}

/** Writes the JSON Schemas that `align schema` prints, for those who refer to them by file. Part of the build. */
export function writeSchemas(to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of schemaNames) writeFileSync(join(to, `${name}.json`), toJson(jsonSchema(name)));
}
