import { expect, test } from 'vitest';
import { publicWhipDistance } from '../../src/measures/coincidence.ts';

// The Public Whip and They Vote For You, tests of their distance calculation.
const none = { same: 0, different: 0, absent: 0 };

test.each([
  [1, 0, 5, 0.25],
  [0, 1, 5, 0.75],
  [0, 0, 3, 0.5],
])('%i votes the same, %i different, %i absent: distance %d', (same, different, absent, value) => {
  const votes = { normal: { same, different, absent }, strong: none };
  expect(publicWhipDistance(votes).value).toBeCloseTo(value, 12);
});

test('one strong vote with outweighs five normal ones against: agreement .5', () => {
  const votes = { normal: { ...none, different: 5 }, strong: { ...none, same: 1 } };
  expect(1 - publicWhipDistance(votes).value!).toBeCloseTo(0.5, 12);
});

test('five normal votes with and a strong one absent: agreement .75', () => {
  const votes = { normal: { ...none, same: 5 }, strong: { ...none, absent: 1 } };
  expect(1 - publicWhipDistance(votes).value!).toBeCloseTo(0.75, 12);
});
