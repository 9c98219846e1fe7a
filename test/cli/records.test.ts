import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { align } from './align.ts';

const scratch = mkdtempSync(join(tmpdir(), 'align-records-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const run = (...args: string[]) => align(args, { cwd: scratch, env: { ALIGN_CACHE: 'off' } });

const countries = {
  USA: 'usa',
  RUS: 'ussr',
  CHN: 'prc',
  FRA: 'france',
  YAR: 'yemen arab republic',
};
/** Votes by country and bill; Yemen votes once. */
const votes: readonly (readonly [bill: string, day: string, votes: string])[] = [
  ['b1', '1970-01-01', 'NYYAY'],
  ['b2', '1970-02-01', 'NYYN '],
  ['b3', '1971-01-01', 'YYNY '],
  ['b4', '1971-02-01', 'YYYX '],
  ['b5', '1971-03-01', 'NYYN '],
  ['b6', '1971-04-01', 'NNYN '],
];

function csvRows(text: string): Record<string, string>[] {
  return parse(text, { columns: true }) as Record<string, string>[];
}

beforeAll(async () => {
  const rows = votes.flatMap(([bill, day, cast]) =>
    Object.values(countries).flatMap((country, i) =>
      cast[i] === ' ' ? [] : [`${bill},${bill},${day},${country},${cast[i]}`],
    ),
  );
  writeFileSync(
    join(scratch, 'votes.csv'),
    ['undl_id,resolution,date,ms_code,ms_vote', ...rows, ''].join('\n'),
  );
  const { exitCode, stderr } = await run('import', 'votes.csv', '-o', 'house');
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
});

describe('align import', () => {
  it('writes a catalog that every command reads', async () => {
    expect(readdirSync(join(scratch, 'house')).sort()).toEqual(['catalog.yaml', 'house.csv']);
    const validated = await run('validate', 'house/catalog.yaml');
    expect(validated.exitCode).toBe(0);
    const scored = await run('score', 'usa', 'france', '-c', 'house', '-f', 'json');
    expect(JSON.parse(scored.stdout)).toMatchObject({
      coverage: { issues: 6, joint: 5 },
      alignment: { value: 0.9 },
    });
  });

  it('says what it read, what it left out and under which licence, as text or JSON', async () => {
    writeFileSync(
      join(scratch, 'odd.csv'),
      'issue,date,country,position\na,2020-01-01,Norway,yes\na,2020-01-01,Norway,yes\na,2020-01-01,Atlantis,no\na,2020-01-01,Peru,perhaps\n',
    );
    const refused = await run('import', 'table', 'odd.csv', '-o', 'odd');
    expect({ ...refused, stderr: '' }).toMatchObject({ exitCode: 3, stdout: '' });
    for (const part of ['line 4: Atlantis', 'line 5: "perhaps"', 'more than 2 %', '--lenient'])
      expect(refused.stderr).toContain(part);
    expect(readdirSync(scratch)).not.toContain('odd');
    const { stdout, exitCode } = await run('import', 'odd.csv', '-o', 'odd', '--lenient');
    expect(exitCode).toBe(0);
    for (const part of ['1 issue', 'repeat an earlier one: 1', 'line 4: Atlantis', '"perhaps"'])
      expect(stdout).toContain(part);
    const json = await run('import', 'odd.csv', '-o', 'odd', '--lenient', '-f', 'json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      schema: 'align/import@1',
      rows: 4,
      votes: 1,
      countries: 1,
    });
  });

  it('never replaces an earlier import by one that lacks something of it, unless told to', async () => {
    const header = 'issue,date,country,position\n';
    const rows = ['a,2020-01-01,Norway,yes', 'a,2020-01-01,Peru,no', 'b,2020-02-01,Norway,no'];
    writeFileSync(join(scratch, 'more.csv'), `${header}${rows.join('\n')}\n`);
    writeFileSync(join(scratch, 'less.csv'), `${header}${rows[0]}\n`);
    expect((await run('import', 'more.csv', '-o', 'grown')).exitCode).toBe(0);
    const { exitCode, stderr } = await run('import', 'less.csv', '-o', 'grown');
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/lacks: PER, b\n.*--replace/);
    expect(readFileSync(join(scratch, 'grown/catalog.yaml'), 'utf8')).toContain('PER');
    expect((await run('import', 'less.csv', '-o', 'grown', '--replace')).exitCode).toBe(0);
    expect(readFileSync(join(scratch, 'grown/catalog.yaml'), 'utf8')).not.toContain('PER');
  });

  it.each([
    [['import', 'votes.csv', '-o', 'x', '--codes', 'maybe=yes,x=perhaps'], 2, /voeten/],
    [['import', 'table', 'votes.csv'], 2, /-o/],
    [['import', 'tabel', 'votes.csv', '-o', 'x'], 2, /table/],
    [['import', 'table', 'votes.csv', '-o', 'x', '--issue', 'bill'], 3, /--issue/],
    [['import', 'voeten', 'votes.csv', '-o', 'x'], 3, /rcid/],
    [['import', 'voeten', 'missing.csv', '-o', 'x'], 3, /does not exist/],
    [['import', 'table', 'votes.csv', '-o', '.'], 3, /something else/],
    [['import', 'table', 'votes.csv', '-o', 'deep/er'], 3, /no directory/],
    [['import', 'table', 'votes.csv', '-o', 'x', '--scale', 'one'], 2, /scale/],
  ])('%j ends with exit code %i and a message', async (args, code, message) => {
    const { exitCode, stderr, stdout } = await run(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: code, stdout: '' });
    expect(stderr).toMatch(message);
    expect(readdirSync(scratch)).not.toContain('x');
  });
});

describe('align matrix', () => {
  it('writes a row per dyad, sorted, at full precision', async () => {
    const { stdout } = await run('matrix', '-c', 'house', '-f', 'csv');
    const rows = csvRows(stdout);
    expect(rows.map(({ country_a, country_b }) => `${country_a} ${country_b}`)).toEqual([
      'CHN FRA',
      'CHN RUS',
      'CHN USA',
      'CHN YAR',
      'FRA RUS',
      'FRA USA',
      'FRA YAR',
      'RUS USA',
      'RUS YAR',
      'USA YAR',
    ]);
    // Five joint votes; France and the United States differ by half a step on the first.
    expect(rows[5]).toMatchObject({ n: '5', agreement: '0.9', identical: '0.8', s: '0.8' });
    // Yemen voted once, on b1: nothing varies between it and China.
    expect(rows[3]).toMatchObject({ n: '1', agreement: '1', kappa: '', pi: '' });
  });

  it('names the reason for what is undefined in JSON', async () => {
    const { stdout } = await run('matrix', 'china', 'yar', '-c', 'house', '-f', 'json');
    const result = JSON.parse(stdout) as { schema: string; dyads: unknown[]; provenance: unknown };
    expect(result.schema).toBe('align/matrix@1');
    expect(result.dyads).toEqual([
      expect.objectContaining({
        a: 'CHN',
        b: 'YAR',
        n: 1,
        value: 1,
        kappa: null,
        reason: expect.any(String) as string,
      }),
    ]);
    expect(result.provenance).toMatchObject({ catalogs: [{ id: 'house' }] });
  });

  it('by year, and as a square', async () => {
    const byYear = csvRows(
      (await run('matrix', 'usa', 'france', '-c', 'house', '--by', 'year', '-f', 'csv')).stdout,
    );
    expect(byYear.map(({ period, n, agreement }) => [period, n, agreement])).toEqual([
      ['1970', '2', '0.75'],
      ['1971', '3', '1'],
    ]);
    const { stdout } = await run(
      'matrix',
      'usa',
      'france',
      'russia',
      '-c',
      'house',
      '-f',
      'csv',
      '--wide',
    );
    expect(stdout).toBe('country,FRA,RUS,USA\r\nFRA,,0.5,0.9\r\nRUS,0.5,,0.5\r\nUSA,0.9,0.5,\r\n');
  });

  it('agrees with align score, under absence rules, conventions and filters', async () => {
    for (const extra of [
      [],
      ['--absent', 'half'],
      ['--absent', 'disagree'],
      ['-m', 'kappa'],
      ['--convention', 'state-2013'],
      ['--no-unanimous'],
      ['--from', '1971'],
      ['-t', 'other'],
    ]) {
      const { stdout } = await run('matrix', '-c', 'house', '-f', 'json', ...extra);
      const { dyads } = JSON.parse(stdout) as {
        dyads: { a: string; b: string; n: number; value: number | null }[];
      };
      for (const { a, b, n, value } of dyads.filter(({ a: x, b: y }) =>
        ['CHN YAR', 'FRA USA'].includes(`${x} ${y}`),
      )) {
        const { stdout: text } = await run('score', a, b, '-c', 'house', '-f', 'json', ...extra);
        const score = JSON.parse(text) as {
          coverage: { joint: number };
          alignment: { value: number | null };
        };
        expect({ extra, a, b, n: score.coverage.joint }).toEqual({ extra, a, b, n });
        if (value === null) expect(score.alignment.value).toBeNull();
        else expect(score.alignment.value).toBeCloseTo(value, 12);
      }
    }
  }, 120_000);

  it('mixes catalogs and records', async () => {
    const { stdout } = await run(
      'matrix',
      'usa',
      'france',
      '-c',
      'house',
      'eurasia-2020',
      '-f',
      'json',
    );
    const alone = await run('matrix', 'usa', 'france', '-c', 'eurasia-2020', '-f', 'json');
    const n = (text: string) => (JSON.parse(text) as { dyads: { n: number }[] }).dyads[0]!.n;
    expect(n(stdout)).toBe(n(alone.stdout) + 5);
  });

  it('scores a historic state on the column of the state that continued it', async () => {
    const { stdout } = await run('matrix', 'ussr', 'usa', '-c', 'house', '-f', 'csv');
    expect(csvRows(stdout)).toEqual([expect.objectContaining({ country_a: 'SUN', n: '6' })]);
  });

  it('says whom it knows nothing of', async () => {
    const { stderr, stdout } = await run(
      'matrix',
      'usa',
      'norway',
      'france',
      '-c',
      'house',
      '-f',
      'csv',
    );
    expect(stderr).toBe('align: no position in this selection: Norway\n');
    expect(csvRows(stdout)).toHaveLength(1);
  });

  it('draws a table in plain text when piped', async () => {
    const { stdout } = await run('matrix', '-c', 'house');
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain('5 countries · 10 dyads · 6 issues');
    expect(stdout).toMatch(/United States .*0\.90/);
  });

  it('writes to a file in one move, and leaves none behind on failure', async () => {
    const { stdout, exitCode } = await run('matrix', '-c', 'house', '-o', 'dyads.csv');
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 0 });
    expect(csvRows(readFileSync(join(scratch, 'dyads.csv'), 'utf8'))).toHaveLength(10);
    expect(readdirSync(scratch).filter((name) => name.includes('partial'))).toEqual([]);
    expect((await run('matrix', '-c', 'house', '-o', 'no/where.csv')).exitCode).toBe(3);
  });

  it.each([
    [['matrix', 'atlantis', '-c', 'house'], 2],
    [['matrix', '-c', 'house', '--wide'], 2],
    [['matrix', '-c', 'house', '--by', 'month', '-f', 'csv'], 2],
    [['matrix', '-c', 'house', '-t', 'trade'], 2],
    [['matrix', '-c', 'house', '--from', '1990'], 4],
    [['matrix', 'norway', 'peru', '-c', 'house'], 4],
  ])('%j ends with exit code %i', async (args, code) => {
    expect((await run(...args)).exitCode).toBe(code);
  });

  it('reports a roll-call file that is damaged, with its place', async () => {
    await run('import', 'votes.csv', '-o', 'broken');
    const file = join(scratch, 'broken', 'broken.csv');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/Y,N/, 'Y,?'));
    const { exitCode, stderr } = await run('matrix', '-c', 'broken');
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/broken\.csv:\d+:\d+: error: "\?" of [A-Z]{3} is no vote/);
  });
});

describe('align rank', () => {
  it('orders countries by nearness, with evidence, and says who is left out', async () => {
    const { stdout } = await run('rank', 'usa', '-c', 'house', '-f', 'json');
    const result = JSON.parse(stdout) as {
      ranked: { code: string; n: number; value: number; low: number; high: number }[];
      leftOut: { code: string; n: number }[];
    };
    expect(result.ranked.map(({ code, n, value }) => [code, n, value])).toEqual([
      ['FRA', 5, 0.9],
      ['RUS', 6, 0.5],
      ['CHN', 6, expect.closeTo(1 / 6, 12)],
    ]);
    expect(result.leftOut).toEqual([
      { code: 'YAR', name: 'North Yemen', n: 1, reason: 'too few joint issues' },
    ]);
    for (const { low, high, value } of result.ranked) {
      expect(low).toBeLessThanOrEqual(value);
      expect(high).toBeGreaterThanOrEqual(value);
    }
  });

  it('orders by the bound of the interval, in the table too, and says so', async () => {
    const json = ['-c', 'house', '-f', 'json', '--min-joint', '1', '--order'];
    const ask = async (order: string) =>
      JSON.parse((await run('rank', 'usa', ...json, order)).stdout) as {
        period: { from: string; to: string };
        ranked: { code: string; value: number; low: number | null }[];
      };
    const [byValue, byBound] = [await ask('value'), await ask('lower')];
    expect(byValue.ranked.map(({ value }) => value)).toEqual(
      byValue.ranked.map(({ value }) => value).toSorted((x, y) => y - x),
    );
    const bounds = byBound.ranked.map(({ low }) => low ?? -Infinity);
    expect(bounds).toEqual(bounds.toSorted((x, y) => y - x));
    // A single issue has no interval.
    expect(byBound.ranked.at(-1)).toMatchObject({ code: 'YAR', low: null });
    expect(byBound.period).toEqual(byValue.period);
    const table = await run('rank', 'usa', '-c', 'house', '--order', 'lower', '--top', '1');
    expect(table.stdout).toContain('by the lower end of the interval');
    expect(table.stdout).toMatch(/Nearest[^]+ 1 {2}France[^]+Farthest[^]+ 3 {2}China/);
    const plain = await run('rank', 'usa', '-c', 'house');
    expect(plain.stdout).not.toContain('of the interval');
  });

  it('says the period of the joint evidence of all rows', async () => {
    const ask = async (...more: string[]) => {
      const { stdout } = await run('rank', 'china', '-f', 'json', ...more);
      return (JSON.parse(stdout) as { period: { from: string; to: string } }).period;
    };
    const score = JSON.parse(
      (await run('score', 'china', 'usa', '-c', 'house', '-f', 'json')).stdout,
    );
    const { from, to } = await ask('-c', 'house', '--min-joint', '1');
    const own = (score as { period: { from: string; to: string } }).period;
    expect(from <= own.from && own.to <= to).toBe(true);
    expect(await ask('--from', '2015', '--to', '2019')).toEqual({
      from: expect.stringMatching(/^2015/),
      to: expect.stringMatching(/^2019/),
    });
  });

  it('turns the order round for a divergence', async () => {
    const { stdout } = await run('rank', 'usa', '-c', 'house', '-m', 'divergence', '-f', 'csv');
    expect(csvRows(stdout).map(({ partner, value }) => [partner, Number(value)])).toEqual([
      ['FRA', expect.closeTo(0.1, 12) as number],
      ['RUS', 0.5],
      ['CHN', expect.closeTo(5 / 6, 12) as number],
    ]);
  });

  it('by the convention cosine has the values of score, votes that only one of two cast included', async () => {
    const args = ['-c', 'house', '--convention', 'cosine', '-f', 'json'];
    const { stdout } = await run('rank', 'usa', ...args, '--min-joint', '1');
    const { ranked } = JSON.parse(stdout) as {
      ranked: { code: string; n: number; value: number }[];
    };
    expect(ranked.length).toBeGreaterThan(3);
    for (const { code, n, value } of ranked) {
      const { alignment } = JSON.parse((await run('score', 'usa', code, ...args)).stdout) as {
        alignment: { value: number; n: number };
      };
      expect([code, n, value]).toEqual([code, alignment.n, expect.closeTo(alignment.value, 12)]);
    }
  });

  it('reads the same from a bloc as from a country', async () => {
    const { stdout, exitCode } = await run('rank', 'sco', '--top', '2');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Farthest');
  });

  it('ends with exit code 4 where nobody has enough joint issues', async () => {
    const { exitCode, stderr } = await run('rank', 'usa', '-c', 'house', '--min-joint', '50');
    expect(exitCode).toBe(4);
    expect(stderr).toContain('the most is 6');
  });
});
