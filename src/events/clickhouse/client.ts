import type { ClickHouseClient } from '@clickhouse/client';
import { inputError } from '../../errors.ts';
import type { ClickHouseAddress } from './address.ts';

/** As whom a server is asked. Comes from the environment, goes into requests, and nowhere else. */
export interface ClickHouseAccess {
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** How long a query may take; 600 unless given. */
  readonly seconds?: number | undefined;
}

/** The official client, twice: they differ in how long an answer is waited for. */
export interface Clients {
  /** For what takes a server no time: what it is, what tables it has, how far a query is. */
  readonly brief: ClickHouseClient;
  readonly long: ClickHouseClient;
  /** Takes the password out of a text. */
  readonly hide: (text: string) => string;
}

const soon = 15;
/** Seconds that a server has to say itself that a query took too long. */
const grace = 10;

async function load(): Promise<typeof import('@clickhouse/client')> {
  try {
    return await import('@clickhouse/client');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.endsWith('MODULE_NOT_FOUND') !== true) throw error;
    throw inputError('events in ClickHouse need the package @clickhouse/client', {
      hint: 'install it beside align: npm install @clickhouse/client (with -g if align is)',
    });
  }
}

/** Clients of a server; none connects before it is asked. */
export async function clientsOf(
  { origin, user: named }: ClickHouseAddress,
  { user = named ?? 'default', password = '' }: ClickHouseAccess,
  seconds: number,
): Promise<Clients> {
  const { createClient, ClickHouseLogLevel } = await load();
  const clientFor = (limit: number) =>
    createClient({
      url: origin,
      username: user,
      password,
      request_timeout: limit * 1000,
      // Its log would hold requests, and a connection that is kept open may be found closed.
      log: { level: ClickHouseLogLevel.OFF },
      keep_alive: { enabled: false },
    });
  const sent = Buffer.from(`${user}:${password}`).toString('base64');
  return {
    brief: clientFor(soon),
    long: clientFor(seconds + grace),
    hide: (text) =>
      password === '' ? text : text.replaceAll(sent, '***').replaceAll(password, '***'),
  };
}
