import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { resultSchema } from '../../src/results/result-schema.ts';
import { scratch } from '../rollcalls/support.ts';
import { align } from './align.ts';

const cwd = fileURLToPath(new URL('golden/coders', import.meta.url));
const own = ['-c', 'coded.yaml', '--quiet'];
const file = scratch();

test.each([
  ['validate.txt', ['validate', 'coded.yaml']],
  ['validate.md', ['validate', 'coded.yaml', '-f', 'markdown']],
  ['show-issue.txt', ['show', 'dam', ...own]],
  ['show-issue.md', ['show', 'dam', ...own, '-f', 'markdown']],
  ['show-catalog.txt', ['show', 'coded', ...own]],
  ['show-catalog.md', ['show', 'coded', ...own, '-f', 'markdown']],
  ['explain.txt', ['explain', 'austria', 'slovakia', ...own]],
  ['explain-issue.txt', ['explain', 'austria', 'germany', 'dam', ...own]],
  ['positions.csv', ['export', 'positions', ...own]],
])('%s', async (golden, args) => {
  const { stdout, stderr } = await align(args, { cwd });
  expect(stderr).toBe('');
  await expect(stdout).toMatchFileSnapshot(join(cwd, golden));
});

async function json(...args: string[]): Promise<Record<string, unknown>> {
  const { stdout } = await align([...args, '-f', 'json'], { cwd });
  return resultSchema.parse(JSON.parse(stdout)) as unknown as Record<string, unknown>;
}

test('JSON of an issue has codings on each stance, and all that is contested', async () => {
  const issue = await json('show', 'dam', ...own);
  expect(issue['stances']).toContainEqual(
    expect.objectContaining({
      label: 'strongly-support',
      countries: [
        expect.objectContaining({
          code: 'AUT',
          codings: [
            expect.objectContaining({
              coder: 'anna',
              name: 'Anna Ábel',
              stance: 'strongly-support',
              date: '2021-03-04',
            }),
            expect.objectContaining({ coder: 'ben', kind: 'person', note: 'By its vote' }),
            expect.objectContaining({ coder: 'llm', kind: 'model', sources: ['log'] }),
          ],
        }),
      ],
    }),
  );
  expect(issue['coded']).toMatchObject({
    rules: ['median'],
    positions: 7,
    agreement: [
      { scale: 'stance5', metric: 'ordinal', units: 6, coders: 3, pairs: 10, clusters: 6 },
    ],
    contested: [
      { code: 'AUT', counts: 'strongly-support', by: 'median' },
      { code: 'DEU', counts: 'neutral', by: 'adjudicated' },
      { code: 'POL', counts: null, by: null, reason: 'their median lies between two labels' },
      { code: 'SVK', from: '2021-06-01', counts: null },
      { code: 'SVK', from: '2021-09-01', counts: 'oppose', by: 'adjudicated' },
    ],
  });
});

test('--country leaves others out of what is contested, and not out of alpha', async () => {
  const issue = await json('show', 'dam', '--country', 'poland', ...own);
  expect(issue['coded']).toMatchObject({ agreement: [{ units: 6 }], contested: [{ code: 'POL' }] });
});

test('JSON and SARIF of validate have the agreement of each catalog', async () => {
  const { coded } = await json('validate', 'coded.yaml');
  expect(coded).toMatchObject([
    {
      catalog: 'coded',
      positions: 12,
      contested: 8,
      undecided: 4,
      agreement: [
        {
          scale: 'recognition',
          metric: 'nominal',
          low: null,
          high: null,
          reason: 'fewer than 5 clusters',
        },
        { scale: 'stance5', metric: 'ordinal' },
      ],
    },
  ]);
  const { stdout } = await align(['validate', 'coded.yaml', '-f', 'sarif'], { cwd });
  const { runs } = JSON.parse(stdout) as { runs: { properties: { coded: unknown } }[] };
  expect(runs[0]?.properties.coded).toEqual(coded);
});

test('a catalog without codings says nothing of coders anywhere', async () => {
  for (const args of [
    ['validate', 'eurasia-2020'],
    ['show', 'eurasia-2020'],
    ['show', 'ladakh-2020'],
  ])
    expect(JSON.stringify(await json(...args))).not.toContain('"coded"');
  const { stdout } = await align(['export', 'positions', '-c', 'eurasia-2020']);
  expect(stdout.split('\n')[0]).not.toContain('coder');
});

test('an explained position has its codings', async () => {
  const { positions } = await json('explain', 'austria', 'germany', 'dam', ...own);
  expect(positions).toMatchObject([
    { codings: [{ coder: 'anna' }, { coder: 'ben' }, { coder: 'llm' }] },
    {
      codings: [
        { coder: 'anna', confidence: 'low' },
        { coder: 'ben', sources: ['log'] },
      ],
    },
  ]);
});

test('diff names the coder whose coding changed, and positions that are decided since', async () => {
  const text = readFileSync(join(cwd, 'coded.yaml'), 'utf8');
  const changes = [
    ['{ coder: llm, stance: oppose }', '{ coder: llm, stance: neutral, note: Asked again }'],
    ['poland: { codings:', 'poland: { stance: support, codings:'],
    ['name: Ben Brook', 'name: Ben B. Brook'],
  ] as const;
  const edited = changes.reduce((before, [from, to]) => {
    expect(before).toContain(from);
    return before.replace(from, to);
  }, text);
  writeFileSync(file('old.yaml'), text);
  writeFileSync(file('new.yaml'), edited);
  const { stdout } = await align(['diff', 'old.yaml', 'new.yaml', '-f', 'json', '-q'], {
    cwd: file('.'),
  });
  const { positions, catalogs, issues } = JSON.parse(stdout) as Record<string, unknown>;
  expect(issues).toEqual([]);
  expect(positions).toMatchObject([
    {
      change: 'changed',
      country: 'HUN',
      fields: [
        { field: 'codings.llm', before: 'oppose', after: 'neutral' },
        { field: 'codings.llm.note', before: null, after: 'Asked again' },
      ],
    },
    {
      change: 'changed',
      country: 'POL',
      fields: [
        { field: 'stance', before: null, after: 'support' },
        { field: 'confidence' },
        { field: 'sources' },
      ],
    },
  ]);
  expect(catalogs).toMatchObject([{ fields: [{ field: 'coders.ben.name' }] }]);
});

test('an issue on which a position is undecided is not compared, and why', async () => {
  const { stderr, exitCode } = await align(['explain', 'austria', 'poland', 'dam', ...own], {
    cwd,
  });
  expect(exitCode).toBe(4);
  expect(stderr).toContain('coders part on the position of Poland, and nothing decides');
});

test('sources that only an undecided coding cites are cited, listed and exported', async () => {
  const text = readFileSync(join(cwd, 'coded.yaml'), 'utf8');
  const only = text
    .replace('  log: { title: A log }', '  log: { title: A log }\n  diary: { title: A diary }')
    .replace(
      'poland: { codings: [{ coder: anna, stance: support }',
      'poland: { codings: [{ coder: anna, stance: support, sources: [diary] }',
    );
  writeFileSync(file('diary.yaml'), only);
  for (const args of [
    ['cite'],
    ['list', 'sources'],
    ['show', 'dam'],
    ['export', 'sources', '-f', 'csv'],
  ]) {
    const { stdout } = await align([...args, '-c', 'diary.yaml', '-q'], { cwd: file('.') });
    expect(stdout).toContain('A diary');
  }
});
