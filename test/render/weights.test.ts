import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
