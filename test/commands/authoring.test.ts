import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { starterCatalog } from '../../src/bundle/bundled.ts';
import { jsonSchema, schemaNames } from '../../src/policy/json-schemas.ts';
import { toJson } from '../../src/render/kit/json.ts';
import { runHere } from '../render/invocations.ts';

const cwd = mkdtempSync(join(tmpdir(), 'align-authoring-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
const here = (...argv: readonly string[]) => runHere(argv, cwd, { ALIGN_CACHE: 'off' });

describe('init', () => {
  it('writes a catalog that is without findings and answers what it says next', async () => {
    const { code, out, err } = await here('init', 'mine');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(readFileSync(join(cwd, 'mine/catalog.yaml'), 'utf8')).toBe(starterCatalog());
    const next = [...out.matchAll(/^ {2}align (.*)$/gm)].map(([, command = '']) => command);
    expect(next).toHaveLength(3);
    for (const command of next)
      expect(await here(...command.split(' '))).toMatchObject({ code: 0, err: '' });
  });

  it('overwrites only when told to', async () => {
    await here('init', 'own');
    writeFileSync(join(cwd, 'own/catalog.yaml'), 'mine');
    const refused = await here('init', 'own');
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('own/catalog.yaml exists already\n  --force overwrites it');
    expect(readFileSync(join(cwd, 'own/catalog.yaml'), 'utf8')).toBe('mine');
    expect(await here('init', 'own', '--force')).toMatchObject({ code: 0 });
    expect(readFileSync(join(cwd, 'own/catalog.yaml'), 'utf8')).toBe(starterCatalog());
  });

  it('says why it cannot make a directory', async () => {
    writeFileSync(join(cwd, 'taken'), '');
    const { code, err } = await here('init', 'taken/mine');
    expect(code).toBe(3);
    expect(err).toContain('cannot make the directory taken/mine');
  });
});

describe('schema', () => {
  it.each(schemaNames)('prints that of %s, or writes it', async (name) => {
    expect(await here('schema', name)).toEqual({ code: 0, out: toJson(jsonSchema(name)), err: '' });
    expect(await here('schema', name, '-o', `${name}.json`)).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(join(cwd, `${name}.json`), 'utf8')).toBe(toJson(jsonSchema(name)));
  });

  it('knows no other', async () => {
    const { code, err } = await here('schema', 'catalogue', '-o', 'none.json');
    expect(code).toBe(2);
    expect(err).toContain('schemas: catalog, policy, result, project');
    expect(existsSync(join(cwd, 'none.json'))).toBe(false);
  });
});

describe('completion', () => {
  it.each(['bash', 'zsh', 'fish', 'powershell'])('for %s calls align complete', async (shell) => {
    const printed = vi.spyOn(console, 'log').mockImplementation(() => {});
    const { code, err } = await here('completion', shell);
    const text = printed.mock.calls.flat().join('\n');
    printed.mockRestore();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(text).toMatch(/align complete '?--/);
  });

  it.each([
    [['sco'], ['score'], 4],
    [['--no-color', 'sco'], ['score'], 4],
    [['score', 'chin'], ['china'], 4],
    [['score', 'china', 'qu'], ['quad'], 4],
    [['show', 'ladakh'], ['ladakh-2020'], 4],
    [['list', 'so'], ['sources'], 4],
    [['score', '--weigh'], ['--weigh-by', '--weights'], 4],
    [['score', '-f', 'j'], ['json'], 4],
    [['score', '--format=j'], ['--format=json'], 4],
    [['score', '-t', 'cyber', 'sanc'], ['sanctions'], 4],
    [['score', '--nothing=x'], [], 4],
    [['cite', 'china', 'russia', 'x', ''], [], 4],
    [['validate', 'eur'], ['eurasia-2020', 'eurasia-2025'], 0],
    [['score', '-o', ''], [], 0],
    [['import', 'table', 'rows.csv', '--issue', ''], [], 4],
  ])('of %j is %j', async (words, candidates, directive) => {
    const { out } = await here('complete', '--', ...words);
    const lines = out.trimEnd().split('\n');
    expect(lines.pop()).toBe(`:${directive}`);
    expect(lines.map((line) => line.split('\t')[0])).toEqual(candidates);
  });

  it('is silent where catalogs cannot be read', async () => {
    const env = { ALIGN_CATALOG: 'none.yaml' };
    const { out, err } = await runHere(['complete', '--', 'score', 'ch'], cwd, env);
    expect({ out, err }).toEqual({ out: ':4\n', err: '' });
  });
});
