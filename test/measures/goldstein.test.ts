import { expect, test } from 'vitest';
import { summarizeGoldstein } from '../../src/measures/goldstein.ts';

test('counts, net, mean and share of cooperative weight; a neutral event is neither', () => {
  expect(summarizeGoldstein([7, 3, 0, -2, -4])).toEqual({
    n: 5,
    cooperative: 2,
    conflictual: 2,
    meanGoldstein: { value: 0.8 },
    net: 4,
    cooperativeShare: { value: 0.625 },
  });
});

test('conflict alone has a negative net and no cooperative share', () => {
  const summary = summarizeGoldstein([-10]);
  expect(summary).toMatchObject({ cooperative: 0, conflictual: 1, net: -10 });
  expect(summary.cooperativeShare).toEqual({ value: 0 });
});

test('without interactions, and with neutral ones alone', () => {
  const none = { value: null, reason: 'no cooperative or conflictual interactions' };
  expect(summarizeGoldstein([])).toEqual({
    n: 0,
    cooperative: 0,
    conflictual: 0,
    meanGoldstein: { value: null, reason: 'no interactions' },
    net: 0,
    cooperativeShare: none,
  });
  expect(summarizeGoldstein([0])).toMatchObject({
    n: 1,
    meanGoldstein: { value: 0 },
    cooperativeShare: none,
  });
});
