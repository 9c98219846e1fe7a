import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Cache, loadOnce } from '../../src/bundle/cache.ts';
import type { Catalog } from '../../src/catalog/model.ts';
import { fileCache } from '../../src/cli/file-cache.ts';

const scratch = mkdtempSync(join(tmpdir(), 'align-cache-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const catalog: Catalog = {
  id: 'c',
  title: 'Ünïcode',
  short: 'x',
  version: '1',
  sha256: createHash('sha256').update('x').digest('hex'),
  sources: {},
  topics: {},
  scales: {},
  groups: {},
  actors: {},
  issues: [],
  interactions: [],
  rollCalls: [],
  events: [],
};

function memory(program = 'p'): Cache & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    program: () => program,
    read: (name) => entries.get(name),
    write: async (name, text) => void entries.set(name, text),
  };
}

describe('a catalog that was loaded before', () => {
  const load = async (cache: Cache, text: string, file = '/a/c.yaml') => {
    let loaded = false;
    const result = await loadOnce(Buffer.from(text), [file, 'c.yaml'], cache, async () => {
      loaded = true;
      return { catalog, findings: [] };
    });
    return { ...result, loaded };
  };

  it('is not parsed again, and is the same', async () => {
    const cache = memory();
    expect(await load(cache, 'x')).toEqual({ catalog, findings: [], loaded: true });
    expect(await load(cache, 'x')).toEqual({ catalog, findings: [], loaded: false });
  });

  it('is parsed again when its text, its place or the program has changed', async () => {
    const cache = memory();
    await load(cache, 'x');
    expect((await load(cache, 'y')).loaded).toBe(true);
    expect((await load(cache, 'x', '/b/c.yaml')).loaded).toBe(true);
    const upgraded: Cache = { ...cache, program: () => 'q' };
    expect((await load(upgraded, 'x')).loaded).toBe(true);
  });

  it('is parsed again when what was kept is damaged', async () => {
    const cache = memory();
    await load(cache, 'x');
    for (const name of cache.entries.keys()) cache.entries.set(name, '{"catalog": {');
    expect((await load(cache, 'x')).loaded).toBe(true);
  });

  it('is not kept if it has errors', async () => {
    const cache = memory();
    await loadOnce(Buffer.from('x'), ['/a', 'a'], cache, async () => ({ findings: [] }));
    expect(cache.entries.size).toBe(0);
  });
});

describe('the cache directory', () => {
  it('keeps texts, the last 64 of them', async () => {
    const directory = join(scratch, 'many');
    const { read, write } = fileCache({ env: { ALIGN_CACHE: directory }, cwd: '/' });
    for (let i = 0; i < 70; i++) await write(String(i).padStart(64, '0'), `text ${i}`);
    expect(read('69'.padStart(64, '0'))).toBe('text 69');
    expect(readdirSync(directory)).toHaveLength(64);
  });

  it('can be turned off, and is silent where it cannot be written', async () => {
    expect(fileCache({ env: { ALIGN_CACHE: 'off' }, cwd: '/' }).read('x')).toBeUndefined();
    const blocked = join(scratch, 'blocked');
    writeFileSync(blocked, 'a file, not a directory');
    chmodSync(blocked, 0o400);
    const cache = fileCache({ env: { ALIGN_CACHE: blocked }, cwd: '/' });
    await expect(cache.write('x', 'y')).resolves.toBeUndefined();
    expect(cache.read('x')).toBeUndefined();
  });
});
