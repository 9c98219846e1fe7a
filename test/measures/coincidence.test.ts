import { expect, test } from 'vitest';
import { coincidence } from '../../src/measures/coincidence.ts';
import type { CreditConvention } from '../../src/measures/conventions.ts';

test.each<[CreditConvention, number]>([
  ['lijphart', (6 + 1) / 11],
  ['voeten', (6 + 1) / 11],
  ['pct-agree', 6 / 11],
  ['state-2013', 6 / 9],
  ['state-2017', (6 + 1) / 11],
  ['state-2022', (6 + 1 + 2.5) / 16],
])('6 same, 2 partial, 3 opposite, 5 absent by %s: %d', (convention, value) => {
  const counts = { same: 6, partial: 2, opposite: 3, absent: 5 };
  expect(coincidence(counts, convention).value).toBeCloseTo(value, 12);
});

test('no value where the convention drops every vote', () => {
  const counts = { same: 0, partial: 2, opposite: 0, absent: 5 };
  expect(coincidence(counts, 'state-2013')).toEqual({
    value: null,
    reason: 'no votes that the convention counts',
  });
  expect(coincidence(counts, 'state-2022').value).toBe(0.5);
});
