import { describe, expect, test } from 'vitest';
import { agreement } from '../../src/measures/agreement.ts';
import { divergence } from '../../src/measures/divergence.ts';
import { identical } from '../../src/measures/identical.ts';
import { signorinoRitter } from '../../src/measures/signorino-ritter.ts';
import { tableOf, withImputed } from './tables.ts';

// Total weight 10: 5 identical, 3 half a scale apart, 2 at opposite ends.
const table = tableOf([
  [2, 1, 2],
  [0, 1, 0],
  [0, 2, 2],
]);

describe('a table with 5 of 10 identical, 3 adjacent and 2 opposite', () => {
  test.each([
    [agreement, [0.65, 0.725, 0.5]],
    [divergence, [0.35, 0.275, 0.5]],
    [signorinoRitter, [0.3, 0.45, 0]],
  ] as const)('$id by linear, squared and nominal distance', (measure, values) => {
    expect(measure.compute(table, 'linear').value).toBeCloseTo(values[0], 12);
    expect(measure.compute(table, 'squared').value).toBeCloseTo(values[1], 12);
    expect(measure.compute(table, 'nominal').value).toBeCloseTo(values[2], 12);
  });

  test('half of the positions are identical, whatever the distance', () => {
    expect(identical.compute(table, 'linear')).toEqual({ value: 0.5 });
    expect(identical.compute(table, 'nominal')).toEqual({ value: 0.5 });
  });
});

test('issues on several scales are weighed together', () => {
  const mixed = tableOf(
    [
      [3, 1],
      [0, 0],
    ],
    [
      [0, 0, 0, 0, 0],
      [4, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
    ],
  );
  expect(divergence.compute(mixed, 'linear').value).toBeCloseTo((1 + 4 * 0.25) / 8, 12);
  expect(identical.compute(mixed, 'linear').value).toBeCloseTo(3 / 8, 12);
});

test('an imputed absence counts with its distance, and never as identical', () => {
  const imputed = withImputed(table, 10, 0.5);
  expect(agreement.compute(imputed, 'linear').value).toBeCloseTo((6.5 + 5) / 20, 12);
  expect(divergence.compute(imputed, 'linear').value).toBeCloseTo((3.5 + 5) / 20, 12);
  expect(signorinoRitter.compute(imputed, 'linear').value).toBeCloseTo(0.15, 12);
  expect(identical.compute(imputed, 'linear').value).toBeCloseTo(0.25, 12);
});

test('imputed absences alone are evidence enough', () => {
  const onlyImputed = withImputed(tableOf(), 2, 1);
  expect(agreement.compute(onlyImputed, 'linear')).toEqual({ value: 0 });
  expect(identical.compute(onlyImputed, 'linear')).toEqual({ value: 0 });
});

test('what one issue adds', () => {
  expect(agreement.perIssue?.(0.25, false)).toBe(0.75);
  expect(divergence.perIssue?.(0.25, false)).toBe(0.25);
  expect(signorinoRitter.perIssue?.(0.25, false)).toBe(0.5);
  expect(identical.perIssue?.(0.25, false)).toBe(0);
  expect(identical.perIssue?.(0, true)).toBe(1);
});
