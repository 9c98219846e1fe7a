import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { scaleClassically } from '../../src/measures/classical-scaling.ts';

const coordinate = fc.integer({ min: -20, max: 20 });
const plane = fc.uniqueArray(fc.tuple(coordinate, coordinate), {
  minLength: 3,
  maxLength: 9,
  selector: String,
});
const distancesOf = (points: readonly (readonly number[])[]) =>
  points.map((p) => points.map((q) => Math.hypot(p[0]! - q[0]!, p[1]! - q[1]!)));

it('finds points of a plane again, whatever their order, and says that nothing is missing', () => {
  fc.assert(
    fc.property(plane, (points) => {
      const wanted = distancesOf(points);
      const { points: found, fit, eigenvalues } = scaleClassically(wanted, 2);
      const distances = distancesOf(found);
      for (const [i, row] of wanted.entries())
        for (const [j, value] of row.entries()) expect(distances[i]![j]).toBeCloseTo(value, 6);
      expect(fit?.absolute).toBeCloseTo(1, 9);
      expect(eigenvalues.slice(2).every((value) => value === 0)).toBe(true);
      for (const axis of [0, 1]) {
        const values = found.map((point) => point[axis]!);
        expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 6);
        expect(Math.max(...values)).toBeGreaterThanOrEqual(-Math.min(...values) * (1 - 1e-8));
      }
      const backwards = scaleClassically(distancesOf(points.toReversed()), 2);
      expect(backwards.eigenvalues[0]).toBeCloseTo(eigenvalues[0]!, 6);
      expect(scaleClassically(wanted, 2)).toEqual(scaleClassically(wanted, 2));
    }),
  );
});

it('reports negative eigenvalues where no space has such distances', () => {
  // By hand: three 2 apart from each other and a fourth 1 from each, whom no space has room for. Centred,
  // the three have 2 twice, and the axis of the fourth has -1/4.
  const { eigenvalues, fit } = scaleClassically(
    [
      [0, 2, 2, 1],
      [2, 0, 2, 1],
      [2, 2, 0, 1],
      [1, 1, 1, 0],
    ],
    2,
  );
  expect(eigenvalues.map((value) => Number(value.toFixed(9)))).toEqual([2, 2, 0, -0.25]);
  expect(fit?.positive).toBeCloseTo(1, 12);
  expect(fit?.absolute).toBeCloseTo(4 / 4.25, 12);
});

it('of objects all alike is one point without a fit', () => {
  const { points, fit } = scaleClassically(
    [0, 1, 2].map(() => [0, 0, 0]),
    2,
  );
  expect(points).toEqual([0, 1, 2].map(() => [0, 0]));
  expect(fit).toBeNull();
});
