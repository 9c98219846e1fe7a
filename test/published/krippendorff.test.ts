import { expect, test } from 'vitest';
import { alphaWithInterval } from '../../src/measures/alpha-interval.ts';
import { krippendorffAlpha } from '../../src/measures/krippendorff-alpha.ts';
import type { AlphaMetric, Ratings } from '../../src/measures/krippendorff-alpha.ts';

// Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), example with missing data.
const coders = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
];
const units = coders[0]!.map((_, unit) => String(unit));

test.each<[AlphaMetric, number]>([
  ['nominal', 0.743421],
  ['ordinal', 0.815388],
  ['interval', 0.849107],
])('Krippendorff, four coders and twelve units: %s alpha is %d', (metric, value) => {
  expect(krippendorffAlpha(coders, metric).value).toBeCloseTo(value, 6);
  const estimate = alphaWithInterval(coders, metric, units);
  expect(estimate).toMatchObject({ units: 11, raters: 4, pairs: 55, clusters: 11 });
  expect(estimate.value).toBeCloseTo(value, 6);
  expect(estimate.low).toBeLessThan(value);
  expect(estimate.high).toBeGreaterThan(value);
});

const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

// The same paper: binary data of two observers (A), nominal data of two observers (B).
test.each<[string, Ratings, number]>([
  ['Meg and Owen', [letters('0100000010'), letters('1110010000')], 0.095],
  ['Ben and Gerry', [letters('aabbdcccedda'), letters('babbbcccedd d'.replace(' ', ''))], 0.692],
])('Krippendorff, two observers: %s', (_, ratings, value) => {
  expect(krippendorffAlpha(ratings, 'nominal').value).toBeCloseTo(value, 3);
});
