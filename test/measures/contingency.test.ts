import { expect, test } from 'vitest';
import { crossTabulate, positionAt, spaceEvenly } from '../../src/measures/contingency.ts';
import { distanceBetween } from '../../src/measures/disagreement.ts';

test.each([
  [1, [0]],
  [2, [-1, 1]],
  [3, [-1, 0, 1]],
  [5, [-1, -0.5, 0, 0.5, 1]],
])('%i categories are spaced evenly on [-1, 1]', (count, values) => {
  expect(Array.from(spaceEvenly(count))).toEqual(values);
});

test('positions are known pairs only, weighed by 1 unless weights are given', () => {
  const first = [0, 0, 1, null, 1];
  const second = [1, 1, 0, 0, null];
  const [plain] = crossTabulate(first, second, 2).strata;
  expect(Array.from(plain!.cells)).toEqual([0, 2, 1, 0]);
  const { strata, imputed } = crossTabulate(first, second, 2, [1, 0.5, 4, 9, 9]);
  expect(Array.from(strata[0]!.cells)).toEqual([0, 1.5, 4, 0]);
  expect(Array.from(strata[0]!.values)).toEqual([-1, 1]);
  expect(strata[0]!.scale).toBe('2 categories');
  expect(imputed).toEqual({ weight: 0, distance: 0 });
});

test.each([
  [[0, 1], [0], undefined],
  [[0], [0], [1, 1]],
])('lists of different lengths are refused', (first, second, weights) => {
  expect(() => crossTabulate(first, second, 2, weights)).toThrow(
    new RangeError('both countries and the weights need one entry for each issue'),
  );
});

test.each([
  [[2], [0]],
  [[0], [2]],
  [[-1], [0]],
  [[0.5], [0]],
])('ratings outside the scale are refused: %j and %j', (first, second) => {
  expect(() => crossTabulate(first, second, 2)).toThrow(
    new RangeError('ratings must be categories 0 to 1'),
  );
});

test('distance of two positions', () => {
  expect(distanceBetween(-1, 1, 'linear')).toBe(1);
  expect(distanceBetween(0.5, -0.5, 'linear')).toBe(0.5);
  expect(distanceBetween(0.5, -0.5, 'squared')).toBe(0.25);
  expect(distanceBetween(0.5, -0.5, 'nominal')).toBe(1);
  expect(distanceBetween(0.5, 0.5, 'nominal')).toBe(0);
});

test.each([
  [0, 3, -1],
  [0.5, 3, -0.5],
  [2, 3, 1],
  [1.5, 4, 0],
  [0, 1, 0],
])('place %d among %i categories is at %d', (place, count, position) => {
  expect(positionAt(place, count)).toBeCloseTo(position, 12);
});
