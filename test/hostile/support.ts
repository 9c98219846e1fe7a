import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

export const bin = fileURLToPath(new URL('../../bin/align.js', import.meta.url));

/** A folder of this test file's own, gone afterwards; `at` names a file in it, with a content if one is given. */
export function scratch(): {
  readonly folder: string;
  readonly at: (name: string, content?: string) => string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'align-hostile-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const at = (name: string, content?: string) => {
    const path = join(folder, name);
    if (content !== undefined) writeFileSync(path, content);
    return path;
  };
  return { folder, at };
}

export interface Told {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script of bash, `"$@"` being the built program; a run that hangs ends with status 124. */
export function shell(script: string, args: readonly string[] = [], cwd?: string): Told {
  const { status, stdout, stderr } = spawnSync(
    'timeout',
    ['-k', '1', '20', 'bash', '--norc', '-c', script, 'bash', process.execPath, bin, ...args],
    {
      encoding: 'utf8',
      cwd,
      env: { PATH: process.env['PATH'], ALIGN_CACHE: 'off' },
      maxBuffer: 1 << 30,
    },
  );
  return { status, stdout, stderr };
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Milliseconds from the signal to the end; negative if the end came first. */
  readonly after: number;
  /** Milliseconds in all. */
  readonly took: number;
  readonly stdout: string;
}

/** Runs the built program and sends it a signal after so many milliseconds. */
export async function interrupted(
  args: readonly string[],
  { signal, delay, cwd }: { signal: NodeJS.Signals; delay: number; cwd?: string },
): Promise<Ended> {
  const start = performance.now();
  let end = Number.POSITIVE_INFINITY;
  let stdout = '';
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], ALIGN_CACHE: 'off' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  child.stdout.on('data', (text) => (stdout += String(text)));
  const ended = new Promise<[number | null, NodeJS.Signals | null]>((done) =>
    child.on('close', (...how) => {
      end = performance.now();
      done(how);
    }),
  );
  await Promise.race([setTimeout(delay), ended]);
  const sent = performance.now();
  child.kill(signal);
  const [code, by] = await ended;
  return { code, signal: by, after: end < sent ? -1 : end - sent, took: end - start, stdout };
}

/** Whatever an unfinished write may have left beside a file or folder. */
export function leftovers(path: string): readonly string[] {
  return readdirSync(dirname(path)).filter((name) => /partial|\.\d{3,}$|\.align-/.test(name));
}

/** A small catalog of two countries; more issues make it slower to read. */
export function catalogText(issues = 6, more = ''): string {
  const items = Array.from(
    { length: issues },
    (_, i) => `  - id: issue-${i}
    title: Issue ${i}
    topic: trade
    date: 2020-01-${String((i % 28) + 1).padStart(2, '0')}
    scale: stance5
    sources: [s]
    positions: {china: ${i % 3 ? 'support' : 'oppose'}, russia: {stance: support}, india: neutral}
`,
  );
  return `catalog: hostile
title: Hostile
version: 1.0.0
sources: {s: {title: S}}
topics: {trade: Trade}
issues:
${items.join('')}${more}`;
}

/** A roll-call file of many votes. */
export function recordText(
  sessions: number,
  perSession: number,
  countries: readonly string[],
): string {
  const lines = [`resolution,date,session,title,${countries.join(',')}`];
  for (let session = 1; session <= sessions; session++)
    for (let i = 0; i < perSession; i++) {
      const votes = countries.map((_, c) => 'YNA'[(c * 7 + i * c + session) % 3]);
      lines.push(
        `R/${session}/${i},${1945 + session}-10-0${(i % 9) + 1},${session},Title ${i},${votes.join(',')}`,
      );
    }
  return `${lines.join('\n')}\n`;
}
