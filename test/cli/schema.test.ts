import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { starterCatalog } from '../../src/catalog/starter.ts';
import { jsonSchema, schemaNames } from '../../src/bundle/json-schemas.ts';
import { toJson } from '../../src/render/json.ts';
import { resultSchema } from '../../src/results/result-schema.ts';
import { align } from './align.ts';

test.each(schemaNames)(
  'data/schema/%s.json is what the code says; node build.mjs renews it',
  (name) => {
    const file = new URL(`../../data/schema/${name}.json`, import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(toJson(jsonSchema(name)));
  },
);

test('the schema of catalogs is the default', async () => {
  const { stdout, exitCode } = await align(['schema']);
  expect(exitCode).toBe(0);
  expect(stdout).toBe(toJson(jsonSchema('catalog')));
});

test('an unknown schema is a usage error', async () => {
  const { stderr, exitCode } = await align(['schema', 'catalogue']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('schemas: catalog, policy, result');
});

/** Every object of a JSON Schema with the properties it declares. */
function* declarations(
  schema: unknown,
  path = '',
): Generator<[string, Record<string, { description?: string }>]> {
  if (schema === null || typeof schema !== 'object') return;
  if ('properties' in schema)
    yield [path, schema.properties as Record<string, { description?: string }>];
  for (const [key, inner] of Object.entries(schema)) yield* declarations(inner, `${path}/${key}`);
}

test('every key of a catalog is described', () => {
  const bare = [...declarations(jsonSchema('catalog'))].flatMap(([path, properties]) =>
    Object.entries(properties)
      .filter(([, { description }]) => description === undefined)
      .map(([key]) => `${path}/${key}`),
  );
  expect(bare).toEqual([]);
});

test('the starter catalog and the bundled ones follow the JSON Schema', () => {
  const schema = z.fromJSONSchema(jsonSchema('catalog') as Parameters<typeof z.fromJSONSchema>[0]);
  const files = ['eurasia-2020', 'un-general-assembly', 'un-security-council'].map((name) =>
    readFileSync(new URL(`../../data/catalogs/${name}.yaml`, import.meta.url), 'utf8'),
  );
  for (const text of [starterCatalog, ...files])
    expect(schema.safeParse(parse(text)).error).toBeUndefined();
  expect(schema.safeParse({ catalog: 'x', titel: 'y' }).success).toBe(false);
});

describe('results follow their schema', () => {
  test.each([
    ['score', ['score', 'china', 'russia']],
    ['score', ['score', 'china', 'russia', '-m', 'kappa', '--absent', 'half']],
    ['score', ['score', 'brazil', 'mexico', '-t', 'territorial-integrity', '--from', '2014']],
    ['compare', ['score', 'china', 'russia', 'india', 'samoa']],
    ['matrix', ['matrix', 'china', 'russia', 'india']],
    ['matrix', ['matrix', 'china', 'russia', '--by', 'year']],
    ['rank', ['rank', 'china']],
    ['explain', ['explain', 'china', 'russia']],
    ['explain-issue', ['explain', 'china', 'russia', 'ladakh-2020']],
    ['explain-issue', ['explain', 'quad', 'brics', 'unga-62-149', '--bloc-position', 'mean']],
    ['overview', ['list']],
    ...[
      'issues',
      'countries',
      'topics',
      'sources',
      'blocs',
      'interactions',
      'measures',
      'conventions',
      'catalogs',
    ].map((what): [string, string[]] => [what, ['list', what]]),
    ['issue', ['show', 'ladakh-2020']],
    ['catalog', ['show', 'eurasia-2020']],
    ['citations', ['cite', 'china', 'russia']],
    ['diagnostics', ['validate']],
  ])('align/%s@1: %j', async (kind, args) => {
    const { stdout } = await align([...args, '-f', 'json']);
    const result: unknown = JSON.parse(stdout);
    expect(result).toHaveProperty('schema', `align/${kind}@1`);
    expect(resultSchema.safeParse(result).error).toBeUndefined();
    expect(Object.keys(result as object).at(-1)).toBe('provenance');
  });

  test('align/import@1', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'align-schema-'));
    writeFileSync(join(cwd, 'in.csv'), 'issue,country,position,date\na,USA,yes,2020-01-01\n');
    const { stdout } = await align(['import', 'table', 'in.csv', '-o', 'out', '-f', 'json'], {
      cwd,
    });
    rmSync(cwd, { recursive: true });
    const result: unknown = JSON.parse(stdout);
    expect(result).toHaveProperty('schema', 'align/import@1');
    expect(resultSchema.safeParse(result).error).toBeUndefined();
    expect(Object.keys(result as object).at(-1)).toBe('provenance');
  });
});
