import { type FromProblem, parseAddress } from './event-address.ts';
import type { EventEngine } from '../results/vocabulary.ts';

/** A relative path that goes down only, on any system. */
// oxlint-disable-next-line no-control-regex
export const pathBelow = /^(?!\/|(?:.*\/)?\.\.(?:\/|$))[^\\:\u0000-\u001f]+$/;

/** Names of files that hold tables of events; text with tabs has one of several endings. */
const tableFile = /\.(?:parquet|(?:csv|tsv|tab|txt)(?:\.gz)?)$/i;

/** Whether `from` is what an engine reads: files below the catalog, or a table of a server. */
export function problemOfFrom(engine: EventEngine, from: string): FromProblem | undefined {
  if (engine === 'clickhouse') {
    const address = parseAddress(from);
    return 'message' in address ? address : undefined;
  }
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
