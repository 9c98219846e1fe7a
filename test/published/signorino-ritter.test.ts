import { expect, test } from 'vitest';
import { crossTabulate } from '../../src/measures/contingency.ts';
import { signorinoRitter } from '../../src/measures/signorino-ritter.ts';

// Signorino & Ritter, "Tau-b or Not Tau-b", International Studies Quarterly 43 (1999), on alliance
// types 0 to 3, absolute distance, equal weights.
const tenPairs = Array.from({ length: 10 }, (_, i) => i % 4);

test.each([
  { first: [0, 1, 2, 3], second: [3, 2, 1, 0], s: -1 / 3 },
  { first: [1, 2, 2, 3], second: [3, 2, 2, 1], s: 1 / 3 },
  { first: [2, 2, 3, 3], second: [3, 3, 2, 2], s: 1 / 3 },
  { first: [0, 3, ...tenPairs], second: [3, 0, ...tenPairs], s: 2 / 3 },
])('Signorino and Ritter: S of $first and $second is $s', ({ first, second, s }) => {
  const table = crossTabulate(first, second, 4);
  expect(signorinoRitter.compute(table, 'linear').value).toBeCloseTo(s, 12);
});
