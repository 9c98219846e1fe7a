import * as fc from 'fast-check';
import { quantileSorted as libraryQuantile } from 'simple-statistics';
import { expect, test } from 'vitest';
import { quantileSorted } from '../../src/measures/quantile.ts';

test('type 7 interpolates between neighbours', () => {
  expect(quantileSorted([1, 2, 4, 8], 0)).toBe(1);
  expect(quantileSorted([1, 2, 4, 8], 0.25)).toBe(1.75);
  expect(quantileSorted([1, 2, 4, 8], 0.5)).toBe(3);
  expect(quantileSorted([1, 2, 4, 8], 1)).toBe(8);
  expect(quantileSorted([3], 0.3)).toBe(3);
  expect(quantileSorted([], 0.5)).toBeNaN();
});

test('it is the quantile of simple-statistics', () => {
  const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (unsorted, probability) => {
      const sorted = unsorted.toSorted((a, b) => a - b);
      expect(quantileSorted(sorted, probability)).toBeCloseTo(
        libraryQuantile(sorted, probability),
        12,
      );
    }),
  );
});
