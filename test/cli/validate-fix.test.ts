import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { resultSchema } from '../../src/results/result-schema.ts';
import { align } from './align.ts';

const written = `catalog: mine   # mine
title: Mine
sources: {paper: {title: A paper}, spare: {title: Unread}}
topics: {war: War}
issues:
  - {id: one, title: T, topic: war, date: 2020, positions: {China: support}, sources: [paper]}
`;
const mended = written.replace(', spare: {title: Unread}', '').replace('China', 'CHN');

function folderWith(files: Readonly<Record<string, string>>): string {
  const cwd = mkdtempSync(join(tmpdir(), 'align-fix-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  return cwd;
}

const fix = (cwd: string, ...args: string[]) => align(['validate', ...args, '--fix'], { cwd });
const read = (cwd: string, name = 'a.yaml') => readFileSync(join(cwd, name), 'utf8');

const said = [
  [3, 'the source "spare" is gone, as nothing rests on it'],
  [6, '"China" is now CHN'],
] as const;

it('changes the file, says what, and has nothing to do a second time', async () => {
  const cwd = folderWith({ 'a.yaml': written });
  const { stdout, stderr, exitCode } = await fix(cwd, 'a.yaml', '--strict');
  expect({ stdout, stderr, exitCode }).toEqual({
    stdout: `a.yaml:3:36: fixed: ${said[0][1]}
a.yaml:6:61: fixed: ${said[1][1]}

2 places in 1 file fixed
1 catalog, nothing to complain about
`,
    stderr: '',
    exitCode: 0,
  });
  expect(read(cwd)).toBe(mended);
  const before = statSync(join(cwd, 'a.yaml')).ino;
  expect((await fix(cwd, 'a.yaml')).stdout).toBe(
    'nothing to fix\n1 catalog, nothing to complain about\n',
  );
  // Not even written anew.
  expect(statSync(join(cwd, 'a.yaml')).ino).toBe(before);
});

it('says what it changed in every format', async () => {
  const asked = async (format: string) => {
    const cwd = folderWith({ 'a.yaml': written });
    const { stdout } = await fix(cwd, 'a.yaml', '-f', format);
    expect(read(cwd)).toBe(mended);
    return stdout;
  };
  const json: unknown = JSON.parse(await asked('json'));
  expect(resultSchema.parse(json)).toMatchObject({
    diagnostics: [],
    fixed: said.map(([line, message]) => ({ file: 'a.yaml', line, message })),
  });
  const sarif = JSON.parse(await asked('sarif')) as { runs: { properties: object }[] };
  expect(sarif.runs[0]?.properties).toMatchObject({
    fixed: said.map(([line, message]) => ({ file: 'a.yaml', line, message })),
  });
  expect((await asked('github')).split('\n')).toEqual([
    `::notice file=a.yaml,line=3,col=36,title=fixed::${said[0][1]}`,
    `::notice file=a.yaml,line=6,col=61,title=fixed::${said[1][1]}`,
    '2 places in 1 file fixed',
    '1 catalog, nothing to complain about',
    '',
  ]);
  expect(await asked('markdown')).toContain('| `a.yaml:6:61` | "China" is now CHN |');
});

it('shows the first hundred changes, or all', async () => {
  const sources = Array.from({ length: 120 }, (_, i) => `s${i}: {title: T}`).join(', ');
  const many = written.replace('spare: {title: Unread}', sources);
  const first = await fix(folderWith({ 'a.yaml': many }), 'a.yaml');
  expect(first.stdout.match(/fixed: /g)).toHaveLength(100);
  expect(first.stdout).toContain('\nand 21 more (--all)\n\n121 places in 1 file fixed\n');
  const all = await fix(folderWith({ 'a.yaml': many }), 'a.yaml', '--all');
  expect(all.stdout.match(/fixed: /g)).toHaveLength(121);
});

it.skipIf(process.platform === 'win32')(
  'keeps the permissions of a file, and a link to it',
  async () => {
    const cwd = folderWith({ 'real.txt': written });
    chmodSync(join(cwd, 'real.txt'), 0o640);
    symlinkSync('real.txt', join(cwd, 'a.yaml'));
    expect((await fix(cwd, '.')).exitCode).toBe(0);
    expect(read(cwd, 'real.txt')).toBe(mended);
    expect(statSync(join(cwd, 'real.txt')).mode & 0o777).toBe(0o640);
    expect(readdirSync(cwd).sort()).toEqual(['a.yaml', 'real.txt']);
  },
);

it('leaves alone what it cannot read, and mends the rest', async () => {
  const broken = written.replace('date: 2020', 'date: [');
  const cwd = folderWith({ 'a.yaml': written, 'b.yaml': broken });
  const { stdout, exitCode } = await fix(cwd, '.');
  expect(exitCode).toBe(1);
  expect(stdout).toContain('2 places in 1 file fixed\n1 error in 2 catalogs\n');
  expect([read(cwd), read(cwd, 'b.yaml')]).toEqual([mended, broken]);
});

it('changes nothing if a file is missing, or is not the user’s own', async () => {
  const cwd = folderWith({ 'a.yaml': written });
  expect(await fix(cwd, 'a.yaml', 'none.yaml')).toMatchObject({ stdout: '', exitCode: 3 });
  const bundled = await fix(cwd, 'a.yaml', 'eurasia-2020');
  expect(bundled).toMatchObject({ stdout: '', exitCode: 2 });
  expect(bundled.stderr).toContain('--fix changes files of your own, and eurasia-2020 comes with');
  expect((await fix(cwd)).exitCode).toBe(2);
  expect(read(cwd)).toBe(written);
});
