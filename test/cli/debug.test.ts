import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { align } from './align.ts';

const cwd = mkdtempSync(join(tmpdir(), 'align-debug-'));
writeFileSync(
  join(cwd, 'votes.csv'),
  'resolution,ms_code,ms_vote,date\na,usa,Y,2001-01-01\na,russia,N,2001-01-01\n',
);

/** Lines of stderr, their times replaced. */
async function steps(...args: string[]): Promise<readonly string[]> {
  const { stderr, exitCode } = await align([...args, '--debug'], { cwd });
  expect(exitCode).toBe(0);
  return stderr
    .trimEnd()
    .replaceAll(/\(\d+\.\d ms\)$/gm, '(ms)')
    .split('\n');
}

it('--debug says on stderr which catalogs, which way and how long', async () => {
  expect(await steps('score', 'china', 'russia', '-c', 'eurasia-2020', '-o', 'out.json')).toEqual([
    'align: catalogs: eurasia-2020 (bundled) (ms)',
    expect.stringMatching(/^align: evidence: \d+ issues \(ms\)$/),
    'align: score: computed (ms)',
    `align: json: written to ${join(cwd, 'out.json')} (ms)`,
  ]);
});

it('--debug tells the votes of a record from evidence', async () => {
  await align(['import', 'votes.csv', '-o', 'record'], { cwd });
  const file = join(cwd, 'record', 'catalog.yaml');
  const ways = [
    [[], 'align: dyads: from the votes of the record (ms)'],
    [['--topic', 'other'], 'align: dyads: from the evidence (ms)'],
  ] as const;
  for (const [options, way] of ways) {
    const found = await steps('matrix', '-c', 'record', ...options);
    expect(found[0]).toBe(`align: catalogs: ${file} (ms)`);
    expect(found).toContain(way);
  }
});
