import { countCommonBits, countCrossedBits, planesOf, wordOf } from './planes';

/**
 * Sums over the joint issues of dyads, which may hold those over other issues.
 *
 * @param bits, words, from, to as for tables
 * @param weight of each issue
 * @param lost weight of each issue times a distance that is the same for all dyads
 * @param distances of the cells of a table (f64): symmetric; NaN where two categories are not joint
 * @param sums added to: weight, weight times the common distance, weight times own distance of each dyad (f64)
 */
export function sumCountries(
  countries: i32,
  categories: i32,
  bits: usize,
  words: i32,
  from: usize,
  to: usize,
  weight: f64,
  lost: f64,
  distances: usize,
  sums: usize,
): void {
  const stride = (words as usize) << 2;
  for (let a = 0; a < countries; a++) {
    const fromA = wordOf(from, a);
    const toA = wordOf(to, a);
    for (let b = a + 1; b < countries; b++, sums += 24) {
      const first = max(fromA, wordOf(from, b));
      const size = min(toA, wordOf(to, b)) - first;
      if (size <= 0) continue;
      const planesA = planesOf(bits, a, categories, words, first);
      const planesB = planesOf(bits, b, categories, words, first);
      let issues = 0;
      let apart: f64 = 0;
      for (let i = 0; i < categories; i++) {
        const iA = planesA + (i as usize) * stride;
        const iB = planesB + (i as usize) * stride;
        for (let j = i; j < categories; j++) {
          const distance = load<f64>(distances + (((i * categories + j) as usize) << 3));
          if (distance != distance) continue;
          const jB = planesB + (j as usize) * stride;
          const common =
            i == j
              ? countCommonBits(iA, iB, size)
              : countCrossedBits(iA, jB, planesA + (j as usize) * stride, iB, size);
          issues += common;
          apart += (common as f64) * distance;
        }
      }
      store<f64>(sums, load<f64>(sums) + (issues as f64) * weight);
      store<f64>(sums, load<f64>(sums, 8) + (issues as f64) * lost, 8);
      store<f64>(sums, load<f64>(sums, 16) + apart * weight, 16);
    }
  }
}
