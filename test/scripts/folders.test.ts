import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { replaceFolder } from '../../scripts/folders.mjs';

const root = mkdtempSync(join(tmpdir(), 'align-folders-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function folder(name: string): string {
  mkdirSync(join(root, name));
  writeFileSync(join(root, name, 'by'), name);
  return join(root, name);
}

it('a folder takes the place of another, or an empty one, and leaves nothing behind', () => {
  const place = join(root, 'dist');
  for (const name of ['first', 'second']) {
    replaceFolder(folder(name), place);
    expect(readFileSync(join(place, 'by'), 'utf8')).toBe(name);
  }
  expect(readdirSync(root)).toEqual(['dist']);
});
