import type { Contingency } from './measure.ts';

/** Positions of `count` >= 1 ordered categories, equally spaced on [-1, 1]; a single one is neutral. */
export function spaceEvenly(count: number): Float64Array {
  const values = new Float64Array(count);
  if (count === 1) return values;
  for (let i = 0; i < count; i++) values[i] = (2 * i) / (count - 1) - 1;
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

function isCategory(rating: number, categoryCount: number): boolean {
  return Number.isInteger(rating) && rating >= 0 && rating < categoryCount;
}
