import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openClickHouse } from '../../src/events/clickhouse.ts';
import { type Row, type Statement } from '../../src/events/engine.ts';
import { gatherSums, type SumsRequest } from '../../src/events/gather-sums.ts';
import type { SumsAsked } from '../../src/evidence/event-sums.ts';
import { testAtlas } from '../countries/atlas.ts';
import { catalogOf, sourceOf } from './catalog-of-events.ts';
import {
  type ClickHouseServers,
  fill,
  startServers,
  users,
  withoutClickHouse,
} from './clickhouse-servers.ts';
import { generatedEvents, hostileNames, tabEscaped, tabSeparated } from './generated.ts';
import { sumsOfEvents } from './sums-of-events.ts';

const events = generatedEvents(100_000);

/** A line for each of some objects, as thousands of them compare in no time. */
function lines(objects: readonly object[] = []): string {
  return objects.map((object) => JSON.stringify(Object.entries(object).sort())).join('\n');
}

describe.skipIf(withoutClickHouse)('events in ClickHouse', () => {
  let servers: ClickHouseServers;
  beforeAll(async () => {
    servers = await startServers();
    await fill(servers, tabSeparated(events));
  });
  afterAll(() => servers?.stop());

  const from = (table: string, database = 'events') =>
    `http://${servers.first.host}/${encodeURIComponent(database)}/${encodeURIComponent(table)}`;
  const open = (table: string, access = {}) => openClickHouse(from(table), access);
  const selecting =
    (sql: (table: string) => string, parameters: Statement['parameters'] = {}) =>
    ({ table }: { table: string }): Statement => ({ sql: sql(table), parameters });

  const atlas = testAtlas();
  const dyad = [['USA'], ['CHN']];
  const cases: readonly { of: string; by: SumsAsked; sides: SumsRequest['sides'] }[] = [
    { of: 'all', by: { by: 'year' }, sides: [] },
    { of: 'one dyad', by: { by: 'year' }, sides: dyad },
    { of: 'one dyad', by: { by: 'month' }, sides: dyad },
    { of: 'one dyad', by: { by: 'month', roots: true }, sides: dyad },
    { of: 'one country', by: { by: 'month' }, sides: [['ROU']] },
    {
      of: 'a group and a country',
      by: { by: 'year', roots: true },
      sides: [['GBR', 'FRA', 'DEU'], ['TUR']],
    },
  ];

  it.each(cases)(
    'of $of by $by are the same from one node, from two shards and reckoned here',
    async ({ by, sides }) => {
      const request = { asked: by, from: '1995-02-11', to: '2021-10-03', sides };
      const expected = sumsOfEvents(events, request);
      expect(expected.sums.length).toBeGreaterThan(10);
      for (const table of ['whole', 'everywhere']) {
        const warnings: string[] = [];
        const [found, ...more] = await gatherSums(
          [catalogOf(sourceOf(from(table)))],
          atlas,
          new Map(),
          request,
          { env: {}, warn: (warning) => warnings.push(warning), note: () => {} },
        );
        expect(more).toEqual([]);
        expect(lines(found?.sums)).toBe(lines(expected.sums));
        expect(lines(found?.totals)).toBe(lines(expected.totals));
        expect(found?.origin).toMatchObject({
          version: '18.16.1',
          from: [`${servers.first.host}/events/${table}`],
        });
        expect(warnings.join('\n')).toContain('"QQQ"');
      }
    },
  );

  it('bind whatever a value holds', async () => {
    const { first } = servers;
    await first.run('CREATE TABLE events.hostile (n UInt32, name String) ENGINE = Memory');
    await first.run(
      'INSERT INTO events.hostile FORMAT TabSeparated',
      hostileNames.map((name, n) => `${n}\t${tabEscaped(name)}`).join('\n'),
    );
    const table = open('hostile');
    for (const [n, name] of hostileNames.entries()) {
      const one = await table.query(({ table: t, bound, identifier }) => ({
        sql: `SELECT n, name FROM ${t} WHERE ${identifier('name')} = ${bound('name')}`,
        parameters: { name },
      }));
      expect(one).toEqual([{ n, name }]);
      const others = await table.query(({ table: t, bound, isOneOf }) => ({
        sql: `SELECT n FROM ${t} WHERE ${isOneOf('name', 'names')} AND n < ${bound('most')} ORDER BY n`,
        parameters: { names: [name, 'nobody'], most: 100 },
      }));
      expect(others).toEqual([{ n }]);
    }
    const none = await table.query(({ table: t, isOneOf }) => ({
      sql: `SELECT n FROM ${t} WHERE ${isOneOf('name', 'names')}`,
      parameters: { names: [] },
    }));
    expect(none).toEqual([]);
    expect(await first.run('SELECT count() FROM events.whole')).toBe(`${events.length}\n`);
  });

  it('are found in tables and columns whatever these are called', async () => {
    const { first } = servers;
    const names = hostileNames.filter((name) => name !== '');
    for (const name of names) {
      const quoted = `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('\0', '\\0').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}\``;
      await first.run(`CREATE TABLE events.${quoted} (${quoted} String, n UInt8) ENGINE = Memory`);
      await first.run(`INSERT INTO events.${quoted} VALUES ('x', 7)`);
      const table = open(name);
      expect(await table.columns()).toEqual([
        { name, type: 'String', kind: 'text' },
        { name: 'n', type: 'UInt8', kind: 'whole' },
      ]);
      const [column] = await table.columns();
      if (!column) throw new Error('no column');
      const rows = await table.query(({ table: t, text, start }) => ({
        sql: `SELECT ${text(column)} AS a, ${start(text(column), 1)} AS b, n FROM ${t}`,
        parameters: {},
      }));
      expect(rows).toEqual([{ a: 'x', b: 'x', n: 7 }]);
    }
    expect(await first.run('SELECT count() FROM events.whole')).toBe(`${events.length}\n`);
  });

  describe('are read', () => {
    const value = async (type: string, literal: string, how: 'day' | 'thousandths' | 'text') => {
      const { first } = servers;
      await first.run('DROP TABLE IF EXISTS events.one');
      await first.run(`CREATE TABLE events.one (x ${type}) ENGINE = Memory`);
      await first.run(`INSERT INTO events.one SELECT ${literal}`);
      const table = open('one');
      const [column] = await table.columns();
      if (!column) throw new Error('no column');
      const [row] = await table.query(({ table: t, ...dialect }) => {
        const sql = dialect[how](column);
        return {
          sql: `SELECT ${typeof sql === 'string' ? sql : `if(${sql.is}, ${sql.number}, NULL)`} AS value FROM ${t}`,
          parameters: {},
        };
      });
      return row?.['value'];
    };

    it.each([
      ['Date', "'2001-02-03'", 20010203],
      ['DateTime', "'2001-02-03 23:59:59'", 20010203],
      ['Nullable(Date)', 'NULL', null],
      ['UInt32', '20010203', 20010203],
      ['Int64', '19480229', 19480229],
      ['Nullable(Int32)', 'NULL', null],
      ['UInt32', '20010432', null],
      ['UInt32', '20011301', null],
      ['UInt32', '20010100', null],
      ['UInt64', '18446744073709551615', null],
      ['Int32', '-20010203', null],
      ['String', "'2001-02-03'", 20010203],
      ['String', "'19480229'", 19480229],
      ['String', "'19470229'", null],
      ['String', "'19000229'", null],
      ['String', "'20000229'", 20000229],
      ['String', "'20010431'", null],
      ['String', "'2001-02-30'", null],
      ['String', "'2001-02-03 23:59:59'", 20010203],
      ['String', "'20010203 23:59'", null],
      ['String', "'2001-0203'", null],
      ['String', "'3.2.2001'", null],
      ['String', "''", null],
      ['Nullable(String)', 'NULL', null],
      ['FixedString(10)', "'20010203'", 20010203],
    ])('as a day: %s %s', async (type, literal, expected) => {
      expect(await value(type, literal, 'day')).toBe(expected);
    });

    it.each([
      ['Float32', '3.4', 3400],
      ['Float32', '-4.4', -4400],
      ['Float64', '0.0005', 1],
      ['Float64', '-0.0005', -1],
      ['Float64', '2.0025', 2003],
      ['Float64', '0.0004999', 0],
      ['Float64', 'nan', null],
      ['Float64', 'inf', null],
      ['Nullable(Float32)', 'NULL', null],
      ['Int8', '-7', -7000],
      ['String', "'-4.4'", -4400],
      ['String', "'+3.4'", 3400],
      ['String', "' 1.5e+0 '", 1500],
      ['String', "'3.4x'", null],
      ['String', "'nan'", null],
      ['String', "''", null],
      ['Nullable(String)', "'1.9'", 1900],
    ])('as a weight: %s %s', async (type, literal, expected) => {
      expect(await value(type, literal, 'thousandths')).toBe(expected);
    });

    it.each([
      ['String', "'USA'", 'USA'],
      ['String', "''", ''],
      ['Nullable(String)', 'NULL', null],
      ['FixedString(5)', "'USA'", 'USA'],
      ["Enum8('USA' = 1, '' = 2)", "'USA'", 'USA'],
      ['UInt16', '710', '710'],
      ['Nullable(FixedString(3))', 'NULL', null],
    ])('as text: %s %s', async (type, literal, expected) => {
      expect(await value(type, literal, 'text')).toBe(expected);
    });
  });

  it('divides whole numbers downwards', async () => {
    const rows = await open('whole').query(({ dividedBy }) => ({
      sql: `SELECT n, ${dividedBy('n', 10)} AS tenth FROM (SELECT number - 15 AS n FROM system.numbers LIMIT 31) ORDER BY n`,
      parameters: {},
    }));
    expect(rows).toEqual(
      Array.from({ length: 31 }, (_, i) => ({ n: i - 15, tenth: Math.floor((i - 15) / 10) })),
    );
  });

  it.each(['analyst', 'reader', 'careful'] as const)('are read by %s', async (name) => {
    const sql = (table: string) => `SELECT count() AS n FROM ${table}`;
    const rows: Iterable<Row> = await open('everywhere', users[name]).query(selecting(sql));
    expect(rows).toEqual([{ n: events.length }]);
  });

  it('are not written, whoever asks', async () => {
    for (const access of [users.analyst, users.careful, users.reader]) {
      const table = open('whole', access);
      await expect(
        table.query(() => ({
          sql: 'CREATE TABLE events.mine (n UInt8) ENGINE = Memory',
          parameters: {},
        })),
      ).rejects.toThrow(/readonly|Syntax error/);
    }
    expect(await servers.first.run('EXISTS events.mine')).toBe('0\n');
  });
});
