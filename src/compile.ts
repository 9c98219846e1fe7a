import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { CameoCodes } from './catalog/bundled.ts';
import { formatFinding } from './catalog/findings.ts';
import { loadCatalog } from './catalog/load.ts';
import type { Catalog } from './catalog/model.ts';
import { findClashes } from './catalog/open.ts';
import { packCatalog } from './catalog/packed.ts';
import { compileCountries, compileNames } from './countries/compile.ts';
import { createAtlas } from './countries/resolve.ts';
import { jsonSchema, schemaNames } from './json-schemas.ts';
import { toJson } from './render/json.ts';

const cameoSchema = z.object({
  codes: z.record(
    z.string().regex(/^\d{2,4}$/),
    z.strictObject({ label: z.string(), goldstein: z.number().min(-10).max(10) }),
  ),
});

/** Reads `data/cameo.yaml`. Throws a ZodError if it has another shape. */
export function compileCameo(yaml: string): CameoCodes {
  return cameoSchema.parse(parse(yaml)).codes;
}

/** JSON in ASCII, which Node reads several times as fast as UTF-8. */
function toAscii(json: string): string {
  return json.replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Turns the YAML of the data folder into JSON that costs nothing to parse at start-up. Part of the build.
 * Throws if a bundled catalog has any finding, warnings included.
 */
export function compileData(from: string, to: string): void {
  mkdirSync(join(to, 'catalogs'), { recursive: true });
  const write = (name: string, value: unknown) =>
    writeFileSync(join(to, `${name}.json`), toAscii(JSON.stringify(value)));

  const countries = compileCountries(readFileSync(join(from, 'countries.yaml'), 'utf8'));
  const names = compileNames(countries);
  const cameo = compileCameo(readFileSync(join(from, 'cameo.yaml'), 'utf8'));
  write('countries', countries);
  write('country-names', names);
  write('cameo', cameo);

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
    write(`catalogs/${basename(file, '.yaml')}`, packCatalog(catalog));
    compiled.push(catalog);
  }
  const clashes = findClashes(compiled);
  if (clashes.length > 0)
    throw new Error(`bundled catalogs clash\n${clashes.map(({ message }) => message).join('\n')}`);
}

/** Writes the JSON Schemas that `align schema` prints, for those who refer to them by file. Part of the build. */
export function writeSchemas(to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of schemaNames) writeFileSync(join(to, `${name}.json`), toJson(jsonSchema(name)));
}
