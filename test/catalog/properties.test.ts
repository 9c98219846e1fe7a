import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { formatFinding } from '../../src/catalog/findings.ts';
import { packCatalog, unpackCatalog } from '../../src/bundle/packed.ts';
import { builtInScales } from '../../src/catalog/scales.ts';
import { starterCatalog } from '../../src/bundle/bundled.ts';
import { context, load } from './load-text.ts';
import { yamlScraps } from './yaml-scraps.ts';

const starter = starterCatalog();

const codes = context.atlas.countries.flatMap(({ code, historic }) => (historic ? [] : [code]));
const words = fc.stringMatching(/^[A-Za-zÀ-ž中国 :#'"{}[\]&*!|>%@-]{0,20}x$/);

const stanceOf = (labels: readonly string[]) =>
  fc.record(
    {
      stance: fc.constantFrom(...labels),
      salience: fc.constantFrom('low', 'medium', 'high'),
      confidence: fc.constantFrom('low', 'medium', 'high'),
      note: words,
      sources: fc.constant(['paper']),
    },
    { requiredKeys: ['stance', 'sources'] },
  );

const issue = fc.constantFrom('stance3', 'stance5', 'membership').chain((scale) =>
  fc.record(
    {
      title: words,
      question: words,
      topic: fc.constant('war'),
      date: fc.constantFrom<unknown>(2019, '2019-02', '2019-02-28', { from: 2018, to: '2019-05' }),
      scale: fc.constant(scale),
      weight: fc.double({ min: 0.01, max: 100, noNaN: true }),
      positions: fc.dictionary(
        fc.constantFrom(...codes),
        stanceOf(builtInScales[scale]?.labels ?? []),
        { minKeys: 1, maxKeys: 6 },
      ),
    },
    { requiredKeys: ['title', 'topic', 'date', 'scale', 'positions'] },
  ),
);

const catalogs = fc.array(issue, { minLength: 1, maxLength: 4 }).map((issues) => ({
  catalog: 'random',
  title: 'Random',
  sources: { paper: { title: 'A paper' } },
  topics: { war: 'War' },
  issues: issues.map((each, i) => Object.assign(each, { id: `issue-${i}` })),
}));

test('whatever a catalog says is what is loaded', () => {
  fc.assert(
    fc.property(catalogs, (written) => {
      const { catalog, findings } = load(stringify(written));
      expect(findings).toEqual([]);
      expect(catalog?.issues.map(({ id }) => id)).toEqual(written.issues.map(({ id }) => id));
      for (const [i, { positions, weight = 1, scale, title }] of written.issues.entries()) {
        const loaded = catalog?.issues[i];
        expect(loaded).toMatchObject({ weight, scale, title: title.trim() });
        const labels = catalog?.scales[scale]?.labels ?? [];
        const stances = Object.entries(loaded?.positions ?? {}).map(([code, [held]]) => [
          code,
          labels[held?.category ?? -1],
        ]);
        const expected = Object.entries(positions).map(([code, { stance }]) => [code, stance]);
        expect(stances).toEqual(expected.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)));
      }
      if (!catalog) return;
      const packed = structuredClone(packCatalog(catalog));
      const read = unpackCatalog(packed, () => catalog.sources);
      expect(structuredClone(read)).toEqual(catalog);
      const [stored] = read.issues;
      expect(new Proxy(stored!, {}).positions).toEqual(stored!.positions);
      expect((Object.create(stored!) as typeof stored)!.positions).toBe(stored!.positions);
      expect({ ...stored }).toEqual(catalog.issues[0]);
    }),
    { numRuns: 50 },
  );
});

test('JSON is YAML too, and gives the same catalog', () => {
  fc.assert(
    fc.property(catalogs, (written) => {
      const [yaml, json] = [load(stringify(written)), load(JSON.stringify(written))];
      expect(json.findings).toEqual([]);
      expect({ ...json.catalog, sha256: '' }).toEqual({ ...yaml.catalog, sha256: '' });
    }),
    { numRuns: 20 },
  );
});

/** Either a catalog or an error, and every finding in the file. */
function expectVerdict(content: string): void {
  const { catalog, findings } = load(content);
  expect(catalog === undefined).toBe(findings.some(({ severity }) => severity === 'error'));
  const lines = content.split('\n');
  for (const finding of findings) {
    expect(finding.line).toBeGreaterThanOrEqual(1);
    expect(finding.line).toBeLessThanOrEqual(lines.length);
    expect(finding.column).toBeGreaterThanOrEqual(1);
    expect(finding.message).not.toMatch(/undefined|\[object/);
    expect(formatFinding(finding)).toMatch(
      new RegExp(`^catalog.yaml:${finding.line}:${finding.column}: `),
    );
  }
}

test('text changed anywhere is never more than findings', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          at: fc.nat({ max: starter.length }),
          cut: fc.integer({ min: 0, max: 12 }),
          scrap: fc.constantFrom(...yamlScraps),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      (edits) => {
        let text = starter;
        for (const { at, cut, scrap } of edits)
          text = text.slice(0, at) + scrap + text.slice(at + cut);
        expectVerdict(text);
      },
    ),
    { numRuns: 150 },
  );
});

/** Paths to everything in a value. */
function pathsIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (value === null || typeof value !== 'object') return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}

test('a value of another kind anywhere is never more than findings', () => {
  const parsed: unknown = parse(starter);
  const paths = pathsIn(parsed).filter(({ length }) => length > 0);
  const odd = fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    2020,
    '',
    'x',
    [],
    {},
    [[]],
    [null],
    { x: 1 },
    'no',
    '1'.repeat(300),
    ['China', 'China'],
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...paths), odd), { minLength: 1, maxLength: 4 }),
      (changes) => {
        const changed: unknown = structuredClone(parsed);
        for (const [path, value] of changes) {
          const holder = path
            .slice(0, -1)
            .reduce<unknown>(
              (here, key) => (here as Record<string, unknown> | null | undefined)?.[key],
              changed,
            );
          if (holder !== null && typeof holder === 'object')
            (holder as Record<string, unknown>)[path.at(-1) ?? ''] = value;
        }
        expectVerdict(stringify(changed));
      },
    ),
    { numRuns: 150 },
  );
});
