import { expect, test } from 'vitest';
import { crossTabulate } from '../../src/measures/contingency.ts';
import { findMeasure } from '../../src/measures/registry.ts';
import type { Distance } from '../../src/results/vocabulary.ts';

// Alliance portfolios of 1914 (0 none, 1 entente, 2 neutrality pact, 3 defence pact) towards GMY RUS
// UKG FRN AUH ITA BEL SPN TUR NTH SWD RUM POR SWZ and six states with which neither was allied.
// Signorino & Ritter 1999 (S, capability-weighted S, tau-b); Häge 2011 (kappa, pi); Benati & Capurri
// 2026 (alignment index).
const noAlly = [0, 0, 0, 0, 0, 0];
const germany = [3, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 3, 0, 0, ...noAlly];
const russia = [0, 3, 1, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, ...noAlly];
const capabilities = [
  0.25,
  0.21,
  0.2,
  0.08,
  0.08,
  0.05,
  0.03,
  0.03,
  0.02,
  0.01,
  0.01,
  0.01,
  0.01,
  0.01,
  ...noAlly,
];

const unweighted = crossTabulate(germany, russia, 4);

test.each<[string, Distance, number, number]>([
  ['s', 'linear', 0.4, 12],
  ['kappa', 'squared', -0.07758621, 8],
  ['pi', 'nominal', -0.04477612, 8],
  ['pi', 'squared', -0.08695652, 8],
  ['tau-b', 'linear', 0.03031695, 8],
  ['alignment-index', 'linear', -0.04, 12],
])('Germany and Russia 1914: %s (%s) is %d', (id, distance, value, digits) => {
  const result = findMeasure(id)?.compute(unweighted, distance);
  expect(result?.value).toBeCloseTo(value, digits);
});

test('Germany and Russia 1914: S weighted by capabilities is -0.46 (the paper rounds to -0.45)', () => {
  const weighted = crossTabulate(germany, russia, 4, capabilities);
  expect(findMeasure('s')?.compute(weighted, 'linear').value).toBeCloseTo(-0.46, 12);
});
