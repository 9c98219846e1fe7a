import { randomUUID } from 'node:crypto';
import type { ClickHouseClient } from '@clickhouse/client';
import type { Row, Watch } from '../engine.ts';
import { BrokenAnswer, rowsOf } from './answer.ts';
import type { Clients } from './client.ts';
import { exceptionOf, faultOf } from './faults.ts';
import { followQuery, killQuery, stopQuery } from './running.ts';

/** A query and how it is sent. */
export interface Asked {
  /** All values are bound. */
  readonly sql: string;
  readonly settings: Readonly<Record<string, string>>;
  /** Whether the server needs no time for it. */
  readonly brief?: boolean;
}

async function answerTo(
  client: ClickHouseClient,
  { sql, settings }: Asked,
  id: string,
  signal: AbortSignal,
): Promise<readonly Row[]> {
  const answer = await client.query({
    query: sql,
    format: 'JSONCompact',
    query_id: id,
    // The server then answers when it is done, and an error is one by its status.
    clickhouse_settings: { ...settings, wait_end_of_query: 1 },
    abort_signal: signal,
  });
  const text = await answer.text();
  try {
    return rowsOf(text);
  } catch (error) {
    // Servers write an exception behind what they have sent of an answer.
    const end = new Error(text.slice(text.lastIndexOf('Code: ')));
    throw error instanceof BrokenAnswer && exceptionOf(end) !== undefined ? end : error;
  }
}

/** Rejects with the reason of a signal once that is raised, and forgets it when `done` is. */
function raised(signal: AbortSignal | undefined, done: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { signal: done });
  });
}

/**
 * All rows of a query. Where they are not waited for any longer the server is told to stop.
 *
 * @param server `host:port`, for messages
 * @throws UserError (input) if the server fails; the reason of the signal if that was raised first
 */
export async function askServer(
  { brief, long, hide }: Clients,
  server: string,
  asked: Asked,
  { signal, progress }: Watch = {},
): Promise<readonly Row[]> {
  signal?.throwIfAborted();
  const id = randomUUID();
  const request = new AbortController();
  let over = false;
  const answer = answerTo(asked.brief ? brief : long, asked, id, request.signal).finally(() => {
    over = true;
  });
  const isOver = () => over;
  if (progress) followQuery(brief, id, progress, isOver).catch(() => {});
  try {
    return await Promise.race([answer, raised(signal, request.signal)]);
  } catch (error) {
    if (signal?.aborted) {
      answer.catch(() => {});
      await stopQuery(brief, id, isOver).catch(() => {});
      throw error;
    }
    // What the server did not end itself may run on.
    if (exceptionOf(error) === undefined) await killQuery(brief, id).catch(() => {});
    throw faultOf(error, server, hide);
  } finally {
    request.abort();
  }
}
