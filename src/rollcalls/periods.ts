import { groupBy } from '../group-by.ts';
import type { RollCallRecord } from './record.ts';

export interface RollCallGroup {
  /** Year or session. */
  readonly period: string;
  readonly rollCalls: readonly number[];
}

/** Roll calls by year or session, oldest first; those without a session are in no group. */
export function groupRollCalls(
  record: RollCallRecord,
  rollCalls: Iterable<number>,
  by: 'year' | 'session',
): readonly RollCallGroup[] {
  const groups = groupBy(rollCalls, (rollCall) =>
    by === 'year'
      ? record.detail('date', rollCall).slice(0, 4)
      : record.detail('session', rollCall),
  );
  return [...groups]
    .filter(([period]) => period !== '')
    .sort(([x], [y]) => Number(x) - Number(y))
    .map(([period, own]) => ({ period, rollCalls: own }));
}
