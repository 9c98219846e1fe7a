import type { RollCallRecord } from '../../../src/rollcalls/record.ts';

/** Agreement of every dyad, and on how many issues, in a few lines of its own. */
export function scoresOf(record: RollCallRecord): Record<string, readonly [number, number]> {
  const scores: Record<string, readonly [number, number]> = {};
  for (const a of record.countries) {
    for (const b of record.countries) {
      if (a >= b) continue;
      const [x, y] = [record.votesOf(a), record.votesOf(b)];
      const joint = [...x.keys()].filter((i) => x[i]! >= 0 && y[i]! >= 0);
      const apart = joint.reduce((sum, i) => sum + Math.abs(x[i]! - y[i]!) / 2, 0);
      if (joint.length === 0) continue;
      scores[`${a} ${b}`] = [Number((1 - apart / joint.length).toFixed(12)), joint.length];
    }
  }
  return scores;
}
