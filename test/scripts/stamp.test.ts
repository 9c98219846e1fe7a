import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { isStale, stampOf } from '../../scripts/stamp.mjs';

const root = mkdtempSync(join(tmpdir(), 'align-stamp-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  write('src/cli/bin.ts', 'Together?');
  write('data/catalogs/own.yaml', 'catalog: own');
  write('data/schema/catalog.json', '{}');
  write('scripts/build.mjs', 'build');
  write('package-lock.json', '{}');
  write('dist/stamp', stampOf(root));
});

it('a build is fresh while nothing has changed, whatever the times say', () => {
  expect(isStale(root)).toBe(false);
  utimesSync(join(root, 'src/cli/bin.ts'), new Date(), new Date(Date.now() + 60_000));
  expect(isStale(root)).toBe(false);
});

it.each([
  ['an edited source', () => write('src/cli/bin.ts', 'BROKEN!!!')],
  ['a new source', () => write('src/cli/more.ts', '')],
  ['a source that is gone', () => rmSync(join(root, 'src/cli/bin.ts'))],
  ['edited data', () => write('data/catalogs/own.yaml', 'catalog: other')],
  ['another way to build', () => write('scripts/build.mjs', '')],
  ['other packages', () => write('package-lock.json', '{"packages": {}}')],
  ['no build', () => rmSync(join(root, 'dist'), { recursive: true })],
  [
    'a name that moved into the text',
    () => {
      rmSync(join(root, 'src'), { recursive: true });
      write('src/cli/bin.t', 'sTogether?');
    },
  ],
])('%s is noticed', (_, change) => {
  change();
  expect(isStale(root)).toBe(true);
});

it('what a build writes into the data is no change', () => {
  write('data/schema/catalog.json', '{"title": "align catalog"}');
  expect(isStale(root)).toBe(false);
});
