import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { align } from './align.ts';

/** What should be refused, or said otherwise, on a record of its own. */

const cwd = mkdtempSync(join(tmpdir(), 'align-refusals-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
const run = (...args: string[]) => align(args, { cwd });

beforeAll(async () => {
  const rows = ['undl_id,resolution,ms_code,ms_vote,date'];
  for (let i = 1; i <= 12; i++)
    for (const [country, position] of [
      ['Russia', i % 2 ? 'Y' : 'N'],
      ['USA', i % 3 ? 'N' : 'Y'],
      ['Serbia', 'Y'],
    ])
      rows.push(`q${i},q${i},${country},${position},19${70 + i}-05-0${(i % 9) + 1}`);
  writeFileSync(join(cwd, 'rows.csv'), `${rows.join('\n')}\n`);
  await run('import', 'rows.csv', '-o', 'rec');
});

describe('a record', () => {
  it('has one row for a state and the one that continued it', async () => {
    for (const args of [
      ['score', 'ussr', 'russia'],
      ['score', 'usa', 'russia', 'ussr'],
      ['matrix', 'ussr', 'russia', '-f', 'csv'],
    ]) {
      const { stdout, stderr, exitCode } = await run(...args, '-c', 'rec');
      expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
      expect(stderr).toContain('Soviet Union and Russia cannot be compared');
    }
    const { stdout } = await run('rank', 'ussr', '-c', 'rec', '-f', 'csv', '--min-joint', '5');
    expect(stdout).toContain('USA');
    expect(stdout).not.toContain('RUS');
  });

  it('is asked for issues by names it has', async () => {
    const { stderr, exitCode } = await run('matrix', '--issue', 'rec-q', '-c', 'rec');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('rec-q1');
  });

  it('without sessions has no period by session', async () => {
    const { stderr, exitCode } = await run('matrix', '--by', 'session', '-f', 'csv', '-c', 'rec');
    expect({ stderr, exitCode }).toEqual({
      stderr: 'align: nothing in this selection belongs to a session\n  take --by year\n',
      exitCode: 4,
    });
  });

  it('in a directory whose name has a space is quoted in what to ask next', async () => {
    const { stdout } = await run('import', 'rows.csv', '-o', 'my data', '--id', 'mine');
    expect(stdout).toContain('align matrix -c "my data"');
    const score = await run('score', 'usa', 'russia', '-c', 'my data');
    expect(score.stdout).toContain('align explain usa rus --catalog "my data"');
  });
});

it.each([
  [['matrix', 'usa', '-c', 'rec'], 2, 'a matrix needs two countries'],
  [['matrix', 'usa', 'USA', '-c', 'rec'], 2, 'cannot be compared with itself'],
  [['matrix', '-c', 'rec', 'usa', 'russia'], 2, 'name countries before --catalog'],
  [['matrix', '--wide', '-c', 'rec'], 2, 'add --format csv'],
  [['score', 'usa', 'russia', '--from', '2021', '--to', '2020'], 2, 'after its end on'],
  [['score', 'usa', 'russia', '-c', ''], 2, '--catalog needs a name'],
  [['score', 'usa', 'russia', '-o', 'x.pdf'], 2, 'align writes no .pdf'],
  [['import', 'rows.csv', '-o', 'other', '--title', ' '], 2, 'title must not be empty'],
  [['score', 'usa', 'russia', '-c', 'rows.csv'], 3, 'name the directory that it wrote'],
  [['check', 'nowhere.yaml'], 3, 'there is no such file'],
  [['check', '.'], 3, 'it is a directory'],
])('%j is refused', async (args, exitCode, message) => {
  const result = await run(...args);
  expect(result).toMatchObject({ exitCode, stdout: '' });
  expect(result.stderr).toContain(message);
  expect(result.stderr).not.toMatch(/^\s+at /m);
});

it('colour that is forced stays out of files', async () => {
  const env = { FORCE_COLOR: '1' };
  const args = ['score', 'usa', 'russia', '-o', 'plain.txt'];
  expect((await align(args, { cwd, env })).exitCode).toBe(0);
  expect(readFileSync(join(cwd, 'plain.txt'), 'utf8')).not.toContain('\u001b');
  expect((await align(['score', 'usa', 'russia'], { cwd, env })).stdout).toContain('\u001b');
});

it('a baseline that is named has to be there', async () => {
  writeFileSync(
    join(cwd, 'policy.yaml'),
    'policy: p\nassertions:\n  - {id: a, between: [china, russia], change: {atMost: 0.1}}\n',
  );
  const { stdout, stderr, exitCode } = await run('check', 'policy.yaml', '--baseline', 'no.json');
  expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 3 });
  expect(stderr).toContain('--update-baseline --baseline no.json');
  expect(existsSync(join(cwd, 'no.json'))).toBe(false);
  mkdirSync(join(cwd, 'folder'));
  const folder = await run('check', 'policy.yaml', '--baseline', 'folder');
  expect(folder).toMatchObject({ stdout: '', exitCode: 3 });
  expect(folder.stderr).toContain('it is a directory');
});

it('a policy is told of all its problems at once', async () => {
  writeFileSync(
    join(cwd, 'broken.yaml'),
    'policy: p\nassertions:\n  - {id: a, between: [china, russia], atLeast: high}\n  - {id: b, between: [chnia, russia], atLeast: 0.1}\n  - {id: b, between: [china, russia], measure: kapa, atLeast: 0.1}\n',
  );
  const { stdout, stderr, exitCode } = await run('check', 'broken.yaml');
  expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 3 });
  for (const part of ['broken.yaml:3:', '[shape]', 'chnia', 'kapa', '"b"'])
    expect(stderr).toContain(part);
});

it('a failed check suggests a command that works as it stands', async () => {
  const issue = (id: string, russia: string) =>
    `  - {id: ${id}, title: T, topic: x, date: 2020, sources: [u], positions: {china: support, russia: ${russia}}}\n`;
  writeFileSync(
    join(cwd, 'own.yaml'),
    `catalog: own\ntitle: Own\nsources: {u: {title: U}}\ntopics: {x: X}\nissues:\n${issue('one', 'oppose')}${issue('two', 'support')}`,
  );
  writeFileSync(
    join(cwd, 'own-policy.yaml'),
    'policy: p\ncatalogs: [own.yaml]\nassertions:\n  - {id: a, between: [china, russia], to: 2020-12, atLeast: 0.9}\n',
  );
  const { stdout, exitCode } = await run('check', 'own-policy.yaml', '-f', 'json');
  expect(exitCode).toBe(1);
  const { assertions } = JSON.parse(stdout) as { assertions: { hint: string }[] };
  const [, command = ''] = /align (explain .*)$/.exec(assertions[0]?.hint ?? '') ?? [];
  expect(command).toBe('explain chn rus one --catalog own.yaml --to 2020-12');
  expect((await run(...command.split(' '))).exitCode).toBe(0);
});

it.skipIf(process.platform !== 'linux')(
  'directories that cannot be made are given up',
  async () => {
    const made = await run('init', '/proc/nowhere/x');
    expect(made).toMatchObject({ stdout: '', exitCode: 3 });
    const env = { ALIGN_CACHE: '/proc/nowhere' };
    const scored = await align(['score', 'usa', 'russia', '-c', 'rec'], { cwd, env });
    expect(scored.exitCode).toBe(0);
  },
);

it.each([
  ['score', '--seed', '7', 'leave it out'],
  ['check', '--seed', '7', 'leave it out'],
  ['rank', '--resample', 'topic', '--cluster'],
  ['matrix', '--seed', '7', 'leave it out'],
])('%s refuses %s by name, with what takes its place', async (command, option, value, instead) => {
  const { stdout, stderr, exitCode } = await run(command, 'usa', 'russia', option, value);
  expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
  expect(stderr).toContain(`there is no ${option} any more`);
  expect(stderr).toContain(instead);
});

it('a retired option is in no help', async () => {
  const { stdout } = await run('score', '--help', '--all');
  expect(stdout).toContain('--cluster <unit>');
  expect(stdout).not.toMatch(/--seed|--resample/);
});
