import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { starterCatalog } from '../../src/bundle/bundled.ts';
import { jsonSchema, schemaNames } from '../../src/policy/json-schemas.ts';
import { toJson } from '../../src/render/kit/json.ts';
import { resultSchema } from '../../src/results/result-schema.ts';
import { hostileFolder } from '../render/hostile.ts';
import { invocations, runHere } from '../render/invocations.ts';
import { align } from './align.ts';

test.each(schemaNames)(
  'data/schema/%s.json is what the code says; node scripts/build.mjs renews it',
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
  expect(stderr).toContain('schemas: catalog, policy, result, project');
});

/** Every object of a JSON Schema with the properties it declares. */
function* declarations(
  schema: unknown,
  path = '',
): Generator<[path: string, properties: Record<string, { description?: string }>, open: boolean]> {
  if (schema === null || typeof schema !== 'object') return;
  if ('properties' in schema)
    yield [
      path,
      schema.properties as Record<string, { description?: string }>,
      (schema as { additionalProperties?: unknown }).additionalProperties !== false,
    ];
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
  for (const text of [starterCatalog(), ...files])
    expect(schema.safeParse(parse(text)).error).toBeUndefined();
  expect(schema.safeParse({ catalog: 'x', titel: 'y' }).success).toBe(false);
});

describe('what results hold is declared, and nothing else', () => {
  const folder = hostileFolder();
  const policy = `
policy: every-claim
assertions:
  - {id: score, between: [china, russia], atLeast: 0.99, from: 2016, message: They part.}
  - {id: bloc, among: quad, atLeast: 0, topic: sanctions, session: 70-75, minConfidence: low}
  - {id: coverage, between: [china, russia], coverage: {atLeast: 3}, absent: half}
  - {id: change, between: [china, russia], change: {atMost: 0.1}, convention: state-2022}
  - {id: skipped, between: [china, russia], atMost: 1, from: 2030, allowMissing: true}
`;
  writeFileSync(join(folder, 'every-claim.yaml'), policy);
  writeFileSync(join(folder, 'in.csv'), 'resolution,ms_code,ms_vote,date\na,USA,Y,2020-01-01\n');

  const published = z.fromJSONSchema(
    jsonSchema('result') as Parameters<typeof z.fromJSONSchema>[0],
  );

  const ofBundled = [
    'score china russia',
    'score china russia -m kappa --absent half --cluster topic',
    'score china russia --issue ladakh-2020 -m kappa',
    'score brazil mexico -t territorial-integrity --from 2014',
    'score quad brics --bloc-position mean',
    'score china russia india samoa',
    'matrix china russia india',
    'matrix china quad -m pi',
    'matrix china russia --by year',
    'rank china',
    'rank quad --min-joint 1 -m divergence --order lower',
    'interactions china russia',
    'interactions quad --by month --order net',
    'explain china russia --timestamp',
    'explain quad brics',
    'explain china russia ladakh-2020',
    'explain quad brics unga-62-149 --bloc-position mean',
    'check every-claim.yaml --update-baseline',
    'check every-claim.yaml -c eurasia-2020',
    'list',
    'list issues',
    'list issues --series',
    'list countries',
    'list topics',
    'list sources',
    'list blocs',
    'list interactions',
    'list measures',
    'list conventions',
    'list catalogs',
    'show ladakh-2020',
    'show unga-74-168',
    'show eurasia-2020',
    'cite china russia',
    'validate',
    'config',
    'config --convention state-2022 --session 70-75 -t sanctions --no-amendments',
    'import in.csv -o imported',
    'validate un-general-assembly --against imported',
  ].map((command) => [...command.split(' '), '-f', 'json']);
  const ofHostile = invocations()
    .filter(({ format }) => format === 'json')
    .map(({ argv }) => argv);

  test.each([...ofBundled, ...ofHostile].map((argv) => [argv.join(' '), argv] as const))(
    'align %s',
    async (_, argv) => {
      const { out, err, code } = await runHere(argv, folder);
      expect([0, 1, 4], err).toContain(code);
      const result = JSON.parse(out) as { readonly schema: string };
      const kind = resultSchema.options.find(({ shape }) => shape.schema.value === result.schema);
      expect(kind, result.schema).toBeDefined();
      expect(kind?.safeParse(result).error?.issues).toBeUndefined();
      expect(published.safeParse(result).error?.issues).toBeUndefined();
      expect(Object.keys(result).at(0)).toBe('schema');
      expect(Object.keys(result).at(-1)).toBe('provenance');
    },
  );

  test('every object of the schema is closed', () => {
    const open = [...declarations(jsonSchema('result'))].filter(([, , isOpen]) => isOpen);
    expect(open.map(([path]) => path)).toEqual([]);
  });
});
