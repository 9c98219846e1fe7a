import { expect, test } from 'vitest';
import { agreementIndex, attinaIndex, riceIndex } from '../../src/measures/cohesion.ts';

test('Rice (1925): a vote of 90 to 10 has a cohesion of .8', () => {
  expect(riceIndex({ yes: 90, no: 10 }).value).toBeCloseTo(0.8, 12);
});

// Hix, Noury & Roland, "Power to the Sides", British Journal of Political Science 35 (2005).
test('15 yes, 2 no, 5 abstaining: Attinà 36.36 %, Agreement Index .5227', () => {
  const counts = { yes: 15, no: 2, abstain: 5 };
  expect(100 * attinaIndex(counts).value!).toBeCloseTo(36.36, 2);
  expect(agreementIndex(counts).value).toBeCloseTo(0.5227, 4);
});
