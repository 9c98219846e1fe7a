import type { Coefficient } from './measure.ts';
import type { Ratings } from './krippendorff-alpha.ts';

/**
 * Fleiss' (1971) kappa from counts: how many raters put each unit (row) into each category (column).
 * At most 1; 0 is chance agreement. Every unit needs the same number of raters, at least two;
 * `null` otherwise, without units, and if all ratings are in one category.
 */
export function fleissKappa(counts: readonly (readonly number[])[]): Coefficient {
  const raters = counts[0]?.reduce((sum, count) => sum + count, 0);
  if (raters === undefined) return { value: null, reason: 'no issues' };
  if (raters < 2) return { value: null, reason: 'fewer than two countries have a position' };

  const perCategory = counts[0]!.map(() => 0);
  let agreeingPairs = 0;
  for (const unit of counts) {
    let total = 0;
    unit.forEach((count, category) => {
      total += count;
      perCategory[category]! += count;
      agreeingPairs += count * (count - 1);
    });
    if (total !== raters) {
      return {
        value: null,
        reason: "not every country has a position on every issue; Krippendorff's alpha can do that",
      };
    }
  }

  const ratings = counts.length * raters;
  if (perCategory.includes(ratings)) {
    return { value: null, reason: 'no variation: every position is the same' };
  }
  const observed = agreeingPairs / (ratings * (raters - 1));
  const expected = perCategory.reduce((sum, count) => sum + (count / ratings) ** 2, 0);
  return { value: (observed - expected) / (1 - expected) };
}

/**
 * Counts for `fleissKappa` from ratings that are category indices below `categoryCount`: a row for
 * each unit; a missing rating is counted nowhere.
 */
export function countCategories(ratings: Ratings, categoryCount: number): number[][] {
  const unitCount = ratings[0]?.length ?? 0;
  const counts = Array.from({ length: unitCount }, () =>
    Array.from({ length: categoryCount }, () => 0),
  );
  for (const rater of ratings) {
    rater.forEach((category, unit) => {
      if (category !== null) counts[unit]![category]!++;
    });
  }
  return counts;
}
