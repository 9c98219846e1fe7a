import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { align, type Outcome } from '../cli/align.ts';
import { catalogText, scratch } from './support.ts';

const { folder, at } = scratch();
const cache = join(folder, 'cache');
const catalog = at('c.yaml', catalogText());
const other = at('other.yaml', catalogText().replaceAll('support', 'oppose'));
const env = { ALIGN_CACHE: cache, HOME: folder };
const run = (file = catalog) =>
  align(['score', 'china', 'russia', '-c', file, '-f', 'json'], { env });
const entries = () =>
  existsSync(cache) ? readdirSync(cache).map((name) => join(cache, name)) : [];
/** The only entry. */
const entry = () => entries()[0]!;

let honest: Outcome;
let text: Buffer;

beforeAll(async () => {
  honest = await run();
  text = readFileSync(entry());
});
beforeEach(async () => {
  rmSync(cache, { recursive: true, force: true });
  await run();
});

describe('a cache entry is not believed', () => {
  it('with any bit of it turned', async () => {
    const name = entry();
    const tries = 24;
    for (let i = 0; i < tries; i++) {
      const damaged = Buffer.from(text);
      const bit = Math.floor(((i + 0.5) / tries) * damaged.length * 8);
      damaged[bit >> 3]! ^= 1 << (bit & 7);
      writeFileSync(name, damaged);
      expect(await run(), `bit ${bit}`).toEqual(honest);
    }
  });

  it.each([
    ['cut off', () => truncateSync(entry(), text.length / 2)],
    ['empty', () => writeFileSync(entry(), '')],
    ['of gigabytes', () => truncateSync(entry(), 5 * 2 ** 30)],
    [
      'with its scores changed',
      () => writeFileSync(entry(), String(text).replaceAll('support', 'oppose')),
    ],
    ['that is null', () => writeFileSync(entry(), 'null')],
    ['that is a directory', () => replaceBy((name) => mkdirSync(name))],
    ['that is a pipe', () => replaceBy((name) => execFileSync('sh', ['-c', 'mkfifo "$0"', name]))],
    ['that others may write', () => chmodSync(entry(), 0o666)],
  ])('%s', async (_, damage) => {
    damage();
    expect(await run()).toEqual(honest);
  });

  it('that is a link, nor is anything written where it leads', async () => {
    const victim = at('victim', 'mine');
    replaceBy((name) => symlinkSync(victim, name));
    expect(await run()).toEqual(honest);
    expect(readFileSync(victim, 'utf8')).toBe('mine');
    expect(lstatSync(entry()).isFile()).toBe(true);
  });

  it('of another catalog', async () => {
    const [own] = entries();
    await run(other);
    const foreign = entries().find((name) => name !== own)!;
    copyFileSync(foreign, own!);
    expect(await run()).toEqual(honest);
  });

  it.skipIf(process.getuid?.() !== 0)('of another user', async () => {
    const name = entry();
    const before = statSync(name).mtimeMs;
    chownSync(name, 65534, 65534);
    expect(await run()).toEqual(honest);
    // It was written anew.
    expect(statSync(name).mtimeMs).toBeGreaterThan(before);
  });

  it('that others may write, even if it is whole', async () => {
    chmodSync(entry(), 0o622);
    await run();
    expect(statSync(entry()).mode & 0o022).toBe(0);
  });
});

function replaceBy(make: (name: string) => void): void {
  const name = entry();
  rmSync(name);
  make(name);
}

it('an entry goes by a whole SHA-256', () => {
  expect(entries().map((name) => name.slice(cache.length + 1))).toEqual([
    expect.stringMatching(/^[0-9a-f]{64}\.json$/),
  ]);
});

it('the cache keeps to its size', async () => {
  for (let i = 0; i < 6; i++) {
    const name = join(cache, `${String(i).repeat(64)}.json`);
    writeFileSync(name, '');
    truncateSync(name, 60 * 2 ** 20);
  }
  await run(other);
  const bytes = entries().reduce((sum, name) => sum + statSync(name).size, 0);
  expect(bytes).toBeLessThan(260 * 2 ** 20);
  expect(entries().length).toBeGreaterThan(2);
});

it('can be cleared, of its own entries only', async () => {
  writeFileSync(join(cache, 'mine.json'), '{}');
  const told = await align(['cache', 'clear'], { env });
  expect(told).toEqual({ exitCode: 0, stderr: '', stdout: `removed 1 catalog from ${cache}\n` });
  expect(entries()).toEqual([join(cache, 'mine.json')]);
  expect(await align(['cache', 'clear'], { env: { ALIGN_CACHE: 'off' } })).toMatchObject({
    exitCode: 0,
  });
  expect(await align(['cache', 'burn'], { env })).toMatchObject({ exitCode: 2, stdout: '' });
});

it('many at once write the same entry', async () => {
  renameSync(cache, `${cache}-old`);
  const all = await Promise.all(Array.from({ length: 8 }, () => run()));
  expect(new Set(all.map(({ stdout }) => stdout))).toEqual(new Set([honest.stdout]));
  expect(entries()).toHaveLength(1);
  expect(await run()).toEqual(honest);
});
