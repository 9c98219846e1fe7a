import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { bin, shell } from '../hostile/support.ts';
import { align } from './align.ts';

const good = `catalog: mine
title: Mine
sources: {paper: {title: A paper}}
topics: {war: War}
issues:
  - {id: one, title: T, topic: war, date: 2020, positions: {CHN: support}, sources: [paper]}
`;
const bad = good.replace('CHN', 'Chyna');

const clean = 'nothing to complain about\n';
const broken = '1 error in 1 catalog\n';
const patience = 15_000;

/** A watch in a folder of its own, what it has printed, and a way to wait for more. */
function watching(files: Readonly<Record<string, string>>, ...args: string[]) {
  const cwd = mkdtempSync(join(tmpdir(), 'align-watch-'));
  const at = (name: string) => join(cwd, name);
  for (const [name, text] of Object.entries(files)) writeFileSync(at(name), text);
  const child = spawn(process.execPath, [bin, 'validate', ...args, '--watch'], {
    cwd,
    env: { PATH: process.env['PATH'], ALIGN_CACHE: 'off' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const told = { out: '', err: '' };
  child.stdout.on('data', (text) => (told.out += String(text)));
  child.stderr.on('data', (text) => (told.err += String(text)));
  const ended = new Promise<readonly [number | null, NodeJS.Signals | null]>((done) =>
    child.on('close', (...how) => done(how)),
  );
  const rounds = () => told.err.split('watching for changes').length - 1;
  /** Waits until so many rounds are over. */
  const after = async (count: number) => {
    const late = performance.now() + patience;
    while (rounds() < count && performance.now() < late && child.exitCode === null)
      await setTimeout(20);
    expect(rounds(), told.out + told.err).toBe(count);
    return told.out;
  };
  const end = async () => {
    child.kill('SIGINT');
    return ended;
  };
  return { at, after, end, told, ended };
}

describe.skipIf(process.platform === 'win32')('align validate --watch', () => {
  it('validates again whenever the file changes, until Ctrl-C', async () => {
    const { at, after, end, told } = watching({ 'a.yaml': good }, 'a.yaml');
    expect(await after(1)).toBe(`1 catalog, ${clean}`);
    writeFileSync(at('a.yaml'), bad);
    expect(await after(2)).toMatch(/no country is called "Chyna"[^]*1 error in 1 catalog\n$/);
    writeFileSync(at('a.yaml'), good);
    expect((await after(3)).endsWith(`${broken}1 catalog, ${clean}`)).toBe(true);
    expect(await end()).toEqual([null, 'SIGINT']);
    const line = 'align: watching for changes; Ctrl-C ends it\n';
    expect(told.err).toBe(`${line}align: changed: a.yaml\n${line}align: changed: a.yaml\n${line}`);
  });

  it('in a project looks at its file, its policies and its weights too, as they are then', async () => {
    const policy =
      'assertions: [{id: a, between: [china, russia], allowMissing: true, coverage: {atLeast: 0}}]\n';
    const { at, after, end, told } = watching({
      'align.yaml': 'catalogs: [a.yaml]\npolicies: [p.yaml]\n',
      'a.yaml': good,
      'b.yaml': bad.replaceAll('mine', 'other'),
      'p.yaml': policy,
    });
    const all = 'and the project align.yaml';
    expect(await after(1)).toBe(`1 catalog, 1 policy ${all}, ${clean}`);
    writeFileSync(at('p.yaml'), policy.replace('china', 'chyna'));
    expect(await after(2)).toMatch(/p\.yaml:1:[^]*no country [^]*1 error in 1 catalog, 1 policy/);
    writeFileSync(at('p.yaml'), policy);
    await after(3);
    writeFileSync(
      at('align.yaml'),
      'catalogs: [a.yaml, b.yaml]\npolicies: [p.yaml]\nweights: w.yaml\n',
    );
    const four = await after(4);
    expect(four).toMatch(/align\.yaml:3:10: error: there is no file w\.yaml/);
    expect(four).toMatch(/no country is called "Chyna"[^]*2 errors in 2 catalogs, 1 policy/);
    writeFileSync(at('w.yaml'), 'topics: {war: 2}\n');
    expect((await after(5)).endsWith(`1 error in 2 catalogs, 1 policy ${all}\n`)).toBe(true);
    writeFileSync(at('b.yaml'), good.replaceAll('mine', 'other').replace('one', 'two'));
    expect((await after(6)).endsWith(`2 catalogs, 1 policy ${all}, ${clean}`)).toBe(true);
    rmSync(at('align.yaml'));
    await after(7);
    writeFileSync(at('align.yaml'), 'catalogs: [a.yaml]\n');
    expect((await after(8)).endsWith(`1 catalog ${all}, ${clean}`)).toBe(true);
    await end();
    expect(told.err).toContain('align: cannot read align.yaml: there is no such file any more\n');
    expect(told.err).toContain('align: changed: p.yaml\n');
  });

  it('once for many writes in a row, and not where nothing changed', async () => {
    const { at, after, end, told } = watching({ 'a.yaml': good }, 'a.yaml');
    await after(1);
    for (let i = 0; i < 12; i++) {
      writeFileSync(at('a.yaml'), i % 2 ? bad : good.slice(0, 40));
      await setTimeout(40);
    }
    await after(2);
    expect(told.out.endsWith(broken)).toBe(true);
    writeFileSync(at('other.yaml'), good);
    await setTimeout(800);
    await after(2);
    await end();
  });

  it('where an editor puts another file in the place, and where the file is gone for a while', async () => {
    const { at, after, end, told } = watching({ 'a.yaml': good }, 'a.yaml');
    await after(1);
    writeFileSync(at('.a.yaml.swp'), bad);
    renameSync(at('.a.yaml.swp'), at('a.yaml'));
    expect((await after(2)).endsWith(broken)).toBe(true);
    rmSync(at('a.yaml'));
    await after(3);
    expect(told.err).toContain('align: cannot read the catalog a.yaml: there is no such file');
    writeFileSync(at('a.yaml'), good);
    expect((await after(4)).endsWith(clean)).toBe(true);
    await end();
  });

  it('the files of a folder, new ones and roll calls included', async () => {
    const votes = 'resolution,date,CHN\nA/RES/1/1,2020-01-01,Y\n';
    const record = 'catalog: r\ntitle: R\nrollCalls: [{id: r, body: UNGA, file: sub/votes.csv}]\n';
    const { at, after, end, told } = watching({ 'a.yaml': good, 'r.yaml': record }, '.');
    expect(await after(1)).toContain('there is no such file');
    mkdirSync(at('sub'));
    writeFileSync(at('sub/votes.csv'), votes);
    expect((await after(2)).endsWith(`2 catalogs, ${clean}`)).toBe(true);
    writeFileSync(at('sub/votes.csv'), votes.replace(',Y', ',yes'));
    expect((await after(3)).endsWith('1 error in 2 catalogs\n')).toBe(true);
    writeFileSync(at('b.yaml'), good.replace('mine', 'more').replace('id: one', 'id: two'));
    expect((await after(4)).endsWith('1 error in 3 catalogs\n')).toBe(true);
    expect(told.err).toContain(`align: changed: ${join('sub', 'votes.csv')}\n`);
    await end();
  });

  it('writes each result to a file, in any format', async () => {
    const args = ['a.yaml', '-f', 'sarif', '-o', 'out.sarif', '--quiet'];
    const { at, end, told } = watching({ 'a.yaml': good }, ...args);
    const until = async (text: string) => {
      const late = performance.now() + patience;
      for (;;) {
        let content = '';
        try {
          content = readFileSync(at('out.sarif'), 'utf8');
        } catch {
          // It is yet to be written.
        }
        if (content.includes(text)) return;
        expect(performance.now()).toBeLessThan(late);
        await setTimeout(20);
      }
    };
    await until('"results": []');
    writeFileSync(at('a.yaml'), bad);
    await until('unknown-country');
    await end();
    expect(told).toEqual({ out: '', err: '' });
  });

  it('ends with 130 for a shell', () => {
    const cwd = mkdtempSync(join(tmpdir(), 'align-watch-'));
    writeFileSync(join(cwd, 'a.yaml'), good);
    // A shell that runs something in the background has it ignore SIGINT, unless it controls jobs.
    const script = 'set -m; "$@" & pid=$!; sleep 1.5; kill -INT $pid; wait $pid; echo "exit $?"';
    const { stdout } = shell(script, ['validate', 'a.yaml', '--watch'], cwd);
    expect(stdout).toBe(`1 catalog, ${clean}exit 130\n`);
  });

  it('refuses what cannot change, what is not there, and to change files itself', async () => {
    const { ended, told } = watching({}, 'none.yaml');
    expect(await ended).toEqual([3, null]);
    expect(told.err).toContain('there is no such file');
    const bundled = await align(['validate', '--watch']);
    expect([bundled.exitCode, bundled.stdout]).toEqual([2, '']);
    expect(bundled.stderr).toContain('--watch needs files of your own');
    const both = await align(['validate', '--watch', '--fix', 'a.yaml']);
    expect(both.exitCode).toBe(2);
    expect(both.stderr).toContain("cannot be used with option '--fix'");
  });
});
