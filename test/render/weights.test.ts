import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { starterCatalog } from '../../src/bundle/bundled.ts';
import { runHere } from './invocations.ts';

const cwd = mkdtempSync(join(tmpdir(), 'align-weights-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
const weights = 'topics: {rivers: 3}\nissues: {dam-2024: 2, toll-2024: 1}\n';
const policy = 'assertions:\n  - {id: a, between: [china, russia], atLeast: 0.1}\n';
writeFileSync(join(cwd, 'own.yaml'), starterCatalog());
writeFileSync(join(cwd, 'w.yaml'), weights);
writeFileSync(join(cwd, 'watch.yaml'), policy);

const words = 'w.yaml (2 issues, 1 topic)';
const align = (...argv: readonly string[]) => runHere(argv, cwd, { ALIGN_CACHE: 'off' });
const on = ['-c', 'own.yaml', '--weights', 'w.yaml'];
const two = ['china', 'russia'];
const lines: Readonly<Record<string, readonly string[]>> = {
  score: ['score', ...two, ...on],
  'score --full': ['score', ...two, '--full', ...on],
  comparison: ['score', ...two, 'india', ...on],
  explain: ['explain', ...two, ...on],
  'explain of an issue': ['explain', ...two, 'dam-2024', ...on],
  matrix: ['matrix', ...two, 'india', ...on],
  rank: ['rank', 'china', '--min-joint', '1', ...on],
  trend: ['trend', ...two, ...on],
  drift: ['drift', ...two, '--before', '2024-01..2024-03', '--after', '2024-04..2024-12', ...on],
  diff: ['diff', 'own.yaml', 'own.yaml', '--weights', 'w.yaml', '--between', ...two],
};

describe.each(Object.entries(lines))('%s with weights', (_, line) => {
  it('names their file in a table, in Markdown and in JSON', async () => {
    const table = await align(...line);
    expect(table.code, table.err).toBe(0);
    expect(table.out.trimEnd().split('\n').at(-1)).toBe(`  Weights: ${words}`);
    expect((await align(...line, '-f', 'markdown')).out).toContain(`; weights: ${words}</sub>`);
    const { out } = await align(...line, '-f', 'json');
    expect((JSON.parse(out) as { provenance: object }).provenance).toMatchObject({
      weights: {
        file: 'w.yaml',
        sha256: createHash('sha256').update(weights).digest('hex'),
        issues: 2,
        topics: 1,
      },
    });
  });
});

it('pages have them among what they were made from, and nothing else mentions weights', async () => {
  expect((await align('report', ...two, ...on)).out).toContain(`<dt>Weights</dt><dd>${words}`);
  expect((await align('score', ...two, '-c', 'own.yaml')).out).not.toContain('Weights');
  const { out } = await align('score', ...two, '-c', 'own.yaml', '-f', 'json');
  expect((JSON.parse(out) as { provenance: object }).provenance).not.toHaveProperty('weights');
});

const tables: Readonly<Record<string, readonly string[]>> = {
  ...lines,
  blocs: ['blocs', '--min-joint', '1', ...on],
  map: ['map', '--min-joint', '1', ...on],
};

it.each([
  ['score', 'issue'],
  ['comparison', 'band'],
  ['explain', 'issue'],
  ['explain of an issue', 'issue'],
  ['matrix', 'country_a'],
  ['rank', 'partner'],
  ['trend', 'period'],
  ['drift', 'share_before'],
  ['blocs', 'centre'],
  ['map', 'x'],
  ['diff', 'part'],
] as const)(
  'CSV of %s has their file in a last column, and no such column without them',
  async (line, other) => {
    const argv = [...tables[line]!, '-f', 'csv'];
    const rows = parse((await align(...argv)).out, { columns: true }) as Record<string, string>[];
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(Object.keys(row).at(-1)).toBe('weights');
      expect(row['weights']).toBe('w.yaml');
    }
    const { out } = await align(...argv.toSpliced(argv.indexOf('--weights'), 2));
    expect(out.split('\r\n')[0]).toContain(other);
    expect(out.split('\r\n')[0]).not.toContain('weights');
  },
);

it('CSV of a score then and now has it too', async () => {
  const { out, err } = await align(
    'score',
    ...two,
    '--versus',
    '2024-01..2024-03',
    ...on,
    '-f',
    'csv',
  );
  expect(out.split('\r\n')[0], err).toMatch(/,overlap,weights$/);
});

const charts = ['topics', 'positions', 'matrix'];
// The starter catalog is of one year.
writeFileSync(join(cwd, 'bundled.yaml'), 'topics: {sanctions: 2}\n');
const longer = ['--weights', 'bundled.yaml'];
const pictures: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    charts.map((chart) => [`report, ${chart}`, ['report', ...two, '--chart', chart, ...on]]),
  ),
  'report, trend': ['report', ...two, '--chart', 'trend', ...longer],
  'report, drift': ['report', ...two, '--chart', 'drift', ...longer],
  'report of all': ['report', '--matrix', ...two, 'india', ...on],
  trend: lines['trend']!,
  drift: lines['drift']!,
  blocs: tables['blocs']!,
  map: tables['map']!,
};

it.each(Object.entries(pictures))('a picture has them below it: %s', async (_, line) => {
  const { out, err } = await align(...line, '-f', 'svg');
  const named = line.includes('w.yaml') ? words : 'bundled.yaml (1 topic)';
  expect(out, err).toMatch(/<text class="muted" y="\d+" font-size="14">Weights: /);
  expect(out).toContain(`>Weights: ${named}</text>`);
  expect(/<desc>([^<]*)<\/desc>/.exec(out)?.[1]).toContain(`Weights: ${named}.`);
  const plain = await align(...line.toSpliced(line.indexOf('--weights'), 2), '-f', 'svg');
  expect(plain.out, plain.err).toContain('<desc>');
  expect(plain.out).not.toContain('Weights');
});

it('the weights of a project are named as well, by check too', async () => {
  writeFileSync(
    join(cwd, 'align.yaml'),
    'catalogs: [own.yaml]\nweights: w.yaml\npolicies: [watch.yaml]\n',
  );
  for (const line of [['score', ...two], ['check']])
    expect((await align(...line)).out).toContain(`  Weights: ${words}\n`);
  rmSync(join(cwd, 'align.yaml'));
});

it('a short answer still fits a window', async () => {
  const { out } = await runHere(['score', ...two, '--weights', 'w2.yaml'], cwd, {});
  expect(out).toBe('');
  writeFileSync(join(cwd, 'w2.yaml'), 'topics: {sanctions: 2}\n');
  const answer = await runHere(['score', ...two, '--weights', 'w2.yaml', '-q'], cwd, {
    ALIGN_CACHE: 'off',
    COLUMNS: '80',
  });
  expect(answer.out.split('\n').length - 1).toBeLessThanOrEqual(23);
});
