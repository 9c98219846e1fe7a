import type { EventSource } from '../catalog/model.ts';
import type { EventEngine } from '../results/vocabulary.ts';
import type { EventTable } from './engine.ts';

/** What an engine may need of the process: credentials, which stand nowhere else. */
export type EventEnvironment = Readonly<Record<string, string | undefined>>;

/** @throws UserError (input) where the engine is not installed, or the table is out of reach */
export type OpenTable = (source: EventSource, env: EventEnvironment) => Promise<EventTable>;

/** Every engine, loaded only when a source asks for it. */
const engines: Readonly<Record<EventEngine, () => Promise<OpenTable>>> = {
  clickhouse: async () => {
    const { accessIn, openClickHouse } = await import('./clickhouse.ts');
    return async ({ from }, env) => openClickHouse(from, accessIn(env));
  },
  duckdb: async () => {
    const { openDuckDb } = await import('./duckdb.ts');
    return (source) => openDuckDb(source);
  },
};

/** Opens the table of a source of events. @throws UserError, as `OpenTable` */
export async function openTable(source: EventSource, env: EventEnvironment): Promise<EventTable> {
  const open = await engines[source.engine]();
  return open(source, env);
}
