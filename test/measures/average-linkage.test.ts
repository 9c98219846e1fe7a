import * as fc from 'fast-check';
import { agnes } from 'ml-hclust';
import { describe, expect, it } from 'vitest';
import { type Cluster, clusterByAverage, cutInto } from '../../src/measures/average-linkage.ts';

/** Symmetric matrices; distances of few values tie, those of many hardly ever do. */
function matrices(distance: fc.Arbitrary<number>) {
  return fc.integer({ min: 2, max: 12 }).chain((n) =>
    fc
      .array(distance, { minLength: (n * (n - 1)) / 2, maxLength: (n * (n - 1)) / 2 })
      .map((values) => {
        const square = Array.from({ length: n }, () => Array.from({ length: n }, () => 0));
        let next = 0;
        for (let i = 0; i < n; i++)
          for (let j = 0; j < i; j++) square[i]![j] = square[j]![i] = values[next++]!;
        return square;
      }),
  );
}
// Without bias: small numbers, which are tried more often else, are often the same, or the mean of two others.
const untied = matrices(
  fc.noBias(fc.integer({ min: 1, max: 2 ** 40 })).map((value) => value / 2 ** 40),
);
const tied = matrices(fc.constantFrom(0, 0.25, 0.5, 1));

function heights({ height, children }: Cluster): readonly number[] {
  return children.length === 0 ? [] : [height, ...children.flatMap(heights)];
}

function objects({ first, children }: Cluster): readonly number[] {
  return children.length === 0 ? [first] : children.flatMap(objects);
}

/** A partition, however it is written. */
function partition(clusters: readonly Cluster[]): readonly string[] {
  return clusters
    .map((each) =>
      objects(each)
        .toSorted((x, y) => x - y)
        .join(' '),
    )
    .sort();
}

describe('average linkage', () => {
  it('by hand: 0 and 1 join at 2, then 2 at (6 + 10) / 2, then 3 at (12 + 13 + 20) / 3', () => {
    const root = clusterByAverage([
      [0, 2, 6, 12],
      [2, 0, 10, 13],
      [6, 10, 0, 20],
      [12, 13, 20, 0],
    ]);
    expect(heights(root)).toEqual([15, 8, 2]);
    expect(objects(root)).toEqual([0, 1, 2, 3]);
    expect(partition(cutInto(root, 2))).toEqual(['0 1 2', '3']);
    expect(partition(cutInto(root, 4))).toEqual(['0', '1', '2', '3']);
    expect(partition(cutInto(root, 9))).toEqual(['0', '1', '2', '3']);
  });

  it('joins at the heights that ml-hclust finds', () => {
    fc.assert(
      fc.property(untied, (square) => {
        const wanted: number[] = [];
        agnes(square, { method: 'average', isDistanceMatrix: true }).traverse((each) => {
          if (!each.isLeaf) wanted.push(each.height);
        });
        const found = heights(clusterByAverage(square)).toSorted((x, y) => x - y);
        expect(found.length).toBe(wanted.length);
        for (const [i, height] of wanted.sort((x, y) => x - y).entries())
          expect(found[i]).toBeCloseTo(height, 12);
      }),
    );
  });

  it('joins at the mean dissimilarity of members, higher and higher, ties or not', () => {
    fc.assert(
      fc.property(fc.oneof(untied, tied), (square) => {
        const visit = ({ height, size, first, children }: Cluster): void => {
          if (children.length === 0) return;
          const [left, right] = children.map(objects);
          const all = left!.flatMap((i) => right!.map((j) => square[i]![j]!));
          expect(height).toBeCloseTo(all.reduce((sum, d) => sum + d, 0) / all.length, 12);
          expect(size).toBe(left!.length + right!.length);
          expect(first).toBe(Math.min(...left!, ...right!));
          for (const child of children) expect(child.height).toBeLessThanOrEqual(height + 1e-12);
          children.forEach(visit);
        };
        const root = clusterByAverage(square);
        visit(root);
        expect(root.size).toBe(square.length);
        expect(clusterByAverage(square)).toEqual(root);
      }),
    );
  });

  it('finds the same clusters whatever the objects are called', () => {
    const renamed = untied.chain((square) =>
      fc.tuple(
        fc.constant(square),
        fc.shuffledSubarray([...square.keys()], { minLength: square.length }),
      ),
    );
    fc.assert(
      fc.property(renamed, ([square, order]) => {
        const other = order.map((i) => order.map((j) => square[i]![j]!));
        // Values that are alike to rounding tie.
        const values = square.flatMap((row, i) => row.slice(0, i)).sort((x, y) => x - y);
        fc.pre(values.every((value, i) => i === 0 || value - values[i - 1]! > 1e-9));
        const back = cutInto(clusterByAverage(other), 2).map((each) =>
          objects(each)
            .map((i) => order[i]!)
            .toSorted((x, y) => x - y)
            .join(' '),
        );
        expect(back.sort()).toEqual(partition(cutInto(clusterByAverage(square), 2)));
      }),
    );
  });

  it('of equally near ones joins those with the earliest objects', () => {
    const all = (n: number) =>
      Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => Number(i !== j)));
    const [first, second] = clusterByAverage(all(4)).children;
    expect([objects(first!), objects(second!)]).toEqual([[0, 1, 2], [3]]);
  });
});
