import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { afterAll, expect, it } from 'vitest';
import { align as run } from './align.ts';

/**
 * The whole way of an author, with the built program alone: three catalogs on topics of one's own, one by hand
 * and two from spreadsheets, shared with a second author, changed, compared, and gated. All data are made up.
 */

const root = mkdtempSync(join(tmpdir(), 'align-author-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const first = join(root, 'first');
const second = join(root, 'second');
mkdirSync(first);

const align = (cwd: string, ...args: string[]) =>
  run(args, { cwd, env: { ALIGN_CACHE: 'off', COLUMNS: '80' } });
const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    cwd,
    stdio: 'pipe',
  });
const put = (cwd: string, file: string, text: string | Uint8Array) =>
  writeFileSync(join(cwd, file), text);
const change = (cwd: string, file: string, from: string, to: string) => {
  const text = readFileSync(join(cwd, file), 'utf8');
  expect(text).toContain(from);
  put(cwd, file, text.replace(from, to));
};

const ports = `catalog: ports
title: Harbour access (made up)
sources:
  memo: {title: A made-up memo, date: 2025-02-01}
topics: {ports: Harbours}
issues:
  - id: port-fees
    title: Port fees
    topic: ports
    date: 2025-02
    scale: stance3
    positions: {Kenya: support, Tanzania: support, Uganda: oppose}
    sources: [memo]
  - id: port-night
    title: Night landings
    topic: ports
    date: 2025-03
    scale: stance3
    positions: {Kenya: oppose, Tanzania: neutral, Uganda: oppose}
    sources: [memo]
`;

/** As an office program saves it where decimals have commas. */
const fish = [
  'Issue;Date;Topic;Kenya;Tanzania;Uganda',
  'Mesh size of nets;14.03.2025;fish;support;oppose;support',
  'Closed season;02.04.2025;fish;support;support;neutral',
  '',
].join('\r\n');

function water(): Uint8Array {
  const may = new Date(Date.UTC(2025, 4, 1));
  const june = new Date(Date.UTC(2025, 5, 1));
  const sheet = utils.aoa_to_sheet([
    ['Country', 'Issue', 'Title', 'Topic', 'Date', 'Stance', 'Note'],
    ['Kenya', 'lake-level', 'Lake level', 'water', may, 'support', 'As made up.'],
    ['Tanzania', 'lake-level', 'Lake level', 'water', may, 'support', ''],
    ['Uganda', 'lake-level', 'Lake level', 'water', may, 'oppose', ''],
    ['Kenya', 'dredging', 'Dredging', 'water', june, 'oppose', ''],
    ['Uganda', 'dredging', 'Dredging', 'water', june, 'oppose', ''],
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Positions');
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array;
}

const policy = `title: The lake
assertions:
  - {id: near, between: [kenya, tanzania], atLeast: 0.5}
  - {id: steady, among: [kenya, tanzania, uganda], change: {atMost: 0.05}}
`;

it(
  'three catalogs are written, shared, changed, compared and gated',
  { timeout: 240_000 },
  async () => {
    // Written.
    put(first, 'ports.yaml', ports);
    expect((await align(first, 'init', '--yes')).exitCode).toBe(0);
    put(first, 'fish.csv', fish);
    put(first, 'water.xlsx', water());
    for (const [file, folder] of [
      ['fish.csv', 'fish'],
      ['water.xlsx', 'water'],
    ] as const) {
      const line = ['import', file, '-o', folder];
      const asked = await align(first, ...line);
      expect([asked.exitCode, asked.stderr]).toEqual([
        3,
        expect.stringContaining('--scale stance3'),
      ]);
      const made = await align(first, ...line, '--scale', 'stance3');
      expect(made.stderr).toBe(
        `align: ${folder} is not among the catalogs of align.yaml\n  add it there, and every command reads it\n`,
      );
    }
    expect(readFileSync(join(first, 'water', 'catalog.yaml'), 'utf8')).toContain('As made up.');
    change(first, 'align.yaml', '  - ports.yaml\n', '  - ports.yaml\n  - fish\n  - water\n');
    change(first, 'align.yaml', '# policies: [policies/watch.yaml]', 'policies: [watch.yaml]');
    put(first, 'watch.yaml', policy);
    const valid = await align(first, 'validate', '--strict');
    expect(valid.stdout).toBe(
      '3 catalogs, 1 policy and the project align.yaml, nothing to complain about\n',
    );
    expect((await align(first, 'check', '--update-baseline')).exitCode).toBe(0);

    // Shared, in a repository and as a package.
    git(first, 'init', '-q', '-b', 'main', '.');
    git(first, 'add', '.');
    git(first, 'commit', '-q', '-m', 'Three catalogs');
    git(root, 'clone', '-q', first, second);
    const installed = join(root, 'reader', 'node_modules', 'align-catalog-lake');
    mkdirSync(installed, { recursive: true });
    cpSync(first, installed, { recursive: true });
    put(
      installed,
      'package.json',
      '{"name": "align-catalog-lake", "version": "1.0.0", "align": {"catalogs": ["ports.yaml", "fish", "water"]}}',
    );
    const read = await align(
      join(root, 'reader'),
      'score',
      'kenya',
      'uganda',
      '-c',
      'align-catalog-lake',
      '-f',
      'markdown',
    );
    expect(read.stdout).toContain('fish 2025.04.02 (align-catalog-lake 1.0.0)');

    // Changed by the second author, and compared: all catalogs of the project are meant.
    expect((await align(second, 'diff', 'git:HEAD', '--exit-code')).exitCode).toBe(0);
    change(
      second,
      'ports.yaml',
      'Uganda: oppose}\n    sources: [memo]\n  - id',
      'Uganda: support}\n    sources: [memo]\n  - id',
    );
    change(second, 'water/catalog.yaml', 'scale: stance3', 'scale: stance3\n    weight: 2');
    const diff = await align(second, 'diff', 'git:HEAD', '--between', 'kenya', 'uganda');
    expect(diff.stdout).toMatch(/port-fees +Uganda: oppose → support/);
    expect(diff.stdout).toMatch(/lake-level +weight: 1\.00 → 2\.00/);

    // Gated.
    const gate = await align(second, 'check', '--format', 'github');
    expect(gate.exitCode).toBe(1);
    expect(gate.stdout).toMatch(/file=watch\.yaml,line=4.*port-fees: Uganda: oppose → support/);
    expect((await align(second, 'validate', '--output', 'out.sarif')).exitCode).toBe(0);
    const sarif = JSON.parse(readFileSync(join(second, 'out.sarif'), 'utf8')) as {
      version: string;
    };
    expect(sarif.version).toBe('2.1.0');
    change(second, 'ports.yaml', 'Tanzania: neutral', 'Tanzanya Republic: neutral');
    const slip = await align(second, 'validate', '--format', 'github');
    expect([slip.exitCode, slip.stdout]).toEqual([
      1,
      expect.stringContaining('file=ports.yaml,line=19'),
    ]);
  },
);

it('a catalog that the project does not name is pointed out where something is missing', async () => {
  const cwd = mkdtempSync(join(root, 'unnamed-'));
  expect((await align(cwd, 'init', '--yes')).exitCode).toBe(0);
  put(cwd, 'ports.yaml', ports);
  const { stderr, exitCode } = await align(cwd, 'score', 'kenya', 'uganda');
  expect(exitCode).toBe(4);
  expect(stderr).toMatch(
    /^align: ports\.yaml looks like a catalog, and align\.yaml does not name it\n {2}add it under catalogs\nalign: Kenya and Uganda have no joint issue/,
  );
  expect((await align(cwd, 'score', 'china', 'russia')).stderr).toBe('');
});

it('a new edition has to be named where no project has one', async () => {
  const { stderr, exitCode } = await align(root, 'diff', 'git:HEAD');
  expect([exitCode, stderr]).toEqual([
    2,
    expect.stringMatching(/^align: name the new edition\n {2}such as align diff git:HEAD/),
  ]);
});
