import { describe, expect, it } from 'vitest';
import { breaksOfInteractions, variationBetween } from '../../src/analysis/interaction-breaks.ts';
import type { InteractionSum } from '../../src/evidence/interaction-sums.ts';
import { addWeights, sumsOfWeight } from '../../src/measures/goldstein.ts';

/** Numbers in [0, 1) that are the same every time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const normal = (next: () => number) =>
  Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

/** Sums of a year with so many interactions, with weights around a mean. */
function year(period: string, n: number, mean: number, next: () => number): InteractionSum {
  const weights = Array.from({ length: n }, () =>
    Math.max(-10, Math.min(10, mean + 4 * normal(next))),
  );
  return { actor: 'AAA', target: 'BBB', period, ...addWeights(weights.map(sumsOfWeight)) };
}

const yearsOf = (first: number, means: readonly number[], n: number, seed: number) => {
  const next = numbers(seed);
  return means.map((mean, i) => year(String(first + i), n, mean, next));
};

describe('breaks of interactions', () => {
  it('are found where the yearly mean becomes another, with the interactions before and since', () => {
    const means = [...Array(8).fill(3), ...Array(7).fill(-3)];
    const sums = yearsOf(2000, means, 60, 1);
    const { breaks, breaksReason } = breaksOfInteractions(sums);
    expect(breaksReason).toBeUndefined();
    expect(breaks).toHaveLength(1);
    const [{ period, before, after }] = breaks as never as [NonNullable<typeof breaks>[number]];
    expect(period).toBe('2008');
    expect([before.from, before.to, before.n]).toEqual(['2000', '2007', 480]);
    expect([after.from, after.to, after.n]).toEqual(['2008', '2014', 420]);
    expect(before.meanGoldstein).toBeCloseTo(3, 0);
    expect(after.meanGoldstein).toBeCloseTo(-3, 0);
    expect(before.low!).toBeLessThan(before.meanGoldstein);
    expect(after.high!).toBeGreaterThan(after.meanGoldstein);
  });

  it('are the same of months as of years, and in whatever order', () => {
    const sums = yearsOf(2000, [4, 4, 4, 4, -4, -4, -4, -4], 50, 2);
    const halves = sums.flatMap((sum) => {
      const half = addWeights([1, 2, 3].map(sumsOfWeight));
      return [
        { ...sum, period: `${sum.period}-03` },
        { ...sum, ...half, period: `${sum.period}-11` },
      ];
    });
    const whole = sums.map((sum) => ({
      ...sum,
      ...addWeights([sum, ...[1, 2, 3].map(sumsOfWeight)]),
    }));
    const found = breaksOfInteractions(halves.toReversed());
    expect(found).toEqual(breaksOfInteractions(whole));
    expect(found.breaks).toHaveLength(1);
  });

  it('need six years with five interactions', () => {
    const next = numbers(3);
    const sums = [2000, 2001, 2002, 2003, 2004].map((y) => year(String(y), 5, 0, next));
    const few = year('2005', 4, 0, next);
    const reason = 'fewer than 6 years with at least 5 interactions';
    expect(breaksOfInteractions([...sums, few])).toEqual({ breaks: null, breaksReason: reason });
    expect(breaksOfInteractions([])).toEqual({ breaks: null, breaksReason: reason });
    expect(breaksOfInteractions([...sums, year('2005', 5, 0, next)]).breaks).toEqual([]);
  });

  it('are none of years that are all alike', () => {
    const sums = Array.from({ length: 10 }, (_, i) => ({
      actor: 'AAA',
      target: 'BBB',
      period: String(2000 + i),
      ...addWeights(Array(9).fill(sumsOfWeight(10))),
    }));
    expect(breaksOfInteractions(sums).breaks).toEqual([]);
  });

  // Machine-coded events are so many that their own spread is next to nothing.
  it.each([
    [30, 40, 0],
    [4000, 40, 0.5],
    [4000, 15, 0.5],
    [4000, 8, 0.5],
  ])(
    '%i a year over %i years that vary by %f and change in nothing are seldom broken',
    (n, length, sd) => {
      const runs = 60;
      let broken = 0;
      for (let run = 0; run < runs; run++) {
        const next = numbers(100 + run);
        const sums = Array.from({ length }, (_, i) => {
          const mean = sd * normal(next);
          // The sums of so many weights, as they would come out, without drawing each.
          const seen = mean + (4 / Math.sqrt(n)) * normal(next);
          const [up, down] = [
            Math.round(n * (2 + seen / 2) * 1000),
            Math.round(n * (2 - seen / 2) * 1000),
          ];
          const squares = Math.round(n * (16 + seen ** 2) * 1e6);
          const own = { n, cooperative: n / 2, conflictual: n / 2, positive: up, negative: down };
          return { actor: 'AAA', target: 'BBB', period: String(1980 + i), ...own, squares };
        });
        if (breaksOfInteractions(sums).breaks!.length > 0) broken++;
      }
      expect(broken / runs).toBeLessThanOrEqual(0.15);
    },
  );

  it('what years vary by besides is told from the spread of their interactions', () => {
    const next = numbers(7);
    const years = Array.from({ length: 2000 }, (_, i) => ({
      year: String(i),
      value: Math.sqrt(0.25 + 0.04) * normal(next),
      variance: 0.04,
    }));
    expect(variationBetween(years)).toBeCloseTo(0.25, 1);
    expect(variationBetween(years.map((each) => ({ ...each, variance: 1 })))).toBe(0);
  });
});
