import type { Contingency, JointIssues } from './measure.ts';

/** Position on [-1, 1] of a place, in [0, count - 1], among `count` >= 1 equally spaced categories. */
export function positionAt(place: number, count: number): number {
  return count === 1 ? 0 : (2 * place) / (count - 1) - 1;
}

const spaced = new Map<number, Float64Array>();

/**
 * Positions of `count` >= 1 ordered categories, equally spaced on [-1, 1]; a single one is neutral.
 * One array for each count, shared by all who ask, so that distances are tabulated once: not to be
 * written to.
 */
export function spaceEvenly(count: number): Float64Array {
  let values = spaced.get(count);
  if (values === undefined) {
    values = Float64Array.from({ length: count }, (_, i) => positionAt(i, count));
    spaced.set(count, values);
  }
  return values;
}

/**
 * Contingency table of two countries on issues of one scale. Ratings are indices into its
 * `categoryCount` categories; an issue on which either is `null` is left out, never taken as neutral.
 * Weights default to 1. Throws a RangeError if the lists differ in length or a rating is no category.
 */
export function crossTabulate(
  first: readonly (number | null)[],
  second: readonly (number | null)[],
  categoryCount: number,
  weights?: readonly number[],
): Contingency {
  if (second.length !== first.length || (weights && weights.length !== first.length)) {
    throw new RangeError('both countries and the weights need one entry for each issue');
  }
  const cells = new Float64Array(categoryCount * categoryCount);
  first.forEach((row, issue) => {
    const column = second[issue]!;
    if (row === null || column === null) return;
    if (!isCategory(row, categoryCount) || !isCategory(column, categoryCount)) {
      throw new RangeError(`ratings must be categories 0 to ${categoryCount - 1}`);
    }
    cells[row * categoryCount + column]! += weights?.[issue] ?? 1;
  });
  return {
    strata: [{ scale: `${categoryCount} categories`, values: spaceEvenly(categoryCount), cells }],
    imputed: { weight: 0, distance: 0 },
  };
}

/** The contingency table of joint issues, with a stratum for each scale. */
export function tabulateIssues({ scales, issues }: JointIssues): Contingency {
  const strata = scales.map(({ scale, values }) => ({
    scale,
    values,
    cells: new Float64Array(values.length ** 2),
  }));
  const imputed = { weight: 0, distance: 0 };
  for (const { weight, stratum, cell, imputedDistance } of issues) {
    if (imputedDistance === undefined) strata[stratum]!.cells[cell]! += weight;
    else {
      imputed.weight += weight;
      imputed.distance += weight * imputedDistance;
    }
  }
  return { strata, imputed };
}

function isCategory(rating: number, categoryCount: number): boolean {
  return Number.isInteger(rating) && rating >= 0 && rating < categoryCount;
}
