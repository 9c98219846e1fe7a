import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { align } from './align.ts';

describe('align trend', () => {
  it('says year by year how near two are, and what a break is', async () => {
    const { stdout, stderr, exitCode } = await align(['trend', 'usa', 'uk'], {
      env: { COLUMNS: '80' },
    });
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toContain('United States – United Kingdom');
    expect(stdout).toMatch(/^ {2}2025 +\d+ .*●/m);
    expect(stdout).toMatch(/^ {2}1 break, /m);
    expect(stdout).toMatch(/^ {4}\d{4}: another (?:agenda|behaviour); mean agreement /m);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('says why no break is looked for', async () => {
    const sessions = await align(['trend', 'usa', 'uk', '--by', 'session']);
    expect(sessions.stdout).toContain('  Breaks are looked for by year only.');
    const own = await align(['trend', 'usa', '--from', '2018']);
    expect(own.stdout).toContain('  Breaks are looked for between two sides only.');
  });

  it.each(['60', '160'])('reads in %s columns', async (COLUMNS) => {
    const { stdout } = await align(['trend', 'china', 'russia'], { env: { COLUMNS } });
    const lines = stdout.split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(Number(COLUMNS));
    expect(lines.filter((line) => line.includes('●')).length).toBeGreaterThan(10);
  });

  it('each point is the score of its year, in JSON and CSV alike', async () => {
    const args = ['trend', 'china', 'russia', '--from', '2019'];
    const { points } = JSON.parse((await align([...args, '-f', 'json'])).stdout);
    const rows: Record<string, string>[] = parse((await align([...args, '-f', 'csv'])).stdout, {
      columns: true,
    });
    expect(rows.map(({ period, agreement }) => [period, Number(agreement)])).toEqual(
      points.map(({ period, value }: { period: string; value: number }) => [period, value]),
    );
    const one = ['score', 'china', 'russia', '--from', '2022', '--to', '2022', '-f', 'json'];
    const { alignment, coverage } = JSON.parse((await align(one)).stdout);
    expect(points.find(({ period }: { period: string }) => period === '2022')).toMatchObject({
      value: alignment.value,
      low: alignment.low,
      high: alignment.high,
      n: coverage.joint,
    });
  });

  it('of a record each point is the score of its year or session too', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'align-trend-'));
    const votes = ['Y', 'N', 'A', 'X'];
    const rows = Array.from({ length: 60 }, (_, i) => {
      const year = 2000 + (i % 7);
      const cells = [0, 1, 2].map((c) => votes[(i * (c + 2) + c) % 4]);
      return [`A/RES/${i}`, `${year}-0${1 + (i % 9)}-01`, year - 1945, `Text ${i % 11}`, ...cells];
    });
    const header = 'resolution,date,session,title,CHN,RUS,USA';
    writeFileSync(join(cwd, 'votes.csv'), `${[header, ...rows].join('\n')}\n`);
    writeFileSync(
      join(cwd, 'record.yaml'),
      'catalog: record\ntitle: Record\nrollCalls: [{id: votes, body: UNGA, file: votes.csv}]\n',
    );
    const ask = async (...args: string[]) => {
      const { stdout, stderr } = await align([...args, '-c', 'record.yaml', '-f', 'json'], { cwd });
      expect(stderr.includes('error')).toBe(false);
      return JSON.parse(stdout);
    };
    for (const [by, options] of [
      ['year', (period: string) => ['--from', period, '--to', period]],
      ['session', (period: string) => ['--session', period]],
    ] as const) {
      const { points } = await ask('trend', 'china', 'russia', '--by', by);
      expect(points.length).toBe(7);
      for (const { period, n, value, low, high } of points.slice(0, 3)) {
        const { alignment, coverage } = await ask('score', 'china', 'russia', ...options(period));
        expect({ n, value, low, high }).toEqual({
          n: coverage.joint,
          value: alignment.value,
          low: alignment.low,
          high: alignment.high,
        });
      }
    }
  });

  it('of one country is against its own past', async () => {
    const { stdout, exitCode } = await align(['trend', 'usa', '-f', 'json']);
    expect(exitCode).toBe(0);
    const { points, breaks } = JSON.parse(stdout);
    expect(points.length).toBeGreaterThan(5);
    expect(points.every(({ b }: { b: string | null }) => b === null)).toBe(true);
    expect(breaks).toEqual([]);
  });

  it.each([
    [['usa', 'uk', '--by', 'window'], 2, /--window 5/],
    [['usa', 'uk', '--by', 'session', '--window', '3'], 2, /a window is of years/],
    [['usa', 'chnia'], 2, /no country or bloc is called "chnia"/],
    [['usa', 'usa'], 2, /usa|United States/i],
    [['palau', 'vatican', '-c', 'un-security-council'], 4, /joint issue/],
    [
      ['china', '-c', 'eurasia-2020', '--issue', 'ladakh-2020'],
      4,
      /no vote on a text that returns/,
    ],
  ] as const)('%j is refused', async (args, code, message) => {
    const { stdout, stderr, exitCode } = await align(['trend', ...args]);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: code });
    expect(stderr).toMatch(message);
  });
});
