import { symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { EventSource } from '../../src/catalog/model.ts';
import { UserError } from '../../src/errors.ts';
import { openDuckDb } from '../../src/events/duckdb.ts';
import { loadDuckDb } from '../../src/events/load-duckdb.ts';
import { openLibrary, quietWorld } from '../../src/question/open-library.ts';
import { csvOf, duckDb, folder, plainTable, sample, summed } from './sample.ts';

const years = { asked: { by: 'year' as const }, sides: [['USA'], ['RUS']] };

async function gather(file: string, request = years as Parameters<typeof ask>[1]) {
  return ask(file, request);
}

async function ask(
  file: string,
  request: Parameters<Awaited<ReturnType<typeof openLibrary>>['sums']>[0],
) {
  const warnings: string[] = [];
  const library = await openLibrary([file], { ...quietWorld, warn: (w) => warnings.push(w) });
  const [sums] = await library.sums(request);
  return { sums: sums!, warnings };
}

async function refusal(promise: Promise<unknown>): Promise<UserError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).exitCode).toBe(3);
  return error as UserError;
}

const ofDyad = sample.filter(
  ({ source, target }) =>
    [source, target].every((code) => ['USA', 'RUS'].includes(code)) && source !== target,
);

it('adds up by actor, target and year', async () => {
  const at = folder();
  at('events.csv', csvOf(sample));
  const { sums, warnings } = await gather(at('c.yaml', summed(`from: events.csv, ${plainTable}`)));
  expect(warnings).toEqual([]);
  expect(sums.sums.reduce((n, each) => n + each.n, 0)).toBe(ofDyad.length);
  expect(ofDyad.length).toBeGreaterThan(20);
  const own = ofDyad.filter(({ source, day }) => source === 'USA' && day.startsWith('2018'));
  expect(sums.sums.find(({ actor, period }) => actor === 'USA' && period === '2018')?.n).toBe(
    own.length,
  );
  expect(sums.totals).toEqual(
    ['2018', '2019', '2020', '2021'].map((period) => ({
      period,
      n: sample.filter(({ day }) => day.startsWith(period)).length,
    })),
  );
  expect(sums.origin).toEqual({
    id: 'ev',
    catalog: 'c',
    engine: 'duckdb',
    version: '1.5.6',
    from: ['events.csv'],
    rows: sample.length,
  });
});

it('gives the same sums of CSV, tabs, gzip and Parquet, with weights and by code', async () => {
  const at = folder();
  const csv = at('plain/events.csv', csvOf(sample));
  at('tabs/events.tsv', csvOf(sample, '\t'));
  at('zipped/events.csv.gz', gzipSync(csvOf(sample)));
  at('parts/a.csv', csvOf(sample.slice(0, 100)));
  at('parts/b.csv', csvOf(sample.slice(100)));
  at('parquet/none');
  await duckDb(
    `COPY (SELECT day::DATE AS day, source, target, cameo, goldstein::FLOAT AS goldstein FROM read_csv('${csv}', all_varchar = true)) TO '${at('parquet/events.parquet')}' (FORMAT parquet)`,
  );
  await duckDb(
    `COPY (SELECT CAST(strftime(day::DATE, '%Y%m%d') AS INTEGER) AS day, source, target, cameo, goldstein::DECIMAL(4, 1) AS goldstein FROM read_csv('${csv}', all_varchar = true)) TO '${at('parquet/numbers.parquet')}' (FORMAT parquet)`,
  );
  const byCode = plainTable.replace(', goldstein: goldstein', '');
  const answers: unknown[] = [];
  for (const [i, source] of [
    `from: plain/events.csv, ${plainTable}`,
    `from: plain/events.csv, ${byCode}`,
    `from: tabs/events.tsv, ${plainTable}`,
    `from: zipped/events.csv.gz, ${plainTable}`,
    `from: 'parts/*.csv', ${plainTable}`,
    `from: parquet/events.parquet, ${plainTable}`,
    `from: parquet/events.parquet, ${byCode}`,
    `from: parquet/numbers.parquet, ${plainTable}`,
  ].entries()) {
    const file = at(`c${i}.yaml`, summed(source));
    for (const asked of [{ by: 'month', roots: true }, { by: 'year' }] as const) {
      const { sums } = await gather(file, { asked, sides: [['USA'], ['CHN', 'RUS']] });
      answers.push([asked.by, sums.sums, sums.totals]);
    }
  }
  const [months, inYears, ...others] = answers;
  expect((months as unknown[][])[1]!.length).toBeGreaterThan(30);
  others.forEach((other, i) => expect(other).toEqual(i % 2 === 0 ? months : inYears));
});

it('asks for all dyads, and for one country with all', async () => {
  const at = folder();
  at('events.csv', csvOf(sample));
  const file = at('c.yaml', summed(`from: events.csv, ${plainTable}`));
  const all = await gather(file, { asked: { by: 'year' }, sides: [] });
  expect(all.sums.sums.reduce((n, each) => n + each.n, 0)).toBe(sample.length);
  const one = await gather(file, { asked: { by: 'year' }, sides: [['IND']] });
  expect(one.sums.sums.reduce((n, each) => n + each.n, 0)).toBe(
    sample.filter(({ source, target }) => source === 'IND' || target === 'IND').length,
  );
  const [first] = sample;
  const day = { from: first!.day, to: first!.day };
  const some = await gather(file, { asked: { by: 'year' }, sides: [], ...day });
  expect(some.sums.sums.reduce((n, each) => n + each.n, 0)).toBe(
    sample.filter((each) => each.day === first!.day).length,
  );
});

it('reads the tables of GDELT, ICEWS and POLECAT as their codebooks have them', async () => {
  const at = folder();
  const gdelt = (columns: number, code: string, weight: string) => {
    const row = Array.from({ length: columns }, () => '');
    row[1] = '20200103';
    row[7] = 'USA';
    row[17] = 'ROM';
    row[26] = code;
    row[30] = weight;
    return `${row.join('\t')}\n`;
  };
  at('one.export.CSV', gdelt(57, '042', '1.9') + gdelt(57, '190', '-10.0'));
  at('two.export.CSV', gdelt(61, '"5', '3.5'));
  at(
    'icews.tab',
    'Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\n' +
      '1\t2020-01-03\tA\t\tUnited States\tx\t042\t1.9\tB\t\tRomania\n',
  );
  at(
    'polecat.txt',
    'Event ID\tEvent Date\tEvent Type\tIntensity\tActor Country\tRecipient Country\n' +
      '1\t2020-01-03\tCONSULT\t2.5\tUSA\tROU\n2\t2020-01-03\tCONSULT\t2.5\tUSA\tNone\n',
  );
  const sides = [['USA'], ['ROU']];
  const read = async (source: string) => {
    const { sums, warnings } = await gather(at('c.yaml', summed(source)), {
      asked: { by: 'month', roots: true },
      sides,
    });
    expect(warnings).toEqual([]);
    return sums.sums.map(({ root, n, positive, negative }) => [root, n, positive, negative]);
  };
  expect(await read('from: one.export.CSV, layout: gdelt1')).toEqual([
    ['04', 1, 1900, 0],
    ['19', 1, 0, 10_000],
  ]);
  expect(await read('from: two.export.CSV, layout: gdelt2')).toEqual([[undefined, 1, 3500, 0]]);
  expect(await read('from: icews.tab, layout: icews')).toEqual([['04', 1, 1900, 0]]);
  expect(await read('from: polecat.txt, layout: polecat')).toEqual([[undefined, 1, 2500, 0]]);
});

it('counts and reports codes that nobody knows, and days and weights that cannot be read', async () => {
  const at = folder();
  at(
    'events.csv',
    'day,source,target,cameo,goldstein\n2020-01-01,USA,RUS,042,1.9\n2020-01-01,USA,QQQ,042,1.9\n' +
      '2020-01-01,QQQ,USA,042,1.9\n2020-01-01,WWW,USA,042,1.9\n2020-01-01,USA,HKG,042,1.9\n' +
      'soon,USA,RUS,042,1.9\n2020-01-01,USA,RUS,042,much\n2020-01-01,USA,RUS,042,99\n',
  );
  const { sums, warnings } = await gather(at('c.yaml', summed(`from: events.csv, ${plainTable}`)));
  expect(sums.unknown).toEqual([
    { code: 'QQQ', n: 2 },
    { code: 'WWW', n: 1 },
  ]);
  expect(sums.sums.map(({ n }) => n)).toEqual([1]);
  expect(warnings).toEqual([
    'warning: Sample: 3 interactions with countries that nobody knows are left out: "QQQ" (2), "WWW" (1)',
    'warning: Sample: 1 event without a day left out',
    'warning: Sample: 2 interactions without a weight left out',
  ]);
});

it('means the states of then', async () => {
  const at = folder();
  at(
    'events.csv',
    'day,source,target,cameo,goldstein\n1980-01-01,USA,RUS,042,1.9\n2000-01-01,USA,RUS,042,1.9\n',
  );
  const file = at('c.yaml', summed(`from: events.csv, ${plainTable}`));
  const periods = async (code: string) => {
    const { sums } = await gather(file, { asked: { by: 'year' }, sides: [['USA'], [code]] });
    return sums.sums.map(({ period }) => period);
  };
  expect(await periods('RUS')).toEqual(['2000']);
  expect(await periods('SUN')).toEqual(['1980']);
});

it('finds codes however they are spelt', async () => {
  const at = folder();
  at('events.csv', 'day,source,target,cameo,goldstein\n2020-01-01,usa, rus,042,1.9\n');
  const { sums } = await gather(at('c.yaml', summed(`from: events.csv, ${plainTable}`)));
  expect(sums.sums.map(({ actor, target, n }) => [actor, target, n])).toEqual([['USA', 'RUS', 1]]);
});

describe('faults', () => {
  const base = 'day,source,target,cameo,goldstein\n2020-01-01,USA,RUS,042,1.9\n';
  const source = (from: string, rest: Partial<EventSource> = {}): EventSource => ({
    id: 'ev',
    title: 'Sample',
    engine: 'duckdb',
    from,
    folder: '/nowhere',
    layout: 'table',
    columns: {},
    sources: [],
    ...rest,
  });

  it('says what to install where DuckDB is not', async () => {
    const missing = async () => {
      throw Object.assign(new Error("Cannot find package '@duckdb/node-api' imported from x"), {
        code: 'ERR_MODULE_NOT_FOUND',
      });
    };
    const error = await refusal(openDuckDb(source('a.csv'), () => loadDuckDb(missing)));
    expect(error.message).toBe('events in files need DuckDB, which is not installed');
    expect(error.hint).toContain('npm install @duckdb/node-api');
    const broken = async () => {
      throw new Error('wrong glibc');
    };
    const other = await refusal(openDuckDb(source('a.csv'), () => loadDuckDb(broken)));
    expect(other.message).toContain('wrong glibc');
  });

  it.each([
    ['no file', {}, 'from: none.csv', 'no file of the events of ev'],
    [
      'a missing column',
      { 'e.csv': base.replace('goldstein', 'x') },
      'from: e.csv',
      'no column "goldstein"',
    ],
    ['an empty file', { 'e.csv': '' }, 'from: e.csv', 'cannot be read|no column'],
    [
      'no day',
      { 'e.csv': base.replace('2020-01-01', 'soon') },
      'from: e.csv',
      '"day" of ev holds no day',
    ],
    [
      'no weight',
      { 'e.csv': base.replace('1.9', 'x') },
      'from: e.csv',
      '"goldstein" of ev holds no weight',
    ],
    [
      'rows of other widths',
      { 'e.csv': `${base}1,2,3,4,5,6,7\n` },
      'from: e.csv',
      'cannot be read|no column',
    ],
    ['no Parquet', { 'e.parquet': base }, 'from: e.parquet', 'cannot be read'],
  ])('%s', async (_, files, from, message) => {
    const at = folder();
    for (const [name, content] of Object.entries(files)) at(name, content);
    const error = await refusal(gather(at('c.yaml', summed(`${from}, ${plainTable}`))));
    expect(error.message).toMatch(new RegExp(message));
  });

  it('refuses columns of other types', async () => {
    const at = folder();
    at('none', '');
    await duckDb(
      `COPY (SELECT [1] AS day, 'USA' AS source, 'RUS' AS target, 42 AS cameo) TO '${at('e.parquet')}' (FORMAT parquet)`,
    );
    const byCode = plainTable.replace(', goldstein: goldstein', '');
    const error = await refusal(gather(at('c.yaml', summed(`from: e.parquet, ${byCode}`))));
    expect(error.message).toContain('should hold');
    expect(error.message).toContain('is of type');
  });

  it('reads nothing that a link has elsewhere', async () => {
    const outside = folder();
    const target = outside('e.csv', base);
    const at = folder();
    const file = at('c.yaml', summed(`from: e.csv, ${plainTable}`));
    symlinkSync(target, at('e.csv'));
    expect((await refusal(gather(file))).message).toContain('outside the folder of its catalog');
  });

  it('stops when it is told to', async () => {
    const at = folder();
    at('e.csv', base);
    const table = await openDuckDb(source('e.csv', { folder: dirname(at('e.csv')) }));
    const stop = new AbortController();
    const running = table.query(
      () => ({
        sql: 'SELECT count(*) FROM range(1000000000) a, range(1000) b WHERE a.range + b.range = 7',
        parameters: {},
      }),
      { signal: stop.signal },
    );
    setTimeout(() => stop.abort(new Error('enough')), 100);
    await expect(running).rejects.toThrow('enough');
    await table.close();
  });

  it('takes hostile names as names', async () => {
    const at = folder();
    const column = `day"; DROP TABLE x; --'`;
    const file = `a'; DROP [1]* "é.csv`;
    at(
      file,
      csvOf(sample, ',', [
        `"${column.replaceAll('"', '""')}"`,
        'source',
        'target',
        'cameo',
        'goldstein',
      ]),
    );
    const yaml = summed(
      `from: ${JSON.stringify(file)}, ${plainTable.replace('date: day', `date: ${JSON.stringify(column)}`)}`,
    );
    const { sums } = await gather(at('c.yaml', yaml));
    expect(sums.sums.reduce((n, each) => n + each.n, 0)).toBe(ofDyad.length);
    expect(sums.origin.from).toEqual([file]);
    const hostile = await gather(at('d.yaml', yaml), {
      asked: { by: 'year' },
      sides: [["USA' OR 1=1 --"], ['RUS']],
    });
    expect(hostile.sums.sums).toEqual([]);
  });

  it('reads no other file, whatever a column is called', async () => {
    const at = folder();
    at('e.csv', base);
    const table = await openDuckDb(source('e.csv', { folder: dirname(at('e.csv')) }));
    await refusal(
      table.query(() => ({ sql: `SELECT * FROM read_csv('/etc/passwd')`, parameters: {} })),
    );
    await refusal(table.query(() => ({ sql: 'INSTALL httpfs', parameters: {} })));
    await table.close();
  });
});
