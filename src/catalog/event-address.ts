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

/** What is wrong with `from` of a source of events, and what to write instead. */
export interface FromProblem {
  readonly message: string;
  readonly hint: string;
}

// What is wrong with an address is said without the address: it may hold a password.
function wrong(what: string): FromProblem {
  return {
    message: `the address of a ClickHouse table ${what}`,
    hint: 'write it as https://host:8443/database/table, or with a user: https://user@host:8443/database/table',
  };
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/**
 * Reads `http(s)://[user@]host:port/database/table`. Names with other signs than letters and digits are
 * percent-encoded, as in every URL.
 *
 * @returns what is wrong with it, if it is written otherwise or holds a password
 */
export function parseAddress(from: string): ClickHouseAddress | FromProblem {
  const url = URL.canParse(from) ? new URL(from) : undefined;
  if (!url) return wrong('is no URL');
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return wrong('begins with neither http nor https');
  if (url.password !== '')
    return {
      message: 'the address of a ClickHouse table holds a password',
      hint: 'remove it, and set ALIGN_CLICKHOUSE_PASSWORD instead',
    };
  if (url.search !== '' || url.hash !== '') return wrong('has a part after "?" or "#"');
  const names = url.pathname.split('/').slice(1).map(decoded);
  const user = decoded(url.username);
  if (names.includes(undefined) || user === undefined)
    return wrong('has a "%" that stands for nothing');
  const [database, table, ...more] = names;
  if (!database || !table || more.length > 0)
    return wrong('does not name one database and one table');
  return {
    origin: url.origin,
    server: url.host,
    ...(user === '' ? {} : { user }),
    database,
    table,
  };
}
