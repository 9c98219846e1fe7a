import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inverseMills } from '../../src/measures/inverse-mills.ts';

describe('the inverse Mills ratio', () => {
  // φ(x)/Φ(x) from tables of the normal distribution.
  it.each([
    [0, 0.7978845608],
    [1, 0.2875999709],
    [-1, 1.5251352761],
    [3, 0.0044378335],
    [-3, 3.2830986549],
    [-6, 6.1584826],
    [-10, 10.0980932],
  ])('at %d is %d', (x, ratio) => {
    expect(Math.abs(inverseMills(x) / ratio - 1)).toBeLessThan(2e-5);
  });

  it('goes over into its limits beyond the table', () => {
    expect(inverseMills(12.5)).toBe(0);
    expect(inverseMills(-12)).toBeCloseTo(inverseMills(-11.999), 2);
    expect(inverseMills(-40)).toBeCloseTo(40.025, 4);
  });

  it('falls, and its weight m (m + x) is between 0 and 1', () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (x) => {
        const m = inverseMills(x);
        expect(inverseMills(x + 0.01)).toBeLessThanOrEqual(m);
        const weight = m * (m + x);
        expect(weight).toBeGreaterThanOrEqual(0);
        expect(weight).toBeLessThan(1.01);
      }),
    );
  });
});
