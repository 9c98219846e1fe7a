import { describe, expect, test } from 'vitest';
import { crossTabulate } from '../../src/measures/contingency.ts';
import { kendallTauB } from '../../src/measures/kendall-tau.ts';
import { tableOf, withImputed } from './tables.ts';

const tau = (table: Parameters<typeof kendallTauB.compute>[0]) =>
  kendallTauB.compute(table, 'linear');

test('the same order is 1 even where the two never agree, the reverse order is -1', () => {
  expect(tau(crossTabulate([0, 1, 2], [1, 2, 3], 4))).toEqual({ value: 1 });
  expect(tau(crossTabulate([0, 1, 2], [3, 2, 1], 4))).toEqual({ value: -1 });
});

test('concordant less discordant pairs over pairs untied on either side', () => {
  // Pairs: 2 x 3 concordant, 1 x 1 discordant of 12 untied by row (3 x 4), 3 x 4 untied by column.
  const table = tableOf([
    [2, 1],
    [1, 3],
  ]);
  expect(tau(table).value).toBeCloseTo(5 / 12, 12);
});

test('three categories with ties', () => {
  // Concordant: 2 x (1 + 0 + 2 + 2) + 1 x 2 + 1 x 2 = 14; discordant: 1 x 0 + 2 x (1 + 2) = 6.
  // Rows 5, 1, 4: 5 + 20 + 4 = 29 untied. Columns 2, 4, 4: 8 + 8 + 16 = 32 untied.
  const table = tableOf([
    [2, 1, 2],
    [0, 1, 0],
    [0, 2, 2],
  ]);
  expect(tau(table).value).toBeCloseTo((14 - 6) / Math.sqrt(29 * 32), 12);
});

test('pairs are formed within a scale and summed over scales', () => {
  const table = tableOf(
    [
      [2, 1],
      [1, 3],
    ],
    [
      [1, 0, 0],
      [0, 0, 2],
      [0, 0, 0],
    ],
  );
  expect(tau(table).value).toBeCloseTo((5 + 2) / (12 + 2), 12);
});

describe('undefined', () => {
  const never = 'no variation: neither country ever changes its position';
  const first = 'no variation: the first country always takes the same position';
  const second = 'no variation: the second country always takes the same position';
  test.each([
    [[1, 1, 1], [2, 2, 2], never],
    [[1, 1, 1], [0, 1, 2], first],
    [[0, 1, 2], [1, 1, 1], second],
    [[], [], 'no joint issues'],
  ])('%j and %j: %s', (a, b, reason) => {
    expect(tau(crossTabulate(a, b, 3))).toEqual({ value: null, reason });
  });

  test('imputed absences have no order', () => {
    const table = withImputed(crossTabulate([0, 1], [0, 1], 2), 1, 0.5);
    expect(tau(table)).toEqual({
      value: null,
      reason:
        'some issues have a distance but no pair of positions (an absence rule, or a bloc at its mean), so chance agreement is unknown',
    });
  });
});
