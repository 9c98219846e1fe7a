import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { expect, test } from 'vitest';

/** Rooms of `src/`, from the lowest to the highest: none imports from one above it. */
const rooms = [
  'results',
  'measures',
  'countries',
  'catalog',
  'bundle',
  'evidence',
  'rollcalls',
  'question',
  'policy',
  'analysis',
  'render',
  'cli',
];
/** What truly belongs to all. */
const common = ['errors.ts', 'group-by.ts', 'plain-text.ts', 'read-input.ts', 'version.ts'];
const mostLines = 320;

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({
    file: file.replaceAll('\\', '/'),
    text: readFileSync(join('src', file), 'utf8'),
  }));

const roomOf = (file: string) => rooms.indexOf(file.split('/')[0] ?? '');

const importsOf = ({ file, text }: (typeof sources)[number]) =>
  [...text.matchAll(/(?:from|import\() ?'(\.[^']+)'/g)].map(([, path = '']) =>
    posix.join(dirname(file), path),
  );

test('the root of the sources holds what belongs to all, every other file stands in a room', () => {
  const outside = sources.map(({ file }) => file).filter((file) => roomOf(file) < 0);
  expect(outside.sort()).toEqual([...common, 'index.ts'].sort());
});

test('no room imports from a higher one', () => {
  const arrows = sources.flatMap((source) =>
    importsOf(source)
      .filter((target) => roomOf(source.file) >= 0 && roomOf(target) > roomOf(source.file))
      .map((target) => `${source.file} -> ${target}`),
  );
  expect(arrows).toEqual([]);
  // The search for imports finds any at all.
  expect(sources.flatMap(importsOf).length).toBeGreaterThan(sources.length);
});

test('what belongs to all imports nothing from a room', () => {
  const arrows = sources
    .filter(({ file }) => common.includes(file))
    .flatMap((source) => importsOf(source).filter((target) => roomOf(target) >= 0));
  expect(arrows).toEqual([]);
});

test('only the command line knows of the process', () => {
  const users = sources
    .filter(({ file, text }) => !file.startsWith('cli/') && /\bprocess\.\w/.test(text))
    .map(({ file }) => file);
  expect(users).toEqual([]);
});

test('no file is longer than can be kept in mind', () => {
  const long = sources.filter(({ text }) => text.split('\n').length - 1 > mostLines);
  expect(long.map(({ file }) => file)).toEqual([]);
});
