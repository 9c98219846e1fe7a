import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { align } from './align.ts';

const sound = `catalog: mine
title: Mine
sources: {paper: {title: A paper}}
topics: {war: War}
issues:
  - {id: one, title: T, topic: war, date: 2020, positions: {China: support}, sources: [paper]}
`;

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'align-validate-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

test('the bundled catalogs are clean, warnings included', async () => {
  const { stdout, stderr, exitCode } = await align(['validate', '--strict']);
  expect([stdout, stderr, exitCode]).toEqual(['4 catalogs, nothing to complain about\n', '', 0]);
});

test('findings are the result: on stdout, each with its line and a caret, and exit code 1', async () => {
  const cwd = folderWith({
    'a.yaml': sound.replace('China', 'Chyna').replace('topic: war', 'topic: wars'),
  });
  const { stdout, stderr, exitCode } = await align(['validate', 'a.yaml'], { cwd });
  expect([stderr, exitCode]).toEqual(['', 1]);
  const line = `    ${sound.split('\n')[5]?.replace('China', 'Chyna').replace('topic: war', 'topic: wars')}`;
  expect(stdout.split('\n')).toEqual([
    'a.yaml:6:32: error: no topic is called "wars" [unknown-topic]',
    line,
    `    ${' '.repeat(31)}^`,
    '    did you mean "war"? allowed: war',
    '',
    'a.yaml:6:62: error: no country is called "Chyna" [unknown-country]',
    line,
    `    ${' '.repeat(61)}^`,
    '    did you mean China?',
    '',
    '2 errors in 1 catalog',
    '',
  ]);
});

test('warnings pass, unless --strict', async () => {
  const cwd = folderWith({ 'a.yaml': sound.replace('{paper:', '{spare: {title: Unread}, paper:') });
  const lax = await align(['validate', 'a.yaml'], { cwd });
  expect(lax.exitCode).toBe(0);
  expect(lax.stdout).toContain('warning: nothing rests on the source "spare"');
  expect((await align(['validate', 'a.yaml', '--strict'], { cwd })).exitCode).toBe(1);
});

test('--max-warnings allows so many, and errors never', async () => {
  const spare = sound.replace('{paper:', '{one: {title: T}, two: {title: T}, paper:');
  const cwd = folderWith({ 'a.yaml': spare, 'b.yaml': spare.replace('China', 'Chyna') });
  const allowing = async (n: string, ...more: string[]) => {
    const { exitCode, stderr } = await align(['validate', '--max-warnings', n, ...more], { cwd });
    return [exitCode, stderr];
  };
  expect(await allowing('2', 'a.yaml')).toEqual([0, '']);
  const tooMany = 'align: 2 warnings, where --max-warnings allows';
  expect(await allowing('1', 'a.yaml')).toEqual([1, `${tooMany} 1\n`]);
  expect(await allowing('0', 'a.yaml', '-f', 'json')).toEqual([1, `${tooMany} 0\n`]);
  expect(await allowing('1', 'a.yaml', '--quiet')).toEqual([1, '']);
  expect(await allowing('2', 'b.yaml')).toEqual([1, '']);
  expect(await allowing('-1', 'a.yaml')).toEqual([
    2,
    'align: --max-warnings "-1" is no whole number\n',
  ]);
  const both = await allowing('1', 'a.yaml', '--strict');
  expect(both[0]).toBe(2);
  expect(both[1]).toContain("cannot be used with option '--strict'");
});

test('JSON', async () => {
  const cwd = folderWith({ 'a.yaml': sound.replace('China', 'Chyna') });
  const { stdout, exitCode } = await align(['validate', '.', '-f', 'json'], { cwd });
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    schema: 'align/diagnostics@1',
    diagnostics: [
      {
        code: 'unknown-country',
        severity: 'error',
        file: 'a.yaml',
        line: 6,
        column: 61,
        message: 'no country is called "Chyna"',
        hint: 'did you mean China?',
      },
    ],
  });
});

test('workflow commands, with separators escaped', async () => {
  const cwd = folderWith({ 'a,b.yaml': sound.replace('China', '"100%: Chyna"') });
  const { stdout } = await align(['validate', '.', '-f', 'github'], { cwd });
  expect(stdout.split('\n')[0]).toMatch(
    /^::error file=a%2Cb\.yaml,line=6,col=61,title=unknown-country::no country is called "100%25: Chyna"%0A/,
  );
});

test('catalogs that cannot be loaded together', async () => {
  const cwd = folderWith({ 'a.yaml': sound, 'b.yaml': sound.replace('mine', 'yours') });
  const { stdout, exitCode } = await align(['validate', '.'], { cwd });
  expect(exitCode).toBe(1);
  expect(stdout).toContain(
    'b.yaml:6:10: error: the issue "one" is defined differently in mine and yours [clash]',
  );
  expect((await align(['validate', 'b.yaml'], { cwd })).exitCode).toBe(0);
});

test('--catalog and ALIGN_CATALOG name what to check', async () => {
  const cwd = folderWith({ 'a.yaml': '- no catalog\n' });
  expect((await align(['validate', '-c', 'a.yaml'], { cwd })).exitCode).toBe(1);
  expect((await align(['validate'], { cwd, env: { ALIGN_CATALOG: 'a.yaml' } })).exitCode).toBe(1);
});

test('files that cannot be read are unusable input', async () => {
  const cwd = folderWith({ 'a.yaml': sound });
  const missing = await align(['validate', 'a.yaml', 'b.yaml'], { cwd });
  expect([missing.exitCode, missing.stdout]).toEqual([3, '']);
  expect(missing.stderr).toContain('cannot read the catalog b.yaml: there is no such file');
  if (process.getuid?.() === 0) return;
  chmodSync(join(cwd, 'a.yaml'), 0);
  expect((await align(['validate', 'a.yaml'], { cwd })).exitCode).toBe(3);
});

test('a score on a broken catalog prints the same findings on stderr, and nothing on stdout', async () => {
  const cwd = folderWith({ 'a.yaml': sound.replace('China', 'Chyna') });
  const { stdout, stderr, exitCode } = await align(['score', 'china', 'russia', '-c', 'a.yaml'], {
    cwd,
  });
  expect([stdout, exitCode]).toEqual(['', 3]);
  expect(stderr).toContain('a.yaml:6:61: error: no country is called "Chyna" [unknown-country]');
});
