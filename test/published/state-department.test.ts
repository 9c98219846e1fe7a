import { expect, test } from 'vitest';
import { coincidence } from '../../src/measures/coincidence.ts';
import { creditConventions } from '../../src/measures/conventions.ts';
import type { CreditConvention } from '../../src/measures/conventions.ts';

// US Department of State, Voting Practices in the United Nations, reports of the years named.
const nothing = { same: 0, partial: 0, opposite: 0, absent: 0 };

test.each<[number, string, CreditConvention, Partial<typeof nothing>, number, number]>([
  [2013, 'China', 'state-2013', { same: 30, opposite: 45 }, 0.4, 3],
  [2013, 'Russia', 'state-2013', { same: 30, opposite: 37 }, 0.448, 3],
  [2017, 'Afghanistan', 'state-2017', { same: 12, opposite: 62, partial: 11 }, 0.21, 2],
  [2017, 'Australia', 'state-2017', { same: 42, opposite: 23, partial: 28 }, 0.6, 2],
  [2020, 'China', 'state-2017', { same: 10, partial: 17, opposite: 71 }, 0.19, 2],
  [2020, 'Israel', 'state-2017', { same: 87, partial: 6, opposite: 6 }, 0.91, 2],
])('State Department %i: %s by %s', (_year, _country, convention, counts, value, digits) => {
  expect(coincidence({ ...nothing, ...counts }, convention).value).toBeCloseTo(value, digits);
});

test('no convention reproduces the .32 of Afghanistan in the report of 2021 from its own counts', () => {
  const counts = { same: 15, partial: 8, opposite: 49, absent: 14 };
  const conventions = Object.keys(creditConventions) as CreditConvention[];
  const scores = conventions.map((convention) => coincidence(counts, convention).value?.toFixed(2));
  expect(scores).toEqual(['0.26', '0.26', '0.21', '0.23', '0.26', '0.30']);
  expect(scores).not.toContain('0.32');
});
