import type { ClickHouseClient } from '@clickhouse/client';
import { inputError } from '../../errors.ts';
import type { ClickHouseAddress } from '../../catalog/event-address.ts';

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

type Package = Pick<typeof import('@clickhouse/client'), 'createClient' | 'ClickHouseLogLevel'>;

/** Whether a package, rather than something that it needs, cannot be found. */
function isMissing(error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code ?? '').endsWith('MODULE_NOT_FOUND') && message.includes('@clickhouse/client');
}

/**
 * Loads the official client, which is installed only by those who have events in ClickHouse.
 *
 * @throws UserError (input) where it is not installed
 */
export async function loadClient(
  load: () => Promise<Package> = () => import('@clickhouse/client'),
): Promise<Package> {
  try {
    return await load();
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw inputError('events in ClickHouse need its client, which is not installed', {
      hint: 'npm install @clickhouse/client, beside align (with -g, if align was installed so)',
    });
  }
}

/** Clients of a server; none connects before it is asked. */
export async function clientsOf(
  { origin, user: named }: ClickHouseAddress,
  { user = named ?? 'default', password = '' }: ClickHouseAccess,
  seconds: number,
): Promise<Clients> {
  const { createClient, ClickHouseLogLevel } = await loadClient();
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
