import { inputError } from '../../errors.ts';

/** Where a table of a ClickHouse server is. */
export interface ClickHouseAddress {
  /** `http(s)://host:port` */
  readonly origin: string;
  /** For messages and provenance: `host:port`. */
  readonly server: string;
  /** As whom the address says to ask. */
  readonly user?: string;
  readonly database: string;
  readonly table: string;
}

const form = 'http(s)://host:port/database/table';

// What is wrong with an address is said without the address: it may hold a password.
function wrong(what: string): never {
  throw inputError(`the address of a ClickHouse table ${what}`, {
    hint: `it is written ${form}, or with a user: http(s)://user@host:port/database/table`,
  });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return wrong('has a "%" that stands for nothing');
  }
}

/**
 * Reads `http(s)://[user@]host:port/database/table`. Names with other signs than letters and digits are
 * percent-encoded, as in every URL.
 *
 * @throws UserError (input) if it is written otherwise, or holds a password
 */
export function readAddress(from: string): ClickHouseAddress {
  const url = URL.canParse(from) ? new URL(from) : wrong('is no URL');
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    wrong('begins with neither http nor https');
  if (url.password !== '') {
    throw inputError('the address of a ClickHouse table holds a password', {
      hint: 'take it out of the catalog, and set ALIGN_CLICKHOUSE_PASSWORD instead',
    });
  }
  if (url.search !== '' || url.hash !== '') wrong('has a part after "?" or "#"');
  const [database = '', table = '', ...more] = url.pathname.split('/').slice(1).map(decoded);
  if (database === '' || table === '' || more.length > 0) {
    wrong('does not name one database and one table');
  }
  return {
    origin: url.origin,
    server: url.host,
    ...(url.username === '' ? {} : { user: decoded(url.username) }),
    database,
    table,
  };
}
