import type { EventEngine } from '../results/vocabulary.ts';

/** A relative path that goes down only, on any system. */
// oxlint-disable-next-line no-control-regex
export const pathBelow = /^(?!\/|(?:.*\/)?\.\.(?:\/|$))[^\\:\u0000-\u001f]+$/;

/** Names of files that hold tables of events; text with tabs has one of several endings. */
const tableFile = /\.(?:parquet|(?:csv|tsv|tab|txt)(?:\.gz)?)$/i;

/** What is wrong with `from`, and what to write instead. */
interface FromProblem {
  readonly message: string;
  readonly hint: string;
}

const asAddress = 'write it as https://host:8443/database/table';

/** A message repeats no part of an address, which may hold a password. */
function problemOfAddress(from: string): FromProblem | undefined {
  const url = URL.canParse(from) ? new URL(from) : undefined;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    return { message: 'this is no address of a ClickHouse table', hint: asAddress };
  if (url.password !== '')
    return {
      message: 'an address of a table holds no password',
      hint: 'remove it, and set ALIGN_CLICKHOUSE_PASSWORD',
    };
  const names = url.pathname.slice(1).split('/');
  if (names.length !== 2 || names.includes('') || url.search !== '' || url.hash !== '')
    return { message: 'an address of a table ends with /database/table', hint: asAddress };
  return undefined;
}

/** Whether `from` is what an engine reads: files below the catalog, or a table of a server. */
export function problemOfFrom(engine: EventEngine, from: string): FromProblem | undefined {
  if (engine === 'clickhouse') return problemOfAddress(from);
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(from))
    return {
      message: 'duckdb reads files, and this is an address',
      hint: 'download them into the folder of the catalog, or take the engine clickhouse',
    };
  if (!pathBelow.test(from))
    return {
      message: `${from} leads outside the folder of its catalog`,
      hint: 'put the files into the folder of the catalog or below it, and write their path from there, with /',
    };
  if (!tableFile.test(from))
    return {
      message: `${from} names no table`,
      hint: 'files of events end in .csv, .tsv, .tab or .txt, with or without .gz, or in .parquet',
    };
  return undefined;
}
