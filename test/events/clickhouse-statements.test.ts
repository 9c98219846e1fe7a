import { assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bind, placeholder } from '../../src/events/clickhouse/bind.ts';
import { dialectOf, kindOf, quoted } from '../../src/events/clickhouse/dialect.ts';
import { settingsToSend } from '../../src/events/clickhouse/settings.ts';
import { hostileNames } from './generated.ts';

describe('values in statements for ClickHouse', () => {
  it('are hexadecimal, whatever they hold', () => {
    assert(
      property(oneof(string({ unit: 'binary' }), constantFrom(...hostileNames)), (text) => {
        const sql = `a = ${placeholder('x')} AND b IN ${placeholder('y')}`;
        const bound = bind({ sql, parameters: { x: text, y: [text, 'b'] } });
        expect(bound).toMatch(
          /^a = unhex\('[0-9a-f]*'\) AND b IN \(unhex\('[0-9a-f]*'\), unhex\('62'\)\)$/,
        );
        const [, hex = ''] = /unhex\('([0-9a-f]*)'\)/.exec(bound) ?? [];
        expect(Buffer.from(hex, 'hex').toString('utf8')).toBe(text);
      }),
    );
  });

  it('are whole numbers or none', () => {
    const sql = placeholder('n');
    expect(bind({ sql, parameters: { n: -20 } })).toBe('-20');
    for (const n of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(() => bind({ sql, parameters: { n } })).toThrow('no whole number');
  });

  it('are all there', () => {
    const sql = placeholder('toString');
    expect(() => bind({ sql, parameters: {} })).toThrow('no value for the parameter "toString"');
  });

  it('are taken for none where a table or column is called like a parameter', () => {
    const name = placeholder('x');
    const { table } = dialectOf(name, `\`${name}\\`);
    expect(bind({ sql: table, parameters: {} })).toBe('`\\0x\\0`.`\\`\\0x\\0\\\\`');
    assert(
      property(string({ unit: 'binary' }), (text) => {
        // What stands between the quotes has no quote that is not escaped.
        expect(quoted(text)).toMatch(/^`(?:[^`\\\0]|\\[\\`0])*`$/u);
      }),
    );
  });
});

it.each([
  ['String', 'text'],
  ['FixedString(3)', 'text'],
  ['LowCardinality(Nullable(String))', 'text'],
  ["Nullable(Enum8('a' = 1))", 'text'],
  ['UInt32', 'whole'],
  ['Nullable(Int64)', 'whole'],
  ['Float32', 'decimal'],
  ['Nullable(Decimal(9, 3))', 'decimal'],
  ['Date', 'date'],
  ["Nullable(DateTime64(3, 'UTC'))", 'date'],
  ['Array(String)', 'other'],
  ['Tuple(Date, String)', 'other'],
])('a column of type %s holds %s', (type, kind) => {
  expect(kindOf(type)).toBe(kind);
});

describe('settings sent along', () => {
  const send = (own: Readonly<Record<string, string>>) =>
    settingsToSend(new Map(Object.entries(own)), 'host:8123', 600);

  it('are those that the server knows and has otherwise', () => {
    expect(send({ readonly: '0', max_execution_time: '0', skip_unavailable_shards: '0' })).toEqual({
      readonly: '1',
      max_execution_time: '600',
    });
    expect(
      send({
        readonly: '0',
        max_execution_time: '60',
        skip_unavailable_shards: '1',
        timeout_overflow_mode: 'break',
        cancel_http_readonly_queries_on_client_close: '0',
      }),
    ).toEqual({
      readonly: '1',
      skip_unavailable_shards: '0',
      timeout_overflow_mode: 'throw',
      cancel_http_readonly_queries_on_client_close: '1',
    });
  });

  it('are none where the user may change none, and a refusal where rows might be left out', () => {
    expect(send({ readonly: '1', max_execution_time: '0', skip_unavailable_shards: '0' })).toEqual(
      {},
    );
    for (const [name, value] of [
      ['skip_unavailable_shards', '1'],
      ['read_overflow_mode', 'break'],
      ['group_by_overflow_mode', 'any'],
      ['limit', '1000'],
    ] as const)
      expect(() => send({ readonly: '1', [name]: value })).toThrow(
        `may leave rows out: its setting ${name}`,
      );
  });

  it('leave alone that a user may read only', () => {
    expect(send({ readonly: '2', max_execution_time: '0' })).toEqual({ max_execution_time: '600' });
  });
});
