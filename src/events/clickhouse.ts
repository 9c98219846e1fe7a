import { inputError } from '../errors.ts';
import { hintFor } from '../catalog/nearest.ts';
import type { Column, EventTable, Row } from './engine.ts';
import { parseAddress } from '../catalog/event-address.ts';
import { askServer } from './clickhouse/ask.ts';
import { bind, placeholder } from './clickhouse/bind.ts';
import { type ClickHouseAccess, clientsOf } from './clickhouse/client.ts';
import { dialectOf, kindOf } from './clickhouse/dialect.ts';
import { settingsAsked, settingsToSend } from './clickhouse/settings.ts';

const defaultSeconds = 600;

/** As whom a server is asked, as the environment says. */
export function accessIn(env: Readonly<Record<string, string | undefined>>): ClickHouseAccess {
  return {
    user: env['ALIGN_CLICKHOUSE_USER'] || undefined,
    password: env['ALIGN_CLICKHOUSE_PASSWORD'] || undefined,
  };
}

function texts(rows: readonly Row[], name: string): readonly string[] {
  return rows.map((row) => String(row[name]));
}

/**
 * A table of events on a ClickHouse server, over HTTP or HTTPS; a `Distributed` table over a cluster is a
 * table like any other. It is only read from, and a query that is given up is stopped at the server.
 *
 * @param from `http(s)://[user@]host:port/database/table`
 * @param access as whom; it is in no error and no origin
 * @throws UserError (input) if the address is none; what the server is asked fails later
 */
export function openClickHouse(from: string, access: ClickHouseAccess): EventTable {
  const address = parseAddress(from);
  if ('message' in address) throw inputError(address.message, { hint: address.hint });
  const { server, database, table } = address;
  const { seconds = defaultSeconds } = access;
  const once = <T>(make: () => Promise<T>) => {
    let made: Promise<T> | undefined;
    return () => (made ??= make());
  };
  const clients = once(() => clientsOf(address, access, seconds));

  const ask = async (sql: string, parameters = {}): Promise<readonly Row[]> =>
    askServer(await clients(), server, {
      sql: bind({ sql, parameters }),
      settings: {},
      brief: true,
    });
  const settings = once(async () => {
    const rows = await ask(
      `SELECT name, value FROM system.settings WHERE name IN ${placeholder('names')}`,
      { names: settingsAsked },
    );
    const own = new Map(rows.map(({ name, value }) => [String(name), String(value)]));
    return settingsToSend(own, server, seconds);
  });
  const version = once(async () => texts(await ask('SELECT version() AS version'), 'version')[0]);
  const missing = async () => {
    const tables = texts(
      await ask(`SELECT name FROM system.tables WHERE database = ${placeholder('database')}`, {
        database,
      }),
      'name',
    );
    return inputError(`ClickHouse at ${server} has no table "${table}" in "${database}"`, {
      hint:
        tables.length > 0
          ? hintFor(table, tables, 'tables there')
          : 'there is no such database, or this user sees none of its tables',
    });
  };
  const columns = once(async (): Promise<readonly Column[]> => {
    const rows = await ask(
      `SELECT name, type FROM system.columns WHERE database = ${placeholder('database')} AND table = ${placeholder('table')}`,
      { database, table },
    );
    if (rows.length === 0) throw await missing();
    return rows.map((row) => {
      const type = String(row['type']);
      return { name: String(row['name']), type, kind: kindOf(type) };
    });
  });

  return {
    columns,
    query: async (build, watch) => {
      // Only then is the name of the table one that the server has.
      await columns();
      return askServer(
        await clients(),
        server,
        { sql: bind(build(dialectOf(database, table))), settings: await settings() },
        watch,
      );
    },
    origin: async () => ({
      version: (await version()) ?? '',
      from: [`${server}/${database}/${table}`],
    }),
    close: async () => {
      const { brief, long } = await clients();
      await Promise.all([brief.close(), long.close()]);
    },
  };
}
