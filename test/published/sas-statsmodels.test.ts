import { expect, test } from 'vitest';
import { cohenKappa } from '../../src/measures/cohen-kappa.ts';
import { fleissKappa } from '../../src/measures/fleiss-kappa.ts';
import { tableOf } from '../measures/tables.ts';

// SAS output that statsmodels tests its module stats.inter_rater against.
const ratings = tableOf([
  [0, 4, 1],
  [0, 8, 0],
  [0, 1, 5],
]);

test('SAS and statsmodels: kappa is .4842, with linear weights .4701', () => {
  expect(cohenKappa.compute(ratings, 'nominal').value).toBeCloseTo(0.4842, 4);
  expect(cohenKappa.compute(ratings, 'linear').value).toBeCloseTo(0.4701, 4);
});

test("the worked example of Fleiss' kappa, ten subjects and fourteen raters, is .210", () => {
  const counts = [
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
  ];
  expect(fleissKappa(counts).value).toBeCloseTo(0.21, 3);
});
