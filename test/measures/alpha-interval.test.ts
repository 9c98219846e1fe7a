import { describe, expect, test } from 'vitest';
import { alphaWithInterval } from '../../src/measures/alpha-interval.ts';
import { krippendorffAlpha, type Ratings } from '../../src/measures/krippendorff-alpha.ts';
import { type CoderDesign, coderSampler } from './simulated-coders.ts';

const alone = (ratings: Ratings) => (ratings[0] ?? []).map((_, u) => String(u));

describe('there is no alpha, and why', () => {
  test.each<[string, Ratings, string, number]>([
    ['nobody codes', [], 'nothing that two coded', 0],
    ['one coder', [[0, 1, 2, 3, 4, 4]], 'nothing that two coded', 0],
    [
      'no position in common',
      [
        [0, 1, null, null],
        [null, null, 2, 3],
      ],
      'nothing that two coded',
      0,
    ],
    [
      'one label throughout',
      [
        [2, 2, 2, 2, 2],
        [2, 2, 2, 2, 2],
      ],
      'no variation: every coding is the same',
      5,
    ],
    // What only one coded would be the only variation.
    [
      'variation only where one coded',
      [
        [2, 2, 4],
        [2, 2, null],
      ],
      'no variation: every coding is the same',
      2,
    ],
  ])('%s', (_, ratings, reason, units) => {
    expect(alphaWithInterval(ratings, 'ordinal', alone(ratings))).toMatchObject({
      value: null,
      low: null,
      high: null,
      reason,
      units,
    });
  });

  test('with fewer than 5 clusters there is an alpha, but no interval', () => {
    const ratings = [
      [0, 1, 2, 3, 4, 1],
      [0, 1, 2, 3, 3, 1],
    ];
    const few = alphaWithInterval(ratings, 'ordinal', ['a', 'a', 'b', 'b', 'c', 'd']);
    expect(few).toMatchObject({
      low: null,
      high: null,
      reason: 'fewer than 5 clusters',
      units: 6,
      clusters: 4,
    });
    expect(few.value).toBe(krippendorffAlpha(ratings, 'ordinal').value);
    expect(
      alphaWithInterval(ratings, 'ordinal', ['a', 'a', 'b', 'c', 'd', 'e']).reason,
    ).toBeUndefined();
  });
});

test('perfect agreement has an interval that ends at 1 and begins below it', () => {
  const ratings = [
    [0, 1, 2, 3, 4, 1],
    [0, 1, 2, 3, 4, 1],
  ];
  const { value, low, high } = alphaWithInterval(ratings, 'ordinal', alone(ratings));
  expect([value, high]).toEqual([1, 1]);
  expect(low).toBeLessThan(0.6);
});

test('neither the order of coders nor that of units matters, and units of one coder do not', () => {
  const ratings = [
    [0, 1, 2, 3, 4, 1, 0, null],
    [0, 2, 2, 3, 3, 1, 1, 4],
    [null, 1, 2, 4, 4, 0, null, null],
  ];
  const clusters = ['a', 'a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const turned = ratings.toReversed().map((row) => row.toReversed());
  const found = alphaWithInterval(ratings, 'ordinal', clusters);
  const again = alphaWithInterval(turned, 'ordinal', clusters.toReversed());
  for (const key of ['value', 'low', 'high'] as const)
    expect(again[key]).toBeCloseTo(found[key]!, 12);
  const without = alphaWithInterval(
    ratings.map((row) => row.slice(0, -1)),
    'ordinal',
    clusters.slice(0, -1),
  );
  expect(without).toEqual(found);
  expect(found).toMatchObject({
    units: 7,
    raters: 3,
    pairs: 3 + 3 + 3 + 3 + 3 + 1 + 1,
    clusters: 6,
  });
});

test('the interval is Wilson’s for the disagreement, by a jackknife of alphas made anew', () => {
  const ratings = [
    [0, 1, 2, 3, 4, 1, 0, 2],
    [0, 2, 2, 3, 3, 1, 1, 2],
  ];
  const clusters = ['a', 'a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const names = [...new Set(clusters)];
  const alphas = names.map((name) => {
    const kept = clusters.flatMap((each, u) => (each === name ? [] : [u]));
    return krippendorffAlpha(
      ratings.map((row) => kept.map((u) => row[u]!)),
      'nominal',
    ).value!;
  });
  const mean = alphas.reduce((sum, each) => sum + each, 0) / 7;
  const jackknife = (6 / 7) * alphas.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  // Three of eight pairs differ; by chance 1 - sum n_c (n_c - 1) / n (n - 1) would.
  const p = 3 / 8;
  const counts = [3, 4, 5, 3, 1];
  const expected = 1 - counts.reduce((sum, n) => sum + n * (n - 1), 0) / (16 * 15);
  const effective = 8 ** 2 / (2 ** 2 + 6);
  const variance = (7 * jackknife * expected ** 2 + (2 * p * (1 - p)) / effective) / 9;
  const n = (p * (1 - p)) / variance;
  const step = 1.959964 ** 2 / n;
  const half = Math.sqrt(p * (1 - p) * step + step ** 2 / 4);
  const found = alphaWithInterval(ratings, 'nominal', clusters);
  expect(found.value).toBeCloseTo(1 - p / expected, 12);
  expect(found.low).toBeCloseTo(1 - (p + step / 2 + half) / (1 + step) / expected, 9);
  expect(found.high).toBeCloseTo(1 - (p + step / 2 - half) / (1 + step) / expected, 9);
});

describe('how often the interval holds the truth', () => {
  const even = [-1.2, -0.4, 0.4, 1.2];
  const rounds = 300;

  function coverages(design: Omit<CoderDesign, 'noise' | 'coders'>, positions: readonly number[]) {
    return [2, 3].flatMap((coders) =>
      [0.2, 0.5, 1].flatMap((noise) => {
        const draw = coderSampler({ ...design, coders, noise });
        const truth = krippendorffAlpha(draw(20_000).ratings, 'ordinal').value!;
        return positions.map((count) => {
          const found = Array.from({ length: rounds }, () => {
            const { ratings, clusters } = draw(count);
            return alphaWithInterval(ratings, 'ordinal', clusters);
          }).filter(({ low }) => low !== null);
          const holding = found.filter(({ low, high }) => low! <= truth && truth <= high!);
          return holding.length / found.length;
        });
      }),
    );
  }

  test('where every label occurs: .92 or more from 10 positions on', () => {
    const shares = coverages({ cuts: even, perIssue: 1, common: 0 }, [10, 20, 50]);
    expect(Math.min(...shares)).toBeGreaterThan(0.92);
  });

  test('where coders err alike within an issue: too wide rather than too narrow', () => {
    const shares = coverages({ cuts: even, perIssue: 5, common: 0.3 }, [50]);
    expect(Math.min(...shares)).toBeGreaterThan(0.96);
  });

  test('where nine of ten positions have one label: not to be relied on below 50', () => {
    const cuts = [1.2, 1.6, 2, 2.4];
    expect(Math.min(...coverages({ cuts, perIssue: 1, common: 0 }, [20]))).toBeLessThan(0.9);
    expect(Math.min(...coverages({ cuts, perIssue: 1, common: 0 }, [100]))).toBeGreaterThan(0.9);
  });
});
