import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { findClashes } from '../catalog/clashes.ts';
import { keepApart } from '../catalog/keep-apart.ts';
import { formatFinding } from '../catalog/findings.ts';
import { loadCatalog } from '../catalog/load.ts';
import type { CameoCode, Catalog } from '../catalog/model.ts';
import { createAtlas } from '../countries/resolve.ts';
import { compileCountries, compileNames } from './compile-countries.ts';
import { packCatalog } from './packed.ts';
import { storeCountries } from './stored-countries.ts';

/** Other characters as `\uXXXX`, which mean the same in JSON and in JavaScript. */
export function toAscii(text: string): string {
  return text.replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

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
 * Turns the YAML of the data folder into JSON, which takes next to no time to read at start-up. Part of the build.
 * Throws if a bundled catalog has any finding, warnings included.
 */
export function compileData(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  const write = (name: string, value: unknown) =>
    writeFileSync(join(to, `${name}.json`), toAscii(JSON.stringify(value)));

  const countries = compileCountries(readFileSync(join(from, 'countries.yaml'), 'utf8'));
  const names = compileNames(countries);
  const cameo = compileCameo(readFileSync(join(from, 'cameo.yaml'), 'utf8'));
  write('cameo', cameo);
  write('countries', storeCountries(countries));
  write('country-names', [...names]);

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
  const own = keepApart(compiled).filter((catalog) => !compiled.includes(catalog));
  if (own.length > 0)
    throw new Error(`bundled catalogs mean different things by one id: ${own.map(({ id }) => id)}`);
  write('catalogs', compiled.map(packCatalog));
  for (const { id, sources } of compiled) write(`${id}-sources`, sources);
}
