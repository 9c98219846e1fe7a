import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { align } from '../cli/align.ts';
import { catalogOf, issueLine, times } from './inputs.ts';

/** Two catalogs with issues of the same days and titles, the second of whose ids stand between those of the first. */
const catalogs = {
  'first.yaml': `${catalogOf(times(6, (i) => issueLine(2 * i)))}
interactions:
  - {id: e1, title: A visit, date: 2020-03-02, between: [china, russia], cameo: "042"}
`,
  'second.yaml': `${catalogOf(
    times(6, (i) => issueLine(2 * i + 1).replace('oppose', 'support')),
  ).replace('catalog: x', 'catalog: y')}
interactions:
  - {id: e2, title: A visit, date: 2020-03-02, actor: russia, target: china, cameo: "042"}
`,
};

function folder(name: string): string {
  const place = mkdtempSync(join(tmpdir(), name));
  for (const [file, content] of Object.entries(catalogs)) writeFileSync(join(place, file), content);
  return place;
}

const here = folder('align-alike-');
const elsewhere = folder('align älike ünd-so-fort 中 ');

const settings = [
  { cwd: here, order: ['first.yaml', 'second.yaml'], env: { TZ: 'UTC', LANG: 'C' } },
  {
    cwd: elsewhere,
    order: ['second.yaml', 'first.yaml'],
    env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  },
  {
    cwd: here,
    order: ['second.yaml', 'first.yaml', 'second.yaml'],
    env: { TZ: 'America/Anchorage', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' },
  },
];

describe('bytes are alike whatever the time zone, the language, the folder and the order of catalogs', () => {
  test.each([
    'score china russia',
    'score china russia --full',
    'score china russia -f json',
    'score china russia -f csv',
    'score china russia -f markdown',
    'explain china russia',
    'explain china russia -f json',
    'matrix -f csv',
    'matrix -f json',
    'rank china -f json',
    'interactions china russia',
    'interactions china -f json',
    'list issues -f csv',
    'list -f json',
    'cite',
    'report china russia',
  ])('%s', async (words) => {
    const outcomes = await Promise.all(
      settings.map(({ cwd, env, order }) =>
        align([...words.split(' '), '-c', ...order], { cwd, env }),
      ),
    );
    const [first] = outcomes;
    expect(first).toMatchObject({ exitCode: 0, stderr: '' });
    for (const { stdout, stderr, exitCode } of outcomes)
      expect([exitCode, stderr, stdout]).toEqual([0, '', first!.stdout]);
  });
});
