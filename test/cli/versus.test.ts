import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { align } from './align.ts';

const asked = ['score', 'usa', 'uk', '--versus', '2013..2020'];

describe('align score --versus', () => {
  it.each(['40', '60', '80', '160'])(
    'has then and now in one table of %s columns',
    async (COLUMNS) => {
      const { stdout, stderr, exitCode } = await align(asked, { env: { COLUMNS } });
      expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
      for (const line of stdout.split('\n'))
        expect(line.length).toBeLessThanOrEqual(Number(COLUMNS));
      const flat = stdout.replaceAll(/\s+/g, ' ');
      expect(flat).toContain('then 2013–2020 · now since 2021');
      expect(flat).toMatch(
        /The intervals overlap: this shows neither a change nor that there is none\./,
      );
      expect(flat).toMatch(/On the \d+ texts that return their agreement/);
    },
  );

  it('each half is the score of its period, in JSON, CSV and Markdown alike', async () => {
    const result = JSON.parse((await align([...asked, '-f', 'json'])).stdout);
    for (const [half, period] of [
      ['before', ['--from', '2013', '--to', '2020']],
      ['after', ['--from', '2021']],
    ] as const) {
      const one = JSON.parse((await align(['score', 'usa', 'uk', ...period, '-f', 'json'])).stdout);
      expect(result.alignment[half]).toMatchObject({
        value: one.alignment.value,
        low: one.alignment.low,
        high: one.alignment.high,
        n: one.coverage.joint,
        clusters: one.coverage.clusters,
      });
    }
    const rows: Record<string, string>[] = parse((await align([...asked, '-f', 'csv'])).stdout, {
      columns: true,
    });
    expect(rows[0]).toMatchObject({
      part: 'alignment',
      value_before: String(result.alignment.before.value),
      n_after: String(result.alignment.after.n),
      clusters_after: String(result.alignment.after.clusters),
      change: String(result.alignment.change),
      overlap: 'true',
    });
    expect(rows).toHaveLength(1 + 3 + result.catalogs.length + result.topics.length);
    const markdown = (await align([...asked, '-f', 'markdown'])).stdout;
    const { before, after } = result.alignment;
    expect(markdown).toMatch(
      new RegExp(
        `\\| Alignment \\| ${before.value.toFixed(2)} \\| [^|]+ \\| ${before.n} \\| ${before.clusters} \\| ${after.value.toFixed(2)} `,
      ),
    );
  });

  it('shows every topic with --full, and says how many there are without', async () => {
    const short = (await align(asked)).stdout;
    const full = (await align([...asked, '--full'])).stdout;
    const more = Number(/and (\d+) more topics: --full/.exec(short)?.[1]);
    expect(more).toBeGreaterThan(0);
    expect(full).not.toContain('more topics');
    expect(full.split('\n').length).toBeGreaterThanOrEqual(short.split('\n').length + more - 1);
  });

  it('claims no change where one of two has no interval', async () => {
    const args = ['score', 'usa', 'uk', '--versus', '2013', '--from', '2014', '--to', '2016'];
    const { stdout } = await align(args, { env: { COLUMNS: '200' } });
    expect(stdout).toContain('Without two intervals nothing can be said of a change (no interval:');
    expect(stdout).not.toMatch(/^ {2}Alignment .*(?:overlap|apart)$/m);
    const both = ['--issue', 'unga-62-249', 'unga-66-174', '--versus', '2008', '--from', '2011'];
    const kappa = await align(['score', 'usa', 'uk', ...both, '-m', 'kappa']);
    expect(kappa.stdout).toContain('and is – since 2011');
    expect(kappa.stdout).not.toContain('difference of');
    expect(kappa.stdout.match(/^ {2}κ /gm)).toHaveLength(1);
  });

  it.each([
    [
      ['usa', 'uk', '--versus', '2013..2020', '--from', '2019'],
      2,
      /does not end before the one asked/,
    ],
    [['usa', 'uk', '--versus', '2020..2013'], 2, /ends before it begins/],
    [['usa', 'uk', '--versus', 'once'], 2, /"once" is no date/],
    [['usa', 'uk', 'france', '--versus', '2013'], 2, /--versus is for two/],
    [
      ['usa', 'uk', '--versus', '2013', '-f', 'svg'],
      2,
      /Allowed choices are table, json, csv, markdown/,
    ],
    [['usa', 'uk', '--versus', '1950'], 4, /no joint issue from 1950-01-01 to 1950-12-31/],
    [
      ['usa', 'uk', '--versus', '2025', '--from', '2030', '-c', 'un-general-assembly'],
      4,
      /no joint issue since 2030-01-01/,
    ],
    [['usa', 'chnia', '--versus', '2013'], 2, /no country or bloc is called "chnia"/],
  ] as const)('%j is refused', async (args, code, message) => {
    const { stdout, stderr, exitCode } = await align(['score', ...args]);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: code });
    expect(stderr).toMatch(message);
  });
});
