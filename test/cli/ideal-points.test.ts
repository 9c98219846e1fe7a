import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { resultSchema } from '../../src/results/result-schema.ts';
import { align } from './align.ts';

const cwd = mkdtempSync(join(tmpdir(), 'align-ideal-points-'));
const golden = (name: string) =>
  fileURLToPath(new URL(`golden/ideal-points/${name}`, import.meta.url));

const codes = Array.from(
  { length: 24 },
  (_, i) =>
    'USA GBR FRA RUS CHN IND BRA ZAF EGY CUB IRN PAK JPN KOR DEU ITA ESP POL SWE NOR MEX ARG CHL PER'.split(
      ' ',
    )[i]!,
);

beforeAll(() => {
  // From west to south, with a jitter that comes round; each session has twelve texts, six of which return.
  const rows = [0, 1, 2, 3].flatMap((s) =>
    Array.from({ length: 12 }, (_, j) => {
      const cut = (j % 6) / 3 - 0.9;
      const cells = codes.map((_code, i) => {
        const returning = j < 6;
        const jitter = (((i * 7 + j * 5 + (returning ? 0 : s * 3)) % 11) - 5) / 14;
        const place = i / 12 - 1 + jitter - (returning ? 0.04 * s : 0);
        const side = j % 2 === 0 ? place - cut : cut - place;
        return (i + j + s) % 17 === 0 ? 'X' : side > 0.12 ? 'Y' : side > -0.12 ? 'A' : 'N';
      });
      const title =
        j < 6 ? `Report of committee ${'ABCDEF'[j]} on disarmament` : `Item ${s}${'GHIJKL'[j - 6]}`;
      return [`A/RES/${60 + s}/${j}`, `${2005 + s}-11-${10 + j}`, 60 + s, title, ...cells].join(
        ',',
      );
    }),
  );
  const header = ['resolution', 'date', 'session', 'title', ...codes].join(',');
  writeFileSync(join(cwd, 'votes.csv'), `${[header, ...rows].join('\n')}\n`);
  writeFileSync(
    join(cwd, 'record.yaml'),
    'catalog: record\ntitle: Record\nrollCalls: [{id: votes, body: UNGA, file: votes.csv}]\n',
  );
});

const ask = async (args: readonly string[], columns = '80') => {
  const argv = ['ideal-points', ...args, '-c', 'record.yaml'];
  const { stdout, stderr, exitCode } = await align(argv, { cwd, env: { COLUMNS: columns } });
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  return stdout;
};
const asked = ['usa', 'russia', 'cuba'];
const data = async (...args: string[]) => JSON.parse(await ask([...args, '-f', 'json']));

describe('align ideal-points', () => {
  it.each(['table', 'markdown', 'csv', 'json', 'svg'])('is as it was, as %s', async (format) => {
    const out = await ask([...asked, '--full', '-f', format]);
    // Digits beyond the twelfth are the processor's.
    const text = out.replaceAll(/-?\d+\.\d{9,}(?:e-\d+)?/g, (digits) =>
      String(Number(Number(digits).toPrecision(6))),
    );
    await expect(text).toMatchFileSnapshot(golden(format));
  });

  it('writes what the schema of results declares, and CSV and tables of the same numbers', async () => {
    const result = await data(...asked);
    expect(() => resultSchema.parse(result)).not.toThrow();
    expect(result.points).toHaveLength(12);
    const rows: Record<string, string>[] = parse(await ask([...asked, '-f', 'csv']), {
      columns: true,
    });
    expect(Object.keys(rows[0]!)).toEqual(
      'country session year ideal_point low high n rank percentile name cow'.split(' '),
    );
    expect(
      rows.map((row) => ({
        country: row['country'],
        session: Number(row['session']),
        year: Number(row['year']),
        value: Number(row['ideal_point']),
        low: Number(row['low']),
        high: Number(row['high']),
        n: Number(row['n']),
        rank: Number(row['rank']),
        percentile: Number(row['percentile']),
      })),
    ).toEqual(result.points);

    const markdown = await ask([...asked, '-f', 'markdown']);
    const { document } = parseHTML(await ask([...asked, '-f', 'html']));
    const cells = [...document.querySelectorAll('#latest tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    const last = result.points.filter(({ session }: { session: number }) => session === 63);
    const text = (value: number) => value.toFixed(2).replace('-', '−');
    for (const { country, value, rank } of last) {
      const name = result.countries.find(({ code }: { code: string }) => code === country).name;
      expect(markdown).toContain(`| ${name} | ${text(value)} |`);
      expect(cells.find(([head]) => head === name)?.slice(1, 4)).toEqual([
        text(value),
        expect.any(String),
        `${rank} of 24`,
      ]);
    }
    expect(document.querySelectorAll('svg.chart')).toHaveLength(2);
  });

  it('says how many texts tie sessions, and without links that level is a convention', async () => {
    const { sessions } = await data();
    expect(sessions.map(({ linked }: { linked: number }) => linked)).toEqual([null, 6, 6, 6]);
    expect(await ask(asked)).toContain('Levels: 6 texts tie a session to the one before.');
    const unlinked = await data('--no-links');
    expect(
      unlinked.sessions.map(
        ({ levelByConvention }: { levelByConvention: boolean }) => levelByConvention,
      ),
    ).toEqual([false, true, true, true]);
    expect(unlinked.fit.items).toBe(48);
    expect(await ask([...asked, '--no-links'], '400')).toContain(
      'level and scale of every session are a convention',
    );
  });

  it('obeys the selection, the edition and the model', async () => {
    const whole = await data();
    expect((await data('--session', '61-62')).fit.rollCalls).toBe(24);
    expect((await data('--from', '2007')).fit.rollCalls).toBe(24);
    expect((await data('--edition', '2026')).edition).toBe('2026');
    const values = (result: typeof whole) =>
      result.points.map(({ value }: { value: number }) => value);
    for (const option of [
      ['--walk', '1'],
      ['--entry', '1'],
      ['--power', '.5'],
      ['--tolerance', '1e-7'],
    ])
      expect(values(await data(...option))).not.toEqual(values(whole));
    const stopped = await data('--max-rounds', '1');
    expect(stopped.fit).toMatchObject({ iterations: 1, converged: false });
    expect(await ask(['--max-rounds', '1'], '400')).toContain(
      'Not converged: after 1 round points still change by',
    );
    const turned = await data('--positive', 'peru');
    expect(turned.positive.code).toBe('PER');
    expect(
      turned.points.find(({ country }: { country: string }) => country === 'PER').value,
    ).toBeGreaterThan(0);
  });

  it.each(['60', '80', '160'])('fits %s columns', async (columns) => {
    const out = await ask(['usa', 'russia', 'china', 'india', 'uk'], columns);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(Number(columns));
    expect(out).toMatch(/● United States {3}○ Russia/);
    expect(out).toMatch(/^ {3}2 ·/m);
    expect(out).toMatch(/2005 +2006 +2007 +2008/);
  });

  it('answers from the bundled votes of the Assembly, and says how few they are', async () => {
    const { stdout, exitCode } = await align(['ideal-points'], { env: { COLUMNS: '300' } });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Ideal points in the General Assembly');
    expect(stdout).toMatch(/\d+ sessions · 201 roll calls/);
    expect(stdout).toMatch(/Thin: fewer than 15 roll calls in sessions 60–/);
  });

  it.each([
    [['nato'], 2, /NATO is a bloc/],
    [['usa', '--issue', 'unga-80-222'], 4, /need 2 roll calls/],
    [['--edition', '2021'], 2, /Allowed choices are 2020, 2026/],
    [['--walk', '0'], 2, /no number above 0/],
    [['--max-rounds', '1.5'], 2, /no whole number above 0/],
    [['--positive', 'nowhere'], 2, /no country or bloc/],
  ] as const)('refuses %j', async (args, code, message) => {
    const { stderr, exitCode, stdout } = await align(['ideal-points', ...args]);
    expect({ exitCode, stdout }).toEqual({ exitCode: code, stdout: '' });
    expect(stderr).toMatch(message);
  });
});
