import { expect, test } from 'vitest';
import { logFactorial } from '../../src/measures/log-factorial.ts';

test('is the sum of logarithms, from the table and from the series', () => {
  let sum = 0;
  for (let n = 0; n <= 400; n++) {
    if (n > 1) sum += Math.log(n);
    expect(Math.abs(logFactorial(n) - sum)).toBeLessThanOrEqual(1e-12 * Math.max(1, sum));
  }
});

test('is exact to the last digits where the series begins', () => {
  // ln 63!, ln 64! and ln 65! to sixteen digits, from the factorials themselves.
  expect(logFactorial(63)).toBeCloseTo(201.0093163992815, 11);
  expect(logFactorial(64)).toBeCloseTo(205.1681994826412, 11);
  expect(logFactorial(65)).toBeCloseTo(209.3425867525368, 11);
});
