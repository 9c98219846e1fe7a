import { describe, expect, test } from 'vitest';
import { spaceEvenly } from '../../src/measures/contingency.ts';
import { intervalOf } from '../../src/measures/intervals.ts';
import { findMeasure } from '../../src/measures/registry.ts';
import { dyadOf, sampler } from '../bench/simulated-dyads.mjs';

/** An extract of test/bench/coverage.mjs: fewer cells, fewer samples, the same ones each time. */

const rounds = 400;

const kinds = { 'yes or no': [0.5, 0.5], ordinal: [0.2, 0.2, 0.2, 0.2, 0.2] };

/** Share of the intervals that hold the truth, of those that there are. */
function coverage(
  id: 'agreement' | 'kappa' | 'pi',
  margins: readonly number[],
  agreement: number,
  issues: number,
  perCluster: number,
): number {
  const dyad = dyadOf(margins, agreement);
  const measure = findMeasure(id);
  if (!dyad || !measure) throw new Error('no such dyad or measure');
  const scales = [{ scale: 'simulated', values: spaceEvenly(dyad.k) }];
  const draw = sampler(dyad, { issues, perCluster, common: 0.8 });
  const truth = dyad.truth[id];
  const intervals = Array.from({ length: rounds }, () =>
    intervalOf({ scales, issues: draw() }, { measure, distance: 'linear' }),
  ).filter(({ low }) => low !== null);
  const holding = intervals.filter(({ low, high }) => low! <= truth && high! >= truth);
  return holding.length / intervals.length;
}

function coverages(
  id: 'agreement' | 'kappa' | 'pi',
  agreements: readonly number[],
  designs: readonly (readonly [issues: number, perCluster: number])[],
): readonly number[] {
  return Object.values(kinds).flatMap((margins) =>
    agreements.flatMap((agreement) =>
      designs.map(([issues, perCluster]) => coverage(id, margins, agreement, issues, perCluster)),
    ),
  );
}

const shareWithin = (shares: readonly number[], low: number, high: number) =>
  shares.filter((share) => share >= low && share <= high).length / shares.length;

describe('the 95 % interval holds the truth', () => {
  test('of agreement with three clusters or more: nowhere below .80, mostly in .92 to .99', () => {
    const shares = coverages(
      'agreement',
      [0.6, 0.85, 0.97],
      [
        [5, 1],
        [20, 1],
        [20, 3],
        [50, 1],
        [50, 5],
        [100, 10],
      ],
    );
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.8);
    expect(shareWithin(shares, 0.92, 0.99)).toBeGreaterThanOrEqual(0.85);
  });

  test('of agreement with one or two clusters: hardly ever below .90', () => {
    const shares = coverages(
      'agreement',
      [0.6, 0.85, 0.97],
      [
        [5, 3],
        [5, 5],
        [20, 10],
      ],
    );
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.88);
  });

  test.each(['kappa', 'pi'] as const)('of %s from 20 issues and 10 clusters on', (id) => {
    const shares = coverages(
      id,
      [0.6, 0.85],
      [
        [20, 1],
        [50, 5],
      ],
    );
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.91);
    expect(Math.max(...shares)).toBeLessThanOrEqual(0.99);
  });
});
