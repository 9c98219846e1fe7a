import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resultSchema } from '../../src/results/result-schema.ts';
import { align } from './align.ts';

const catalog = `
catalog: small
title: A small catalog
topics: {rights: Rights, trade: Trade}
sources: {gazette: {title: Gazette, date: 2020-01-01}}
groups: {three: [china, russia, india]}
issues:
${Array.from(
  { length: 10 },
  (_, i) => `  - id: vote-${i}
    title: Vote ${i}
    topic: ${i < 5 ? 'rights' : 'trade'}
    date: 20${10 + i}-06-01
    vote: {body: UNGA, resolution: A/RES/${i}}
    votes: {yes: [china${i > 0 ? ', russia' : ''}], no: [${i > 7 ? 'india' : ''}], abstain: [${i > 0 ? '' : 'russia'}]}
    sources: [gazette]`,
).join('\n')}
`;

/** A folder with the catalog and a policy of these assertions. */
function folderOf(...assertions: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'align-check-'));
  mkdirSync(join(folder, 'ci'));
  writeFileSync(join(folder, 'ci', 'small.yaml'), catalog);
  const lines = assertions.map((assertion) => `  - ${assertion}`);
  writeFileSync(
    join(folder, 'ci', 'watch.yaml'),
    ['title: Watch', 'catalogs: [small.yaml]', 'assertions:', ...lines, ''].join('\n'),
  );
  return folder;
}

const passes = '{id: passes, between: [china, russia], atLeast: 0.9}';
const fails =
  '{id: fails, between: [china, russia], topic: rights, atLeast: 0.95, message: Look here}';
const missing = '{id: missing, between: [china, fiji], atLeast: 0.9}';
const skipped = '{id: skipped, between: [china, fiji], atLeast: 0.9, allowMissing: true}';
const among = '{id: among, among: three, atLeast: 0.6}';
const coverage = '{id: coverage, between: [china, russia], coverage: {atLeast: 10}}';
const steady = '{id: steady, between: [china, russia], change: {atMost: 0.05}}';

const check = (cwd: string, ...args: string[]) =>
  align(['check', 'ci/watch.yaml', ...args], { cwd });

describe('align check', () => {
  it('names what is wrong with the policy beside what is wrong with its catalogs', async () => {
    const slip = '{id: slip, between: [china, russia], measure: kapa, topic: any, atLeast: 0}';
    const folder = folderOf(slip, '{id: slip, among: any, atLeast: 0}');
    const { stderr, exitCode } = await check(folder, '--catalog', 'none.yaml');
    expect(exitCode).toBe(3);
    expect(stderr.match(/\[[a-z-]+\]$/gm)).toEqual(['[unknown-measure]', '[duplicate-id]']);
    expect(stderr).toMatch(
      /\ncannot read the catalog none\.yaml: there is no such file\n {2}bundled/,
    );
    // Any topic or bloc may be one of theirs.
    const sound = await check(
      folderOf('{id: a, among: any, topic: any, atLeast: 0}'),
      '-c',
      'none.yaml',
    );
    expect(sound.stderr).toMatch(/^align: cannot read the catalog none\.yaml/);
  });

  it('names all assertions that cannot be asked, with their places', async () => {
    const rows = '{id: rows, between: [ussr, russia], atLeast: 0.5}';
    const more = '{id: more, between: [russia, ussr], atLeast: 0.5}';
    const { stdout, stderr, exitCode } = await check(folderOf(rows, passes, more));
    expect([stdout, exitCode]).toEqual(['', 3]);
    expect(stderr.split('\n').filter((line) => !line.startsWith(' '))).toEqual([
      'align: 2 assertions of the policy cannot be asked',
      'ci/watch.yaml:4:5: Soviet Union and Russia cannot be compared: their votes are one row',
      'ci/watch.yaml:6:5: Soviet Union and Russia cannot be compared: their votes are one row',
      '',
    ]);
  });

  it.each([
    ['0 when all hold', [passes, coverage, skipped], 0],
    ['1 when one fails', [passes, fails], 1],
    ['4 when evidence is missing', [passes, missing], 4],
    ['1 when one fails and another lacks evidence', [missing, fails], 1],
    ['1 when one dyad of several fails', [among], 1],
    ['4 when there is no baseline', [steady], 4],
  ])('ends with %s', async (_, assertions, code) => {
    const { exitCode, stderr } = await check(folderOf(...assertions), '-f', 'json');
    expect(exitCode, stderr).toBe(code);
  });

  it('finds the catalogs of a policy beside it', async () => {
    const { stdout, exitCode } = await check(folderOf(passes), '-f', 'json');
    expect(exitCode).toBe(0);
    const result = JSON.parse(stdout) as { provenance: { catalogs: { id: string }[] } };
    expect(result.provenance.catalogs.map(({ id }) => id)).toEqual(['small']);
  });

  it('writes JSON of the documented shape, numbers in full', async () => {
    const { stdout } = await check(folderOf(passes, fails, missing, skipped), '-f', 'json');
    const result = JSON.parse(stdout) as Record<string, unknown> & { assertions: object[] };
    expect(resultSchema.safeParse(result).error).toBeUndefined();
    expect(Object.keys(result)[0]).toBe('schema');
    expect(Object.keys(result).at(-1)).toBe('provenance');
    expect(result).toMatchObject({
      schema: 'align/check@1',
      passed: 2,
      failed: 2,
      missing: 1,
      skipped: 1,
      assertions: [
        { id: 'passes', passed: true, actual: 0.95, expected: { atLeast: 0.9 }, n: 10 },
        {
          id: 'fails',
          passed: false,
          actual: 0.9,
          line: 5,
          column: 5,
          message:
            'Look here: China – Russia on rights: agreement 0.90 (0.56 – 0.98, 5 joint issues, 2010 – Jun 2014), expected at least 0.95',
          lookAt: { issue: 'vote-0', without: 1 },
        },
        { id: 'missing', passed: false, actual: null, reason: 'no joint issue' },
        { id: 'skipped', passed: true, actual: null },
      ],
    });
  });

  it('shows a failure so that it does not look like a success', async () => {
    const folder = folderOf('{id: a, between: [china, russia], atLeast: 0.9501}');
    const { stdout } = await check(folder);
    expect(stdout).toContain('agreement 0.9500');
    expect(stdout).toContain('at least 0.9501');
  });

  it('annotates failures at their lines of the policy', async () => {
    const { stdout } = await check(folderOf(passes, fails, missing, skipped), '-f', 'github');
    expect(stdout.split('\n').map((line) => line.split('::').slice(0, 2).join('::'))).toEqual([
      '::error file=ci/watch.yaml,line=5,col=5,title=fails',
      '::error file=ci/watch.yaml,line=6,col=5,title=missing',
      '::notice file=ci/watch.yaml,line=7,col=5,title=skipped',
      'Watch: 4 assertions · 1 passed · 1 failed · 1 without evidence · 1 skipped',
      '',
    ]);
  });

  it('appends to the summary of a GitHub job, with annotations only', async () => {
    const cwd = folderOf(passes, fails);
    const summary = join(cwd, 'summary.md');
    writeFileSync(summary, '# Before\n');
    const env = { GITHUB_STEP_SUMMARY: summary };
    await align(['check', 'ci/watch.yaml', '-f', 'json'], { cwd, env });
    expect(readFileSync(summary, 'utf8')).toBe('# Before\n');
    await align(['check', 'ci/watch.yaml', '-f', 'github'], { cwd, env });
    const text = readFileSync(summary, 'utf8');
    expect(text).toMatch(/^# Before\n## Watch\n/);
    expect(text).toContain('| **failed** | `fails` |');
  });

  it('writes JUnit to a file by its extension, and keeps the exit code', async () => {
    const cwd = folderOf(fails);
    const { exitCode, stdout } = await check(cwd, '-o', 'report.xml');
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(readFileSync(join(cwd, 'report.xml'), 'utf8')).toContain('<failure type="score"');
  });

  it('records a baseline beside the policy and measures change from it', async () => {
    const cwd = folderOf(steady, passes);
    const first = await check(cwd, '--update-baseline');
    expect(first.exitCode).toBe(0);
    expect(first.stderr).toBe('align: recorded the baseline in ci/watch.baseline.json\n');
    const file = join(cwd, 'ci', 'watch.baseline.json');
    const recorded = readFileSync(file, 'utf8');
    expect(JSON.parse(recorded)).toMatchObject({
      schema: 'align/baseline@3',
      assertions: { steady: { dyads: { 'CHN-RUS': { value: 0.95, n: 10 } } } },
    });
    expect(readdirSync(join(cwd, 'ci')).sort()).toEqual([
      'small.yaml',
      'watch.baseline.json',
      'watch.yaml',
    ]);
    expect((await check(cwd)).exitCode).toBe(0);

    const changed = catalog.replaceAll('votes: {yes: [china, russia]', 'votes: {yes: [china]');
    writeFileSync(join(cwd, 'ci', 'small.yaml'), changed);
    expect((await check(cwd)).exitCode).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe(recorded);
  });

  it.each(['table', 'markdown', 'github', 'junit', 'json'])(
    'names what changed since the baseline, as %s',
    async (format) => {
      const cwd = folderOf(steady);
      await check(cwd, '--update-baseline');
      const changed = catalog.replace('- id: vote-0\n', '- id: vote-0\n    weight: 3\n');
      writeFileSync(join(cwd, 'ci', 'small.yaml'), changed);
      const { stdout, exitCode } = await check(cwd, '-f', format);
      expect(exitCode).toBe(1);
      const told =
        format === 'json' ? /"because": \[\s*"weight"/ : /−0\.0\d+ vote-0: weight: 1\.00 → 3\.00/;
      expect(stdout).toMatch(told);
      expect(stdout).toMatch(/since the baseline/);
      expect(stdout).not.toMatch(/would be/);
    },
  );

  it('measures change from a baseline without positions, and says what it lacks', async () => {
    const cwd = folderOf(steady);
    const dyads = { 'CHN-RUS': { value: 0.5, n: 10 } };
    const a = { measure: 'agreement', question: {}, dyads };
    const old = { schema: 'align/baseline@2', catalogs: [], assertions: { steady: a } };
    writeFileSync(join(cwd, 'ci', 'watch.baseline.json'), JSON.stringify(old));
    const { stdout, exitCode } = await check(cwd, '-f', 'markdown');
    expect(exitCode).toBe(1);
    expect(stdout).toContain(
      'what changed since the baseline (0.50 on 10 joint issues) cannot be told: the baseline has no positions; align check --update-baseline records them',
    );
  });

  it('keeps a baseline elsewhere on request, and refuses one that is broken', async () => {
    const cwd = folderOf(steady);
    await check(cwd, '--update-baseline', '--baseline', 'base.json');
    expect((await check(cwd, '--baseline', 'base.json')).exitCode).toBe(0);
    writeFileSync(join(cwd, 'base.json'), '{}');
    const { exitCode, stderr } = await check(cwd, '--baseline', 'base.json');
    expect(exitCode).toBe(3);
    expect(stderr).toContain('--update-baseline writes it anew');
  });

  it('reports what is wrong with a policy, with line, column and caret', async () => {
    const { exitCode, stdout, stderr } = await check(
      folderOf('{id: a, between: [china, rushia], measure: agreemnt, atLeast: 0.9}'),
    );
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' });
    expect(stderr).toContain('align: 2 errors in the policy\nci/watch.yaml:4:30: error: ');
    const lines = stderr.split('\n');
    const caret = lines.findIndex((line) => line.trim() === '^');
    expect(lines[caret - 1]?.slice(lines[caret]?.indexOf('^'))).toMatch(/^rushia\]/);
    expect(stderr).toContain('did you mean "agreement"?');
  });

  it('says that a policy is not there', async () => {
    const { exitCode, stderr } = await align(['check', 'nowhere.yaml']);
    expect(exitCode).toBe(3);
    expect(stderr).toBe('align: cannot read nowhere.yaml: there is no such file\n');
  });
});
