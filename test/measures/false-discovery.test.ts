import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discoveries, twoSidedChance } from '../../src/measures/false-discovery.ts';

describe('the chance of a difference', () => {
  // From R: 2 * pnorm(-z).
  it.each([
    [0, 1],
    [1, 0.3173105078629141],
    [1.959964, 0.0499999982],
    [-2.5, 0.012419330651552265],
    [5, 5.733031437583878e-7],
    [10, 1.523970604832094e-23],
    [Infinity, 0],
  ])('of %d standard errors is %d', (z, chance) => {
    const tolerance = 2e-7 * chance;
    expect(Math.abs(twoSidedChance(z) - chance)).toBeLessThanOrEqual(tolerance);
  });
});

describe('discoveries', () => {
  it('are those of the example of Benjamini and Hochberg', () => {
    // Table of 1995, section 3.2: at 5 % the first four.
    const chances = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
      0.6528, 0.759, 1,
    ];
    expect(discoveries(chances, 0.05).filter(Boolean)).toHaveLength(4);
    expect(discoveries(chances.toReversed(), 0.05).slice(-4)).toEqual([true, true, true, true]);
    expect(discoveries([], 0.05)).toEqual([]);
  });

  it('are never fewer at a higher rate, nor a larger chance without a smaller one', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(chance, { maxLength: 30 }), (chances) => {
        const [few, many] = [discoveries(chances, 0.05), discoveries(chances, 0.2)];
        for (const [i, found] of few.entries()) if (found) expect(many[i]).toBe(true);
        const largest = Math.max(...chances.filter((_, i) => few[i]), -1);
        for (const [i, each] of chances.entries()) expect(few[i]).toBe(each <= largest);
      }),
    );
  });
});
