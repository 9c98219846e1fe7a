import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { starterCatalog } from '../../src/bundle/bundled.ts';
import { runHere } from '../render/invocations.ts';

const root = mkdtempSync(join(tmpdir(), 'align-packages-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let cwd = root;
beforeEach(() => {
  cwd = mkdtempSync(join(root, 'p-'));
});

function put(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, file)), { recursive: true });
    writeFileSync(join(cwd, file), text);
  }
}

const align = (argv: readonly string[], folder = cwd) =>
  runHere(argv, folder, { ALIGN_CACHE: 'off' });
const own = (id: string) => starterCatalog().replace('catalog: my-catalog', `catalog: ${id}`);
const manifest = (name: string, more: object = {}) =>
  JSON.stringify({ name, version: '1.2.0', ...more });
const rivers = 'node_modules/align-catalog-rivers';

const catalogsOf = (out: string) =>
  (JSON.parse(out) as { provenance: { catalogs: readonly { id: string; package?: object }[] } })
    .provenance.catalogs;

describe('a package of catalogs', () => {
  it('is its folder in node_modules, from the current folder up the tree, and provenance names it', async () => {
    put({
      [`${rivers}/package.json`]: manifest('align-catalog-rivers'),
      [`${rivers}/rivers.yaml`]: own('rivers'),
      [`${rivers}/align.yaml`]: 'catalogs: [rivers.yaml]\n',
      'below/deep/keep.txt': '',
    });
    const line = ['score', 'china', 'russia', '-c', 'align-catalog-rivers'];
    for (const folder of [cwd, join(cwd, 'below', 'deep')]) {
      const { code, out, err } = await align([...line, '-f', 'json'], folder);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(catalogsOf(out)).toMatchObject([
        { id: 'rivers', package: { name: 'align-catalog-rivers', version: '1.2.0' } },
      ]);
    }
    expect((await align([...line, '-f', 'markdown'])).out).toContain(
      'rivers 0.1.0 (align-catalog-rivers 1.2.0)',
    );
    expect((await align(['report', ...line.slice(1)])).out).toContain(
      '(align-catalog-rivers 1.2.0)',
    );
  });

  it('may be scoped, and say where in it its catalogs are', async () => {
    put({
      'node_modules/@org/align-catalog-trade/package.json': manifest('@org/align-catalog-trade', {
        align: { catalogs: ['catalogs', 'more/b.yaml', './catalogs'] },
      }),
      'node_modules/@org/align-catalog-trade/catalogs/a.yaml': own('a'),
      'node_modules/@org/align-catalog-trade/more/b.yaml': own('a'),
      'node_modules/@org/align-catalog-trade/weights.yaml': 'topics: {rivers: 2}\n',
    });
    const { code, out, err } = await align(['validate', '@org/align-catalog-trade', '-f', 'json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(catalogsOf(out)[0]).toMatchObject({
      package: { name: '@org/align-catalog-trade', version: '1.2.0' },
    });
    // The folder that is published stands for the same, where it is made.
    const made = join(cwd, 'node_modules', '@org', 'align-catalog-trade');
    expect((await align(['list', 'issues', '-c', '.'], made)).code).toBe(0);
  });

  it('stands in a project file and in a policy, which look from where they are', async () => {
    put({
      [`project/${rivers}/package.json`]: manifest('align-catalog-rivers'),
      [`project/${rivers}/rivers.yaml`]: own('rivers'),
      'project/align.yaml': 'catalogs: [align-catalog-rivers]\npolicies: [policies/watch.yaml]\n',
      'project/policies/watch.yaml':
        'catalogs: [align-catalog-rivers]\nassertions:\n  - {id: a, between: [china, russia], atLeast: 0.1}\n',
      'project/below/keep.txt': '',
    });
    const below = join(cwd, 'project', 'below');
    expect((await align(['validate'], below)).out).toBe(
      '1 catalog, 1 policy and the project ../align.yaml, nothing to complain about\n',
    );
    expect(await align(['score', 'china', 'russia'], below)).toMatchObject({ code: 0, err: '' });
    const { code, out } = await align(['check', 'project/policies/watch.yaml', '-f', 'json']);
    expect(code).toBe(0);
    expect(catalogsOf(out)[0]).toMatchObject({ package: { name: 'align-catalog-rivers' } });
  });

  it('yields to a file or folder that is called so', async () => {
    put({
      [`${rivers}/rivers.yaml`]: own('installed'),
      'align-catalog-rivers/mine.yaml': own('mine'),
    });
    const { out } = await align(['show', 'mine', '-c', 'align-catalog-rivers', '-f', 'json']);
    expect(catalogsOf(out)).toEqual([expect.objectContaining({ id: 'mine' })]);
    expect(catalogsOf(out)[0]).not.toHaveProperty('package');
  });

  it('that is not installed is refused with how to install it, wherever it is named', async () => {
    const refused = await align(['list', 'issues', '-c', 'align-catalog-rivers']);
    expect(refused).toMatchObject({ code: 3, out: '' });
    expect(refused.err).toMatch(
      /^align: the package align-catalog-rivers is not installed\n {2}npm install align-catalog-rivers /,
    );
    put({ 'align.yaml': 'catalogs:\n  - align-catalog-rivers\n' });
    expect((await align(['list', 'issues'])).err).toMatch(
      /^align: align.yaml:2:5: the package align-catalog-rivers is not installed/,
    );
    expect((await align(['validate'])).out).toContain(
      'align.yaml:2:5: error: the package align-catalog-rivers is not installed [no-such-file]',
    );
  });

  it.each([
    [
      'names catalogs outside of it',
      { align: { catalogs: ['../../secret.yaml'] } },
      /outside|not in/,
    ],
    ['names a URL', { align: { catalogs: ['https://example.org/a.yaml'] } }, /not in its folder/],
    ['names no list', { align: { catalogs: 'a.yaml' } }, /cannot be used: align.catalogs/],
  ])('that %s is refused', async (_, more, message) => {
    put({
      [`${rivers}/package.json`]: manifest('align-catalog-rivers', more),
      'secret.yaml': own('secret'),
    });
    const { code, err } = await align(['list', 'issues', '-c', 'align-catalog-rivers']);
    expect(code).toBe(3);
    expect(err).toMatch(message);
  });

  it('is nothing that --fix changes, and never a URL', async () => {
    put({ [`${rivers}/rivers.yaml`]: own('rivers') });
    const fixed = await align(['validate', 'align-catalog-rivers', '--fix']);
    expect(fixed.code).toBe(2);
    expect(fixed.err).toMatch(/align-catalog-rivers is an installed package/);
    const url = 'https://registry.npmjs.org/align-catalog-rivers';
    const remote = await align(['list', 'issues', '-c', url]);
    expect(remote.code).toBe(3);
    expect(remote.err).toMatch(/it is a URL, and align reads files only\n {2}download it/);
  });
});
