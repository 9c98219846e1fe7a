import { LuDecomposition, Matrix } from 'ml-matrix';
import type { QuadraticForm } from './linked-form.ts';

/** The best shifts for some scales. */
interface Shifts {
  readonly shifts: Float64Array;
  /** Of the constraint on the mean of all points. */
  readonly multiplier: number;
  /** Slope of the form in each scale when the shifts follow it. */
  readonly slopes: Float64Array;
}

interface Elimination {
  /** Information of the scales when the shifts follow them. */
  readonly information: Matrix;
  readonly shiftsOf: (scales: Float64Array) => Shifts;
}

/** One half by one half of a form: shifts first, then scales. */
function quarter({ information }: QuadraticForm, size: number, top: number, left: number): Matrix {
  const rows = Array.from({ length: size }, (_, i) => {
    const from = (top + i) * 2 * size + left;
    return information.subarray(from, from + size);
  });
  return new Matrix(rows as unknown as number[][]);
}

/**
 * Solves a quadratic form around shifts 0 and scales 1 for the shifts, under a mean of 0 over all points:
 * they enter by squares alone, so that what is left is a problem in the scales, half as large.
 *
 * @param countries of each session
 * @param sums of their points
 */
export function eliminateShifts(
  form: QuadraticForm,
  countries: Float64Array,
  sums: Float64Array,
): Elimination {
  const size = countries.length;
  const own = quarter(form, size, 0, 0);
  const cross = quarter(form, size, 0, size);
  const ofScales = quarter(form, size, size, size);
  const bordered = Matrix.zeros(size + 1, size + 1).setSubMatrix(own, 0, 0);
  const withMean = Matrix.zeros(size + 1, size).setSubMatrix(cross, 0, 0);
  for (let i = 0; i < size; i++) {
    bordered.set(i, size, countries[i]!).set(size, i, countries[i]!);
    withMean.set(size, i, sums[i]!);
  }
  const solver = new LuDecomposition(bordered);
  const following = withMean.transpose();
  const information = Matrix.sub(ofScales, following.mmul(solver.solve(withMean)));
  const shiftsOf = (scales: Float64Array): Shifts => {
    const changes = Matrix.columnVector(Array.from(scales, (scale) => scale - 1));
    const right = Matrix.zeros(size + 1, 1);
    const pulled = cross.mmul(changes);
    for (let i = 0; i < size; i++) {
      right.set(i, 0, form.gradient[i]! - pulled.get(i, 0));
      right.set(size, 0, right.get(size, 0) - sums[i]! * scales[i]!);
    }
    const solution = solver.solve(right);
    const drawn = following.mmul(solution).add(ofScales.mmul(changes));
    return {
      shifts: Float64Array.from({ length: size }, (_, i) => solution.get(i, 0)),
      multiplier: solution.get(size, 0),
      slopes: Float64Array.from(scales, (_, i) => form.gradient[size + i]! - drawn.get(i, 0)),
    };
  };
  return { information, shiftsOf };
}
