import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossTabulate } from '../../src/measures/contingency.ts';
import { cosine } from '../../src/measures/cosine.ts';
import { tableOf, withImputed } from './tables.ts';

/** Of votes as -1, 0, 1. */
function of(x: readonly number[], y: readonly number[], weights?: readonly number[]) {
  const category = (vote: number) => vote + 1;
  return cosine.compute(crossTabulate(x.map(category), y.map(category), 3, weights), 'linear');
}

describe('cosine', () => {
  it.each([
    [[1, 1], [1, 1], 1],
    [[1, -1], [-1, 1], -1],
    [[1, 1], [1, -1], 0],
    // 1 of √2 × √1
    [[1, 1], [1, 0], Math.SQRT1_2],
    // A shared abstention adds nothing.
    [[1, 1, 0, 0], [1, 0, 0, 0], Math.SQRT1_2],
    // (1 + 1 - 1) / √(4 × 3)
    [[1, -1, 1, 1, 0], [1, -1, -1, 0, 0], 1 / Math.sqrt(12)],
  ])('of %j and %j is %d', (x, y, value) => {
    expect(of(x, y).value).toBeCloseTo(value, 12);
  });

  it('takes positions between the ends of a scale for what they are, and adds up scales', () => {
    // stance5: support beside strongly support, .5 and 1; stance3: support beside oppose.
    const five = Array.from({ length: 5 }, (_, i) =>
      Array.from({ length: 5 }, (__, j) => Number(i === 3 && j === 4)),
    );
    const three = [
      [0, 0, 0],
      [0, 0, 0],
      [1, 0, 0],
    ];
    expect(cosine.compute(tableOf(five, three), 'linear').value).toBeCloseTo(
      (0.5 - 1) / Math.sqrt((0.25 + 1) * (1 + 1)),
      12,
    );
  });

  it('is that of weighted vectors, within [-1, 1], alike from both sides, and 1 with itself', () => {
    const vote = fc.constantFrom(-1, 0, 1);
    const issue = fc.tuple(vote, vote, fc.double({ min: 0.01, max: 9, noNaN: true }));
    fc.assert(
      fc.property(fc.array(issue, { minLength: 1, maxLength: 40 }), (issues) => {
        const x = issues.map(([vx]) => vx);
        const y = issues.map(([, vy]) => vy);
        const w = issues.map(([, , weight]) => weight);
        const dot = (u: readonly number[], v: readonly number[]) =>
          w.reduce((sum, weight, i) => sum + weight * u[i]! * v[i]!, 0);
        const found = of(x, y, w).value;
        const norm = Math.sqrt(dot(x, x)) * Math.sqrt(dot(y, y));
        if (norm === 0) expect(found).toBeNull();
        else {
          expect(found).toBeCloseTo(dot(x, y) / norm, 9);
          expect(Math.abs(found!)).toBeLessThanOrEqual(1);
          expect(of(y, x, w).value).toBe(found);
          expect(of(x, x, w).value).toBeCloseTo(1, 12);
        }
      }),
    );
  });

  it('has no direction where a country takes no side, and says which', () => {
    expect(of([0, 0], [1, 0]).reason).toBe('no variation: the first country never takes a side');
    expect(of([1, 0], [0, 0]).reason).toBe('no variation: the second country never takes a side');
    expect(of([0, 0], [0, 0])).toEqual({
      value: null,
      reason: 'no variation: neither country ever takes a side',
    });
    const table = crossTabulate([2, 2], [2, 2], 3);
    expect(cosine.compute(withImputed(table, 1, 0.5), 'linear').value).toBeNull();
  });
});
