import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { openCatalogs } from '../../src/bundle/open-catalogs.ts';
import { validateCatalogs } from '../../src/rollcalls/validate.ts';
import { context, places } from '../catalog/load-text.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'align-open-'));
});

function catalog(id: string, more = ''): string {
  return `catalog: ${id}
title: ${id}
sources: {paper: {title: A paper}}
topics: {war: War}
issues:
  - {id: ${id}-issue, title: T, topic: war, date: 2020, positions: {China: support}, sources: [paper]}
${more}`;
}

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

const open = async (...names: string[]) =>
  (await openCatalogs(names, folder, () => context)).catalogs.map(({ id }) => id);

test('a directory stands for its YAML files, by name', async () => {
  write('b.yaml', catalog('b'));
  write('a.yml', catalog('a'));
  write('notes.txt', 'no catalog');
  expect(await open('.')).toEqual(['a', 'b']);
});

test('files, directories and bundled names go together, each file once', async () => {
  write('a.yaml', catalog('a'));
  mkdirSync(join(folder, 'copy'));
  write('copy/a.yaml', catalog('a'));
  expect(await open('eurasia-2020', 'a.yaml', './a.yaml', 'copy')).toEqual(['a', 'eurasia-2020']);
});

test.each([
  ['no such file', 'missing.yaml', /cannot read the catalog missing.yaml: there is no such file/],
  ['a directory without catalogs', '.', /the directory . has no catalog/],
])('%s is unusable input', async (_, name, message) => {
  await expect(open(name)).rejects.toMatchObject({
    exitCode: 3,
    message: expect.stringMatching(message),
  });
});

test('a slip in a bundled name is recognised', async () => {
  await expect(open('eurasia-2021')).rejects.toMatchObject({
    hint: expect.stringContaining('did you mean "eurasia-2020"?'),
  });
});

test('errors of every file come at once', async () => {
  write('a.yaml', 'catalog: a\n');
  write('b.yaml', '- b\n');
  await expect(open('.')).rejects.toMatchObject({
    exitCode: 3,
    message: expect.stringMatching(
      /^2 errors and 1 warning in the catalogs\na\.yaml:1:1.*\nb\.yaml:1:1/s,
    ),
  });
});

test('ids that mean two things keep catalogs apart, and are found at their later place', async () => {
  write('a.yaml', catalog('a'));
  write(
    'b.yaml',
    catalog('b').replace('b-issue', 'a-issue').replace('War', 'Peace').replace('A paper', 'Other'),
  );
  await expect(open('.')).rejects.toMatchObject({
    exitCode: 3,
    message: expect.stringContaining('the issue "a-issue" is defined differently in a and b'),
  });
  const { findings } = validateCatalogs(['.'], folder, context);
  expect(findings.every(({ file }) => file === 'b.yaml')).toBe(true);
  expect(places(findings)).toEqual(['6:10 clash']);
});

test('the same topic, source or group in two catalogs is shared', async () => {
  write('a.yaml', catalog('a', 'groups: {two: [China, Russia]}\n'));
  write('b.yaml', catalog('b', 'groups: {two: [CHN, RUS]}\n'));
  expect(await open('.')).toEqual(['a', 'b']);
});

test('a roll-call file that is missing or broken is found', () => {
  write('a.yaml', catalog('a', 'rollCalls:\n  - {id: r, body: UNGA, file: votes.csv}\n'));
  expect(places(validateCatalogs(['.'], folder, context).findings)).toEqual(['8:31 no-such-file']);
  write('votes.csv', 'nonsense\n1\n');
  const { findings } = validateCatalogs(['.'], folder, context);
  expect(findings.map(({ file }) => file)).toContain('votes.csv');
});
