import type { IdealPointSession } from '../../results/ideal-points.ts';
import { yearBeforeFirst } from '../../rollcalls/record.ts';
import type { FittedPoint } from './fit.ts';
import type { RollCall } from './roll-calls.ts';

/** With fewer roll calls than this a session's points are little more than those of the sessions beside it. */
const leastRollCalls = 15;

/**
 * What each session of a fit rests on, and how many texts tie it to the one before: without any, its level
 * and scale are a convention.
 *
 * @param items of each roll call the first on the same text, by its place
 */
export function describeSessions(
  rollCalls: readonly RollCall[],
  items: Int32Array,
  points: readonly FittedPoint[],
): readonly IdealPointSession[] {
  const texts = new Map<number, Set<number>>();
  const counts = new Map<number, number>();
  rollCalls.forEach(({ session }, place) => {
    const own = texts.get(session) ?? new Set();
    texts.set(session, own.add(items[place]!));
    counts.set(session, (counts.get(session) ?? 0) + 1);
  });
  const voters = new Map<number, number>();
  for (const { session } of points) voters.set(session, (voters.get(session) ?? 0) + 1);
  const sessions = [...texts.keys()].sort((x, y) => x - y);
  return sessions.map((session, i) => {
    const before = texts.get(session - 1);
    const tied = [...texts.get(session)!].filter((item) => before?.has(item) ?? false).length;
    const rollCallsOfIt = counts.get(session)!;
    return {
      session,
      year: session + yearBeforeFirst,
      rollCalls: rollCallsOfIt,
      countries: voters.get(session)!,
      linked: i === 0 ? null : tied,
      levelByConvention: i > 0 && tied === 0,
      thin: rollCallsOfIt < leastRollCalls,
    };
  });
}
