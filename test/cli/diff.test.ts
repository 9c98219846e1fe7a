import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diff } from '../../src/results/diff.ts';
import { resultSchema } from '../../src/results/result-schema.ts';
import { align } from './align.ts';

const folder = fileURLToPath(new URL('golden/diff', import.meta.url));
const editions = ['old.yaml', 'new.yaml'] as const;

const ask = (args: readonly string[], env: Record<string, string> = {}) =>
  align(['diff', ...args], { cwd: folder, env: { COLUMNS: '80', ...env } });

describe('align diff', () => {
  it.each([
    ['table', []],
    ['full', ['--full', '--between', 'china', 'russia', 'upstream']],
    ['kappa', ['--between', 'china', 'russia', '-m', 'kappa']],
    ['json', ['-f', 'json']],
    ['csv', ['-f', 'csv']],
    ['markdown', ['-f', 'markdown']],
  ])('as %s', async (golden, options) => {
    const { stdout, stderr, exitCode } = await ask([...editions, ...options]);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    await expect(stdout).toMatchFileSnapshot(join(folder, `${golden}.golden`));
  });

  it.each(['60', '80', '160'])('reads in %s columns', async (COLUMNS) => {
    const { stdout } = await ask(editions, { COLUMNS });
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(Number(COLUMNS));
  });

  it('says the same in JSON and CSV, and what moved a score adds up in both', async () => {
    const options = [...editions, '--between', 'china', '--between', 'russia', '-f'];
    const result: unknown = JSON.parse((await ask([...options, 'json'])).stdout);
    expect(resultSchema.parse(result)).toEqual(result);
    const [dyad] = diff.parse(result).dyads;
    const rows: Record<string, string>[] = parse((await ask([...options, 'csv'])).stdout, {
      columns: true,
    });
    const ofPart = (part: string) => rows.filter((row) => row['part'] === part);
    expect(Number(ofPart('dyad')[0]!['contribution'])).toBe(dyad!.change);
    const parts = ofPart('cause').map(({ contribution }) => Number(contribution));
    expect(parts).toEqual(dyad!.causes.map(({ contribution }) => contribution));
    expect(parts.reduce((all, each) => all + each, 0)).toBeCloseTo(dyad!.change!, 12);
    expect(ofPart('issue').map(({ id, field }) => [id, field])).toEqual([
      ['ferry', ''],
      ['lake', ''],
      ['toll', 'title'],
      ['toll', 'weight'],
    ]);
  });

  it('ends with 0, and with --exit-code with 1 only where something differs', async () => {
    expect((await ask(editions)).exitCode).toBe(0);
    expect((await ask([...editions, '--exit-code'])).exitCode).toBe(1);
    const same = await ask(['old.yaml', 'old.yaml', '--exit-code']);
    expect(same.exitCode).toBe(0);
    expect(same.stdout).toContain('nothing differs');
  });

  it.each([
    [2, ['old.yaml', 'new.yaml', '--between', 'china'], /takes two countries/],
    [2, ['old.yaml', 'new.yaml', '--between', 'china', 'nowhere'], /called "nowhere"/],
    [2, ['old.yaml', 'new.yaml', '-m', 'kapa'], /no measure is called "kapa"/],
    [2, ['old.yaml', 'new.yaml', '-t', 'tarde'], /no topic is called "tarde"/],
    [2, ['old.yaml'], /name the new edition/],
    [2, ['git:main', 'git:HEAD'], /neither edition names a path/],
    [3, ['none.yaml', 'new.yaml'], /cannot read the catalog none.yaml/],
    [3, ['broken.yaml', 'new.yaml'], /broken.yaml:2:1: error/],
    [3, ['https://example.org/a.yaml', 'new.yaml'], /it is a URL/],
  ])('refuses with %i %j', async (exitCode, args, message) => {
    const cwd = mkdtempSync(join(tmpdir(), 'align-diff-'));
    for (const name of editions) symlinkSync(join(folder, name), join(cwd, name));
    writeFileSync(join(cwd, 'broken.yaml'), 'catalog: [\n');
    const refused = await align(['diff', ...args], { cwd });
    rmSync(cwd, { recursive: true });
    expect(refused).toMatchObject({ exitCode, stdout: '' });
    expect(refused.stderr).toMatch(message);
  });
});

describe('align diff with a git revision', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'align-diff-'));
  afterAll(() => rmSync(cwd, { recursive: true, force: true }));

  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
      cwd,
      encoding: 'utf8',
    }).trim();
  const put = (name: string, text: string) => {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  };
  const stances = (stance: string) =>
    `catalog: c\ntitle: C\nsources: {s: {title: S}}\ntopics: {t: T}\nissues:\n` +
    `  - {id: i, title: I, topic: t, date: 2020, sources: [s], positions: {china: ${stance}, russia: support}}\n`;
  const votes = (vote: string) =>
    `resolution,date,session,title,CHN,RUS\nA/RES/1,2020-01-01,75,Text,${vote},Y\n`;
  const commit = (message: string) => {
    git('add', '-A');
    git('commit', '-q', '-m', message);
    return git('rev-parse', 'HEAD');
  };

  let first = '';
  beforeAll(() => {
    git('init', '-q', '-b', 'main');
    put('catalogs/a.yaml', stances('support'));
    put(
      'record/record.yaml',
      'catalog: r\ntitle: R\nrollCalls: [{id: r, body: UNGA, file: r.csv}]\n',
    );
    put('record/r.csv', votes('Y'));
    put('broken/b.yaml', 'catalog: [\n');
    put(
      'broken/votes/v.yaml',
      'catalog: v\ntitle: V\nrollCalls: [{id: v, body: UNGA, file: v.csv}]\n',
    );
    put('broken/votes/v.csv', 'resolution,CHN\nA/RES/1,maybe\n');
    put('gone/v.yaml', 'catalog: v\ntitle: V\nrollCalls: [{id: v, body: UNGA, file: v.csv}]\n');
    put("odd/$(touch pwned) ';`x`\n*.yaml", stances('support'));
    put(':(glob)**/a.yaml', stances('neutral'));
    symlinkSync('catalogs/a.yaml', join(cwd, 'link.yaml'));
    first = commit('first');
    git('tag', 'v1');
    put('catalogs/a.yaml', stances('oppose'));
    put('record/r.csv', votes('N'));
    put('gone/v.csv', votes('Y'));
    put("odd/$(touch pwned) ';`x`\n*.yaml", stances('oppose'));
    commit('second');
  });

  const jsonOf = async (...args: string[]) => {
    const { stdout, stderr, exitCode } = await align(['diff', ...args, '-f', 'json'], { cwd });
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    return diff.parse(JSON.parse(stdout));
  };

  it.each([
    ['git:v1', 'catalogs/a.yaml'],
    ['git:HEAD~1', 'catalogs'],
    ['git:v1:catalogs', 'git:main'],
    ['git:main~1:catalogs/a.yaml', 'catalogs'],
  ])('compares %s with %s', async (old, now) => {
    const { positions, dyads, old: named } = await jsonOf(old, now);
    expect(named).toMatchObject({ name: old, commit: first });
    expect(positions).toMatchObject([{ issue: 'i', country: 'CHN', change: 'changed' }]);
    expect(dyads).toMatchObject([{ a: 'CHN', b: 'RUS', change: -0.5 }]);
  });

  it('finds the path from a folder below, and one that is no longer there', async () => {
    const below = await align(['diff', 'git:v1', 'a.yaml', '--exit-code'], {
      cwd: join(cwd, 'catalogs'),
    });
    expect(below).toMatchObject({ exitCode: 1, stderr: '' });
    put('late/l.yaml', stances('support'));
    commit('late');
    rmSync(join(cwd, 'late'), { recursive: true });
    expect((await jsonOf('git:HEAD:late/l.yaml', 'catalogs')).positions).toHaveLength(1);
  });

  it('reads the votes of a record as they were', async () => {
    const { positions, dyads } = await jsonOf('git:v1', 'record');
    expect(positions).toMatchObject([
      { country: 'CHN', fields: [{ field: 'stance', before: 'yes', after: 'no' }] },
    ]);
    expect(dyads).toMatchObject([{ change: -1 }]);
  });

  it('takes names as they are, whatever a shell or git would make of them', async () => {
    expect((await jsonOf('git:v1', 'odd')).positions).toHaveLength(1);
    expect((await jsonOf('git:v1:odd', 'git:v1:catalogs')).differ).toBe(false);
    expect((await jsonOf('git:v1', ':(glob)**/a.yaml')).differ).toBe(false);
    expect(readdirSync(cwd)).not.toContain('pwned');
  });

  it('heeds no setting that leads git elsewhere', async () => {
    const env = { GIT_DIR: '/nonexistent', GIT_OBJECT_DIRECTORY: '/nonexistent' };
    const { exitCode, stderr } = await align(['diff', 'git:v1', 'catalogs'], { cwd, env });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });

  it.each([
    [3, 'git:v9', 'catalogs', 'has no commit "v9"'],
    [3, 'git:v1^{tree}', 'catalogs', 'has no commit'],
    [2, 'git:', 'catalogs', '"" is no git revision'],
    [2, 'git:--all', 'catalogs', '"--all" is no git revision'],
    [2, 'git:v1..main', 'catalogs', '"v1..main" is no git revision'],
    [2, 'git:\u001b[31m', 'catalogs', 'is no git revision'],
    [2, 'git:^v1', 'catalogs', '"^v1" is no git revision'],
    [3, 'git:v1:none.yaml', 'catalogs', 'there is no none.yaml at v1'],
    [3, 'git:v1:odd/../../etc', 'catalogs', 'is in no git repository'],
    [3, 'git:v1:../catalogs', 'catalogs', 'is in no git repository'],
    [3, 'git:v1:link.yaml', 'catalogs', 'link.yaml is a link at v1'],
    [3, 'git:v1:broken', 'catalogs', 'v1:broken/b.yaml:2:1: error'],
    [3, 'git:v1:broken/votes', 'catalogs', 'v1:broken/votes/v.csv'],
    [3, 'git:v1:gone', 'catalogs', 'there is no gone/v.csv at v1'],
    [3, 'git:v1:record/r.csv', 'catalogs', 'is a table, no catalog'],
  ])('refuses with %i %s', async (exitCode, old, now, message) => {
    const refused = await align(['diff', old, now], { cwd });
    expect(refused).toMatchObject({ exitCode, stdout: '' });
    expect(refused.stderr).toContain(message);
    expect(refused.stderr).not.toContain(tmpdir());
  });

  it('says that there is no repository, or no git', async () => {
    const outside = await ask(['git:HEAD', join(tmpdir(), 'align-none.yaml')]);
    expect(outside).toMatchObject({ exitCode: 3, stdout: '' });
    expect(outside.stderr).toMatch(/is in no git repository/);
    const without = await align(['diff', 'git:v1', 'catalogs'], { cwd, env: { PATH: cwd } });
    expect(without).toMatchObject({ exitCode: 3, stdout: '' });
    expect(without.stderr).toMatch(/needs git, which is not installed/);
  });

  it('leaves nothing behind', async () => {
    const TMPDIR = mkdtempSync(join(tmpdir(), 'align-diff-tmp-'));
    for (const old of ['git:v1:record', 'git:v1:broken'])
      await align(['diff', old, 'catalogs'], { cwd, env: { TMPDIR } });
    expect(readdirSync(TMPDIR)).toEqual([]);
    rmSync(TMPDIR, { recursive: true });
  });
});
