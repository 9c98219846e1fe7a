import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { starterCatalog } from '../../src/bundle/bundled.ts';
import { testAtlas } from '../countries/atlas.ts';
import { align } from './align.ts';

/** Candidates for the last of the words, as the shell scripts ask for them, and the directive after them. */
async function candidates(...words: string[]): Promise<{ values: string[]; directive: string }> {
  const { stdout, stderr, exitCode } = await align(['complete', '--', ...words]);
  expect([stderr, exitCode]).toEqual(['', 0]);
  const lines = stdout.trimEnd().split('\n');
  const directive = lines.pop() ?? '';
  return { values: lines.map((line) => line.split('\t')[0] ?? ''), directive };
}

const completed = async (...words: string[]) => (await candidates(...words)).values;

describe('the last word', () => {
  test('is a command, hidden ones left out', async () => {
    const commands = await completed('');
    for (const name of ['score', 'list', 'validate', 'completion'])
      expect(commands).toContain(name);
    expect(commands).not.toContain('complete');
    expect(await completed('sc')).toEqual(expect.arrayContaining(['score']));
    expect(await completed('--no-color', 'sco')).toEqual(['score']);
  });

  test('is a country or bloc', async () => {
    expect(await completed('score', 'chin')).toEqual(['china']);
    expect(await completed('score', 'china', 'united-s')).toEqual(['united-states']);
    expect(await completed('score', 'china', 'qu')).toEqual(['quad']);
    expect(await completed('cite', 'china', 'russia', '')).toEqual([]);
    const between = ['diff', 'a.yaml', 'b.yaml', '--between'];
    expect(await completed(...between, 'china', 'russi')).toEqual(['russia']);
  });

  test('is an issue or a choice', async () => {
    expect(await completed('show', 'ladakh')).toEqual(['ladakh-2020']);
    expect(await completed('list', 'so')).toEqual(['sources']);
    expect(await completed('completion', 'ba')).toEqual(['bash']);
  });

  test('is a flag, or the value of one', async () => {
    expect(await completed('score', '--weigh')).toEqual(['--weigh-by', '--weights']);
    expect(await completed('score', 'china', '-f', 'j')).toEqual(['json']);
    expect(await completed('score', 'china', '--format=j')).toEqual(['--format=json']);
    expect(await completed('score', '-t', 'cyber', 'sanc')).toEqual(['sanctions']);
    expect(await completed('score', '-m', 'kap')).toEqual(['kappa']);
    expect(await completed('score', '--important', 'chin')).toEqual(['china']);
    expect(await completed('drift', '--for', 'chin')).toEqual(['china']);
  });

  test('may be a file', async () => {
    expect(await candidates('validate', 'eur')).toEqual({
      values: ['eurasia-2020', 'eurasia-2025'],
      directive: ':0',
    });
    expect(await candidates('score', '-o', '')).toEqual({ values: [], directive: ':0' });
    expect((await candidates('score', 'chin')).directive).toBe(':4');
  });

  test('comes from the catalogs of ALIGN_CATALOG; a broken one keeps silent', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'align-complete-'));
    writeFileSync(join(cwd, 'good.yaml'), starterCatalog());
    writeFileSync(join(cwd, 'bad.yaml'), '{');
    const ask = (file: string) =>
      align(['complete', '--', 'show', ''], { cwd, env: { ALIGN_CATALOG: file } });
    expect((await ask('good.yaml')).stdout).toMatch(/^dam-2024\tThe dam\n/);
    expect(await ask('bad.yaml')).toEqual({ stdout: ':4\n', stderr: '', exitCode: 0 });
  });
});

test.each(['bash', 'zsh', 'fish', 'powershell'])('a script for %s', async (shell) => {
  const { stdout, exitCode } = await align(['completion', shell]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/align complete '?--/);
});

test('bash falls back to names of files, as the other shells do', async () => {
  const { stdout } = await align(['completion', 'bash']);
  const told = await execa('bash', ['-s'], { input: `${stdout}\ncomplete -p align\n` });
  expect(told.stdout).toBe('complete -o default -F __align_complete align');
});

test('the script for bash is one that bash can read', async () => {
  const { stdout } = await align(['completion', 'bash']);
  const { exitCode } = await execa('bash', ['-n'], { input: stdout, reject: false });
  expect(exitCode).toBe(0);
});

test('another shell is a usage error', async () => {
  const { stdout, stderr, exitCode } = await align(['completion', 'tcsh']);
  expect([stdout, exitCode]).toEqual(['', 2]);
  expect(stderr).toContain('shells: bash, zsh, fish, powershell');
});

test('every completed name means the country that it stands for', async () => {
  const { stdout } = await align(['complete', '--', 'rank', '']);
  const wrong = stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([, code = '']) => testAtlas().byCode(code))
    .filter(([name = '', code]) => {
      const found = testAtlas().resolve(name);
      return found.kind !== 'found' || found.country.code !== code;
    });
  expect(wrong).toEqual([]);
});
