import { expect, test } from 'vitest';
import { findMeasure } from '../../src/measures/registry.ts';
import { tableOf } from '../measures/tables.ts';

// R package irrCAC (Gwet), vignette "Calculating agreement coefficients from contingency tables":
// cont3x3abstractors and cont4x4diagnosis; unweighted, linear and quadratic weights. The .9175 is exact;
// it is printed as .918.
const abstractors = [
  [13, 0, 0],
  [0, 20, 7],
  [0, 4, 56],
];
const diagnosis = [
  [40, 4, 4, 17],
  [6, 25, 2, 13],
  [4, 1, 21, 12],
  [15, 5, 9, 45],
];

test.each([
  { name: 'abstractors', rows: abstractors, id: 'kappa', values: [0.796, 0.843, 0.892] },
  { name: 'abstractors', rows: abstractors, id: 'pi', values: [0.796, 0.843, 0.892] },
  { name: 'abstractors', rows: abstractors, id: 'ac', values: [0.849, 0.9, 0.94] },
  { name: 'abstractors', rows: abstractors, id: 'bp', values: [0.835, 0.876, 0.9175] },
  { name: 'diagnosis', rows: diagnosis, id: 'kappa', values: [0.432, 0.407, 0.383] },
  { name: 'diagnosis', rows: diagnosis, id: 'pi', values: [0.43, 0.406, 0.382] },
  { name: 'diagnosis', rows: diagnosis, id: 'ac', values: [0.456, 0.377, 0.299] },
  { name: 'diagnosis', rows: diagnosis, id: 'bp', values: [0.45, 0.347, 0.236] },
])('irrCAC, $name: $id is $values', ({ rows, id, values }) => {
  const distances = ['nominal', 'linear', 'squared'] as const;
  distances.forEach((distance, i) => {
    expect(findMeasure(id)?.compute(tableOf(rows), distance).value).toBeCloseTo(values[i]!, 3);
  });
});
