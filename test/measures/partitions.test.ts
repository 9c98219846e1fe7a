import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustedRand, jaccard } from '../../src/measures/partitions.ts';
import { meanSilhouette, silhouetteWidths } from '../../src/measures/silhouette.ts';

const labels = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 12 });

describe('the adjusted Rand index', () => {
  it.each([
    // Pairs together: 2 and 1 of 6, 1 in both; (1 - 1/3) / (3/2 - 1/3).
    [[0, 0, 1, 1], [0, 0, 1, 2], 4 / 7],
    // Nothing in common: (0 - 4/6) / (2 - 4/6).
    [[0, 0, 1, 1], [0, 1, 0, 1], -0.5],
    [[0, 0, 0, 0], [0, 1, 2, 3], 0],
    [[0, 1, 2], [2, 0, 1], 1],
    [[0, 0, 0], [1, 1, 1], 1],
  ])('of %j and %j is %d', (first, second, value) => {
    expect(adjustedRand(first, second)).toBeCloseTo(value, 12);
  });

  it('is symmetric, at most 1, 1 for the same partition, and knows no labels', () => {
    fc.assert(
      fc.property(labels, fc.infiniteStream(fc.integer({ min: 0, max: 3 })), (first, stream) => {
        const second = first.map(() => stream.next().value as number);
        const value = adjustedRand(first, second);
        expect(value).toBeLessThanOrEqual(1 + 1e-12);
        expect(adjustedRand(second, first)).toBeCloseTo(value, 12);
        expect(adjustedRand(first, first)).toBeCloseTo(1, 12);
        const relabelled = second.map((label) => 9 - label);
        expect(adjustedRand(first, relabelled)).toBeCloseTo(value, 12);
      }),
    );
  });
});

it('Jaccard similarity is the share of members that two sets share', () => {
  expect(jaccard(new Set([1, 2, 3]), new Set([2, 3, 4, 5]))).toBe(2 / 5);
  expect(jaccard(new Set([1]), new Set([2]))).toBe(0);
  expect(jaccard(new Set(), new Set())).toBe(1);
});

describe('silhouettes', () => {
  const line = (places: readonly number[]) => places.map((x) => places.map((y) => Math.abs(x - y)));

  it('are 0 for one alone, 1 for those that are alike and far from others', () => {
    const widths = silhouetteWidths(line([0, 1, 1, 2, 3, 3]), [0, 1, 1, 1, 2, 2]);
    expect(widths).toEqual([0, 0.5, 0.5, 0, 1, 1]);
    expect(meanSilhouette(widths)).toBe(0.5);
  });

  it('are undefined without a second cluster, and 0 where all are alike', () => {
    expect(silhouetteWidths(line([0, 1]), [0, 0])).toEqual([Number.NaN, Number.NaN]);
    expect(silhouetteWidths(line([2, 2, 2]), [0, 0, 1])).toEqual([0, 0, 0]);
  });
});
