import { expect, test } from 'vitest';
import { krippendorffAlpha } from '../../src/measures/krippendorff-alpha.ts';
import type { AlphaMetric } from '../../src/measures/krippendorff-alpha.ts';

// Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), example with missing data.
const coders = [
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
].map((row) => row.split(' ').map((code) => (code === '.' ? null : Number(code))));

test.each<[AlphaMetric, number]>([
  ['nominal', 0.743421],
  ['ordinal', 0.815388],
  ['interval', 0.849107],
])('Krippendorff, four coders and twelve units: %s alpha is %d', (metric, value) => {
  expect(krippendorffAlpha(coders, metric).value).toBeCloseTo(value, 6);
});
