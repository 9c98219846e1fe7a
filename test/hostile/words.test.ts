import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { align } from '../cli/align.ts';
import { catalogText, scratch } from './support.ts';

const { folder, at } = scratch();
const good = at('good.yaml', catalogText());
const esc = '\u001b';

describe('what a terminal would obey', () => {
  // oxlint-disable-next-line no-control-regex
  const raw = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
  const evil = at(
    `evil.yaml`,
    catalogText()
      .replace('title: Hostile', 'title: "Ho\\estile\\e[31m\\a"')
      .replace('title: Issue 0', 'title: "I\\e[2Jssue"')
      .replace('{trade: Trade}', '{trade: "Tr\\e[31made"}')
      .replace(
        'issues:',
        'groups: {quad: {title: "Q\\e[31muad", members: [china, russia, india]}}\nissues:',
      ),
  );

  it.each([
    ['matrix', 'china', 'russia', 'india', '-f', 'markdown', '-c', evil],
    ['matrix', '--debug', '-c', evil],
    ['rank', 'china', '-f', 'markdown', '-c', evil],
    ['score', 'china', 'quad', '-c', evil, '-f', 'markdown'],
    ['score', 'china', `r${esc}[31m`, '--debug'],
    ['score', 'china', 'russia', '-c', `n${esc}[31m`, '--debug'],
    ['score', 'china', 'russia', '-o', `n${esc}[31m/x`, '--debug'],
    [`sc${esc}[31more`],
    ['score', 'china', 'russia', `--mea${esc}[31m`],
    ['score', 'china', 'russia', '--measure', `x${esc}[31m`],
    ['score', 'china', 'russia', '--from', `x${esc}[31m`],
    ['schema', `x${esc}[31m`],
    ['completion', `x${esc}[31m`],
    ['score', 'china', 'russia', `ind${esc}[31mia`, 'x'],
  ])('is never said: %j %j %j', async (...args) => {
    const { stdout, stderr } = await align(args, { env: { ALIGN_CACHE: 'off' } });
    expect(stdout + stderr).not.toBe('');
    expect(stdout).not.toMatch(raw);
    expect(stderr).not.toMatch(raw);
  });

  it.each(['', 'quad', '--topic', '--issue'])('nor offered to complete after %j', async (last) => {
    const words = last.startsWith('--') ? ['score', 'china', 'russia', last, ''] : ['score', last];
    const { stdout, exitCode } = await align(['complete', '--', ...words], {
      env: { ALIGN_CACHE: 'off', ALIGN_CATALOG: evil },
    });
    expect(exitCode).toBe(0);
    expect(stdout).not.toMatch(raw);
  });
});

describe('what Node would say of a failure', () => {
  const node =
    /ELOOP|ENOTDIR|null bytes|call stack|Received|[Rr]angeError|, open |, stat |\bE[A-Z]{4,}\b/;

  it('is said in words of people', async () => {
    symlinkSync('loop', at('loop'));
    const deep = at('deep.yaml', `issues: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`);
    const deepJson = at('deep.json', `${'['.repeat(200_000)}${']'.repeat(200_000)}`);
    const deepPolicy = at(
      'deep-policy.yaml',
      `assertions: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`,
    );
    const policy = at(
      'policy.yaml',
      'assertions: [{id: a, between: [china, russia], atLeast: 0}]\n',
    );
    const nul = at(
      'nul.yaml',
      'catalogs: ["a\\0b"]\nassertions: [{id: a, between: [china, russia], atLeast: 0}]\n',
    );
    for (const args of [
      ['score', 'china', 'russia', '-c', at('loop')],
      ['score', 'china', 'russia', '--weights', at('loop')],
      ['score', 'china', 'russia', '-o', `${at('loop')}/x.csv`],
      ['score', 'china', 'russia', '-o', at('loop')],
      ['score', 'china', 'russia', '-c', `${good}/x`],
      ['score', 'china', 'russia', '-o', `${good}/x.csv`],
      ['init', `${good}/x`],
      ['import', 'voeten', at('loop'), '-o', at('out')],
      ['import', 'voeten', `${good}/x`, '-o', at('out')],
      ['import', 'voeten', good, '-o', at('loop')],
      ['score', 'china', 'russia', '--weights', deep],
      ['score', 'china', 'russia', '-c', deep],
      ['validate', deep],
      ['check', deepPolicy],
      ['check', policy, '--baseline', deepJson],
      ['check', policy, '--baseline', at('loop')],
      ['check', nul],
      ['validate', good, '--against', at('loop')],
    ]) {
      const { exitCode, stdout, stderr } = await align(args, { env: { ALIGN_CACHE: 'off' } });
      expect([1, 2, 3], args.join(' ')).toContain(exitCode);
      expect(stdout + stderr, args.join(' ')).not.toMatch(node);
    }
  });
});

it('the year 0000 is no year, whether or not a day follows it', async () => {
  for (const date of ['0000', '0000-01', '0000-01-01']) {
    const { exitCode } = await align(['score', 'china', 'russia', '--from', date]);
    expect(exitCode).toBe(2);
    const catalog = at('year-0.yaml', catalogText().replace('date: 2020-01-01', `date: "${date}"`));
    expect(await align(['validate', catalog])).toMatchObject({ exitCode: 1 });
  }
});

it('a cache is kept under absolute paths only', async () => {
  const cwd = at('here');
  mkdirSync(cwd);
  for (const env of [{ XDG_CACHE_HOME: 'rel' }, { HOME: 'rel' }, { HOME: '' }] as const)
    await align(['score', 'china', 'russia', '-c', good], { cwd, env: { HOME: folder, ...env } });
  expect(readdirSync(cwd)).toEqual([]);
});

it('problems with long names are told of all the same', async () => {
  const name = 'x'.repeat(1_000_000);
  const items = Array.from(
    { length: 700 },
    (_, i) =>
      `  - {id: i-${i}, title: T, topic: ${i === 0 ? `&a ${name}` : '*a'}, date: 2020-01-01, scale: stance5, sources: [s], positions: {china: support}}\n`,
  );
  const many = at(
    'many.yaml',
    `catalog: many\ntitle: Many\nsources: {s: {title: S}}\ntopics: {trade: Trade}\nissues:\n${items.join('')}`,
  );
  for (const format of ['table', 'json', 'markdown', 'github'])
    expect((await align(['validate', many, '-f', format])).exitCode).toBe(1);
}, 120_000);

it('a summary that cannot be written leaves nothing on stdout', async () => {
  const policy = at('policy.yaml', 'assertions: [{id: a, between: [china, russia], atLeast: 0}]\n');
  const told = await align(['check', policy, '-f', 'github'], {
    env: { GITHUB_STEP_SUMMARY: at('no/such/file') },
  });
  expect(told).toMatchObject({ exitCode: 3, stdout: '' });
  expect(existsSync(at('no'))).toBe(false);
});
