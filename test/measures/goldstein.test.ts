import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreement } from '../../src/measures/agreement.ts';
import {
  addWeights,
  intervalOfGoldstein,
  summarizeGoldstein,
  summarizeSums,
  sumsOfWeight,
} from '../../src/measures/goldstein.ts';
import { intervalOf as intervalOfMeasure } from '../../src/measures/intervals.ts';

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

describe('sums', () => {
  const weight = fc.integer({ min: -100, max: 100 }).map((tenths) => tenths / 10);

  test('are the same, to the last digit, in whatever order and parts they were added', () => {
    fc.assert(
      fc.property(fc.array(weight), fc.nat(40), (weights, cut) => {
        const parts = [weights.slice(cut), weights.slice(0, cut)].map((part) =>
          addWeights(part.map(sumsOfWeight)),
        );
        expect(addWeights(parts)).toEqual(addWeights(weights.map(sumsOfWeight)));
        expect(summarizeSums(addWeights(parts))).toEqual(summarizeGoldstein(weights));
      }),
    );
  });

  test('are whole thousandths, and of nothing 0', () => {
    expect(addWeights([sumsOfWeight(7.4), sumsOfWeight(-0.1), sumsOfWeight(0)])).toEqual({
      n: 3,
      cooperative: 1,
      conflictual: 1,
      positive: 7400,
      negative: 100,
      squares: 7400 ** 2 + 100 ** 2,
    });
    expect(Object.values(addWeights([]))).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('the interval of the mean', () => {
  const intervalOf = (weights: readonly number[]) =>
    intervalOfGoldstein(addWeights(weights.map(sumsOfWeight))).interval;

  test('needs five interactions', () => {
    const reason = 'fewer than 5 interactions';
    expect(intervalOf([1, 2, 3, 4])).toEqual({ low: null, high: null, reason });
  });

  test('contains the mean, within the range, and narrows with the number', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 5, maxLength: 40 }),
        (tenths) => {
          const weights = tenths.map((each) => each / 10);
          const { low, high } = intervalOf(weights);
          const mean = summarizeGoldstein(weights).meanGoldstein.value!;
          expect(low!).toBeLessThanOrEqual(mean);
          expect(high!).toBeGreaterThanOrEqual(mean);
          expect(low!).toBeGreaterThanOrEqual(-10);
          expect(high!).toBeLessThanOrEqual(10);
          const twice = intervalOf([...weights, ...weights]);
          expect(twice.high! - twice.low!).toBeLessThan(high! - low!);
        },
      ),
    );
  });

  test('is that of an agreement over as many issues, where all weights are at the ends', () => {
    const weights = [10, 10, 10, -10, 10, -10, 10, 10];
    const { low, high } = intervalOf(weights);
    const issues = weights.map((each, cluster) => ({
      stratum: 0,
      cell: each > 0 ? 0 : 1,
      weight: 1,
      cluster: String(cluster),
    }));
    const scales = [{ scale: 'ends', values: Float64Array.of(-1, 1) }];
    const agreed = intervalOfMeasure(
      { scales, issues },
      {
        measure: agreement,
        distance: 'linear',
      },
    );
    expect(low).toBeCloseTo(20 * agreed.low! - 10, 10);
    expect(high).toBeCloseTo(20 * agreed.high! - 10, 10);
  });

  // Cumulative probabilities of weights, as of events that are mostly words and seldom violence.
  const weights: readonly (readonly [below: number, weight: number])[] = [
    [0.15, 0],
    [0.4, 1],
    [0.65, 2.8],
    [0.75, 4],
    [0.9, -2],
    [0.95, -5],
    [1, -10],
  ];
  const mean = 0.25 + 0.25 * 2.8 + 0.1 * 4 - 0.15 * 2 - 0.05 * 5 - 0.05 * 10;

  test.each([5, 12, 50, 300])('of %i holds the true mean nineteen times in twenty', (n) => {
    let state = n;
    const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    let held = 0;
    for (let run = 0; run < 600; run++) {
      const drawn = Array.from({ length: n }, () => {
        const place = next();
        return weights.find(([below]) => place < below)![1];
      });
      const { low, high } = intervalOf(drawn);
      if (low! <= mean && mean <= high!) held++;
    }
    expect(held / 600).toBeGreaterThanOrEqual(0.93);
  });
});
