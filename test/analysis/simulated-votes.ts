import type { RollCallVotes } from '../../src/analysis/ideal-points/design.ts';
import type { IdealPointFit } from '../../src/analysis/ideal-points/fit.ts';
import { ABSTAIN, NO, YES } from '../../src/rollcalls/record.ts';

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Design {
  readonly countries: number;
  readonly sessions: number;
  /** In each session. */
  readonly rollCalls: number;
  readonly seed: number;
}

/** Votes of countries that walk, drawn from the model. */
export function simulateVotes({ countries, sessions, rollCalls, seed }: Design): {
  /** By country, then session. */
  readonly truth: readonly (readonly number[])[];
  readonly votes: readonly RollCallVotes[];
} {
  const next = uniform(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const truth = Array.from({ length: countries }, () => {
    let point = normal();
    return Array.from({ length: sessions }, (_, s) =>
      s === 0 ? point : (point += 0.15 * normal()),
    );
  });
  const votes: RollCallVotes[] = [];
  for (let session = 1; session <= sessions; session++)
    for (let n = 0; n < rollCalls;) {
      const beta = 1.2 * normal();
      const lower = 0.3 + 0.8 * normal();
      const upper = lower + 0.2 + 0.6 * next();
      const answers = Int8Array.from({ length: countries }, (_, country) => {
        const place = beta * truth[country]![session - 1]! + normal();
        if (next() < 0.08) return -2;
        return place < lower ? YES : place < upper ? ABSTAIN : NO;
      });
      if (new Set(answers.filter((vote) => vote >= 0)).size < 2) continue;
      votes.push({ session, votes: answers, item: votes.length });
      n++;
    }
  return { truth, votes };
}

export function correlation(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const of = (u: readonly number[], mu: number, v: readonly number[], mv: number) =>
    u.reduce((sum, value, i) => sum + (value - mu) * (v[i]! - mv), 0);
  return of(x, mx, y, my) / Math.sqrt(of(x, mx, x, mx) * of(y, my, y, my));
}

/** How well a fit finds the truth: mean correlation within sessions, and the share of truths in their intervals. */
export function recoveryOf(
  { points }: IdealPointFit,
  truth: readonly (readonly number[])[],
): { readonly r: number; readonly coverage: number } {
  const truths = points.map(({ country, session }) => truth[country]![session - 1]!);
  const mean = truths.reduce((sum, v) => sum + v, 0) / truths.length;
  const sd = Math.sqrt(truths.reduce((sum, v) => sum + (v - mean) ** 2, 0) / truths.length);
  const held = points.filter(({ low, high }, i) => {
    const standard = (truths[i]! - mean) / sd;
    return standard >= low && standard <= high;
  });
  const sessions = [...new Set(points.map(({ session }) => session))];
  const within = sessions.map((session) => {
    const own = points.flatMap((point, i) => (point.session === session ? [i] : []));
    return correlation(
      own.map((i) => points[i]!.value),
      own.map((i) => truths[i]!),
    );
  });
  return {
    r: within.reduce((sum, r) => sum + r, 0) / within.length,
    coverage: held.length / points.length,
  };
}
