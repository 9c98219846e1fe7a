import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** First column of the table under a heading. */
function columnUnder(page: string, heading: string): string[] {
  const section = read(page).split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(1).map((row) => row.split('|')[1]!.trim().replaceAll(/[`/]/g, ''));
}

const rooms = columnUnder('docs/architecture.md', 'Rooms');

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts'),
);

it('the rooms of the architecture are those of the source', () => {
  const folders = sources.flatMap((file) => (file.includes(sep) ? [file.split(sep)[0]!] : []));
  expect(rooms.toSorted()).toEqual([...new Set(folders)].sort());
});

it('no room imports from one that stands below it, types included', () => {
  const imported = /(?:from|import\()\s*'(\.[^']+)'/g;
  const arrows = sources.flatMap((file) => {
    const [room = ''] = file.split(sep);
    return [...read(join('src', file)).matchAll(imported)].flatMap(([, path = '']) => {
      const target = relative(join(root, 'src'), resolve(root, 'src', dirname(file), path));
      const [other = ''] = target.split(sep);
      const isUp = rooms.includes(room) && rooms.indexOf(other) > rooms.indexOf(room);
      return isUp ? [`${file} imports ${target}`] : [];
    });
  });
  expect(arrows).toEqual([]);
});

it('what stands beside the rooms imports nothing from them, but for the two doors of the library', () => {
  const beside = sources.filter(
    (file) => !file.includes(sep) && !/^(?:core|index)\.ts$/.test(file),
  );
  expect(beside.toSorted()).toEqual(['errors.ts', 'group-by.ts', 'plain-text.ts', 'version.ts']);
  for (const file of beside)
    expect(read(join('src', file))).not.toMatch(new RegExp(`'\\./(?:${rooms.join('|')})/`));
});

it('only the command line knows of the process', () => {
  const users = sources.filter(
    (file) => !file.startsWith(`cli${sep}`) && /\bprocess\.\w/.test(read(join('src', file))),
  );
  expect(users).toEqual([]);
});

it('no file is longer than can be kept in mind', () => {
  const long = sources.filter((file) => read(join('src', file)).split('\n').length > 321);
  expect(long).toEqual([]);
});

it('the packages of the README are those of the package', () => {
  const named = columnUnder('README.md', 'Dependencies').flatMap((cell) => cell.split(', '));
  const { dependencies, peerDependencies } = JSON.parse(read('package.json')) as {
    dependencies: object;
    peerDependencies: object;
  };
  // The column has lost the slash of a scope.
  const known = Object.keys({ ...dependencies, ...peerDependencies }).map((name) =>
    name.replace('/', ''),
  );
  expect(named.toSorted()).toEqual(known.sort());
});
