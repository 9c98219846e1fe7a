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
  const groups = new Map<string, number[]>();
  for (const rollCall of rollCalls) {
    const period =
      by === 'year'
        ? record.detail('date', rollCall).slice(0, 4)
        : record.detail('session', rollCall);
    if (period === '') continue;
    const known = groups.get(period);
    if (known) known.push(rollCall);
    else groups.set(period, [rollCall]);
  }
  return [...groups]
    .sort(([x], [y]) => Number(x) - Number(y))
    .map(([period, own]) => ({ period, rollCalls: own }));
}
