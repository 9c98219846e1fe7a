import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { align } from './align.ts';

const periods = ['--before', '2021..2024', '--after', '2025'];

describe('align drift', () => {
  it('leads with the same texts, then tells agenda from behaviour', async () => {
    const { stdout, stderr, exitCode } = await align(['drift', 'usa', 'uk', ...periods], {
      env: { COLUMNS: '80' },
    });
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toMatch(
      /On the \d+ texts that return their agreement fell from 0\.\d\d to 0\.\d\d/,
    );
    expect(stdout.indexOf('On the')).toBeLessThan(stdout.indexOf('Over all issues'));
    expect(stdout).toContain('Votes that changed');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('each period is the score of it, and topics in CSV add up to the change', async () => {
    const { stdout } = await align(['drift', 'china', 'russia', ...periods, '-f', 'json']);
    const drift = JSON.parse(stdout);
    const one = ['score', 'china', 'russia', '--from', '2025', '--to', '2025', '-f', 'json'];
    const { alignment } = JSON.parse((await align(one)).stdout);
    expect(drift.after).toMatchObject({ value: alignment.value, low: alignment.low });
    const csv = await align(['drift', 'china', 'russia', ...periods, '-f', 'csv']);
    const rows: Record<string, string>[] = parse(csv.stdout, { columns: true });
    const sum = rows.reduce(
      (all, row) => all + Number(row['agenda']) + Number(row['behaviour']),
      0,
    );
    expect(sum).toBeCloseTo(drift.change, 12);
  });

  it.each([
    [['usa', 'uk'], 2, /name both\n.*--before 2016\.\.2020 --after 2021\.\.2025/],
    [['usa', 'uk', '--before', '2020', '--after', '2019'], 2, /overlap, or the later one/],
    [['usa', 'uk', '--before', '2020..2016', '--after', '2021'], 2, /ends before it begins/],
    [['usa', 'uk', '--before', '2016..2017..2018', '--after', '2021'], 2, /is no period/],
    [['usa', 'uk', '--before', 'soon', '--after', '2021'], 2, /"soon" is no date/],
    [['usa', 'uk', ...periods, '-m', 'kappa'], 2, /kappa does not decompose/],
    [['usa', 'uk', ...periods, '--from', '2020'], 2, /unknown option '--from'/],
    [['usa', 'uk', '--before', '1950', '--after', '2025'], 4, /joint issue/],
    [['usa', ...periods], 2, /of two countries\n.*--for/],
    [['usa', 'uk', ...periods, '--for', 'china'], 2, /are for who moved/],
    [['usa', 'uk', ...periods, '--quiet-if-none'], 2, /are for who moved/],
    [['usa', 'uk', ...periods, '--min-effect', '0.1'], 2, /are for who moved/],
    [['--before', '2024'], 2, /name both/],
    [[...periods, '--min-effect', '2'], 2, /"2" is no number from 0 to 1/],
    [[...periods, '-m', 'kappa'], 2, /who moved does not hang on --measure/],
    [[...periods, '--convention', 'voeten'], 2, /does not hang on --convention/],
    [[...periods, '--weigh-by', 'topic'], 2, /does not hang on --weigh-by/],
    [[...periods, '--cluster', 'topic'], 2, /does not hang on --cluster/],
    [[...periods, '--for', 'chian'], 2, /did you mean China/],
    [['--before', '1950', '--after', '2025'], 4, /no dyad has 50 joint votes/],
  ] as const)('%j is refused', async (args, code, message) => {
    const { stdout, stderr, exitCode } = await align(['drift', ...args]);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: code });
    expect(stderr).toMatch(message);
  });
});

describe('align drift without countries', () => {
  const twoPeriods = ['drift', '--before', '2013..2019', '--after', '2020..2025'];

  it('lists dyads that moved with what it takes to be listed, in any window', async () => {
    for (const columns of [60, 80, 160]) {
      const env = { COLUMNS: String(columns) };
      const { stdout, stderr, exitCode } = await align(twoPeriods, { env });
      expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
      expect(stdout).toMatch(/^Who moved/);
      expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(/more dyads moved: at most three a country/);
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
    }
  });

  it('says in every format what `drift` says of the dyad', async () => {
    const { dyads } = JSON.parse((await align([...twoPeriods, '-f', 'json'])).stdout);
    const [{ a, b, series, before, after, difference, se, lower }] = dyads;
    const one = await align(['drift', a, b, ...twoPeriods.slice(1), '-f', 'json']);
    expect(JSON.parse(one.stdout).sameTexts).toMatchObject({
      series,
      before,
      after,
      difference,
      se,
    });
    expect(lower).toBeCloseTo(Math.abs(difference) - 1.959964 * se, 12);
    const csv = await align([...twoPeriods, '-f', 'csv']);
    const rows: Record<string, string>[] = parse(csv.stdout, { columns: true });
    expect(rows.map((row) => [row['country_a'], row['country_b'], Number(row['lower'])])).toEqual(
      dyads.map((dyad: (typeof rows)[number]) => [dyad['a'], dyad['b'], dyad['lower']]),
    );
    const markdown = (await align([...twoPeriods, '-f', 'markdown'])).stdout;
    expect(markdown.split('\n').filter((line) => line.includes(' – '))).toHaveLength(dyads.length);
  });

  it('of one country has only its own', async () => {
    const { stdout } = await align([...twoPeriods, '--for', 'china', '-f', 'json']);
    const { country, dyads, tested } = JSON.parse(stdout);
    expect(country).toEqual({ code: 'CHN', name: 'China' });
    expect(tested).toBeLessThan(100);
    expect(dyads.length).toBeGreaterThan(0);
    for (const { a, b } of dyads) expect([a, b]).toContain('CHN');
  });

  it.each(['table', 'markdown', 'csv', 'json'])(
    'says in %s that nothing moved, or is empty with --quiet-if-none',
    async (format) => {
      const nothing = [...twoPeriods, '--min-effect', '0.9', '-f', format];
      const said = await align(nothing);
      expect(said.exitCode).toBe(0);
      if (format === 'json') expect(JSON.parse(said.stdout)).toMatchObject({ moved: 0, dyads: [] });
      else if (format === 'csv') expect(said.stdout.trim().split('\n')).toHaveLength(1);
      else expect(said.stdout).toContain('Nothing moved: none of');
      const quiet = await align([...nothing, '--quiet-if-none']);
      expect(quiet).toMatchObject({ stdout: '', stderr: '', exitCode: 0 });
      const moved = [...twoPeriods, '-f', format];
      expect((await align([...moved, '--quiet-if-none'])).stdout.length).toBeGreaterThan(500);
    },
  );
});
