import { setTimeout as sleep } from 'node:timers/promises';
import type { ClickHouseClient } from '@clickhouse/client';
import type { Watch } from '../engine.ts';
import { rowsOf } from './answer.ts';
import { bind, placeholder } from './bind.ts';

const lookEvery = 500;
const killTries = 10;
const killEvery = 100;

/**
 * Has the server stop a query of one's own, which users may who can do nothing else.
 *
 * @param id that the query was sent with
 * @returns whether it was running
 */
export async function killQuery(client: ClickHouseClient, id: string): Promise<boolean> {
  const query = bind({
    sql: `KILL QUERY WHERE query_id = ${placeholder('id')} ASYNC`,
    parameters: { id },
  });
  const answer = await client.query({ query, format: 'TabSeparated' });
  return (await answer.text()) !== '';
}

/** The same for a query that was sent a moment ago, and may not yet be among those that run. */
export async function stopQuery(
  client: ClickHouseClient,
  id: string,
  isOver: () => boolean,
): Promise<void> {
  for (let left = killTries; left > 0 && !isOver(); left -= 1) {
    if (await killQuery(client, id)) return;
    await sleep(killEvery);
  }
}

/** Tells how many rows a query has read, as long as it runs. */
export async function followQuery(
  client: ClickHouseClient,
  id: string,
  tell: NonNullable<Watch['progress']>,
  isOver: () => boolean,
): Promise<void> {
  const query = bind({
    sql: `SELECT read_rows, total_rows_approx FROM system.processes WHERE query_id = ${placeholder('id')}`,
    parameters: { id },
  });
  for (await sleep(lookEvery); !isOver(); await sleep(lookEvery)) {
    const answer = await client.query({ query, format: 'JSONCompact' });
    const [row] = rowsOf(await answer.text());
    const read = Number(row?.['read_rows'] ?? 0);
    const total = Number(row?.['total_rows_approx'] ?? 0);
    if (row !== undefined && !isOver()) tell(read, total >= read && total > 0 ? total : undefined);
  }
}
