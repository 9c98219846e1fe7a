import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/** Points whose distances come near to given dissimilarities. */
export interface Scaling {
  /** Coordinates of each object on each axis, the axis that carries most first; centred on 0. */
  readonly points: readonly (readonly number[])[];
  /** All of them, largest first: as many as objects; negative ones are what no plane or space can show. */
  readonly eigenvalues: readonly number[];
  /**
   * What the axes carry of the eigenvalues, in [0, 1]: as a share of the sum of their absolute values, and of the
   * sum of the positive ones (Mardia 1978). `null` where all dissimilarities are 0.
   */
  readonly fit: { readonly absolute: number; readonly positive: number } | null;
}

/** Smaller than this against the largest, an eigenvalue, or a difference of coordinates, is rounding. */
const rounding = 1e-9;

/**
 * Which end of an axis is which has no meaning, so the object farthest out lies at its positive end; of those equally
 * far, the first one.
 */
function orient(axis: readonly number[]): readonly number[] {
  const most = Math.max(...axis.map(Math.abs));
  const farthest = axis.find((value) => Math.abs(value) >= most * (1 - rounding)) ?? 0;
  return axis.map((value) => (farthest < 0 ? -value : value) + 0);
}

/**
 * Classical scaling (Torgerson 1952; Gower 1966): the squared dissimilarities, centred by row and column, are taken
 * apart into eigenvectors, of which the first ones, each as long as the square root of its eigenvalue, are the axes.
 * An axis without a positive eigenvalue is 0 throughout.
 *
 * @param dissimilarity square and symmetric, >= 0, no value missing
 * @param axes how many
 */
export function scaleClassically(
  dissimilarity: readonly ArrayLike<number>[],
  axes: number,
): Scaling {
  const n = dissimilarity.length;
  const squared = dissimilarity.map((row) => Array.from(row, (value) => value ** 2));
  const means = squared.map((row) => row.reduce((sum, value) => sum + value, 0) / n);
  const mean = means.reduce((sum, value) => sum + value, 0) / n;
  const centred = squared.map((row, i) =>
    row.map((value, j) => -(value - means[i]! - means[j]! + mean) / 2),
  );
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(new Matrix(centred), {
    assumeSymmetric: true,
  });
  const order = [...realEigenvalues.keys()].sort(
    (x, y) => realEigenvalues[y]! - realEigenvalues[x]! || x - y,
  );
  const largest = Math.max(...realEigenvalues.map(Math.abs), 0);
  const eigenvalues = order.map((place) => {
    const value = realEigenvalues[place]!;
    return Math.abs(value) <= largest * rounding ? 0 : value;
  });
  const columns = Array.from({ length: axes }, (_, axis) => {
    const value = Math.max(0, eigenvalues[axis] ?? 0);
    const own = value === 0 ? [] : eigenvectorMatrix.getColumn(order[axis]!);
    return value === 0
      ? dissimilarity.map(() => 0)
      : orient(own.map((each) => each * Math.sqrt(value)));
  });
  const total = (of: (value: number) => number, values = eigenvalues) =>
    values.reduce((sum, value) => sum + of(value), 0);
  const positive = (value: number) => Math.max(0, value);
  const shown = total(positive, eigenvalues.slice(0, axes));
  return {
    points: dissimilarity.map((_, i) => columns.map((column) => column[i]!)),
    eigenvalues,
    fit:
      largest === 0
        ? null
        : { absolute: shown / total(Math.abs), positive: shown / total(positive) },
  };
}
