import { countCommonBits, countCrossedBits, planesOf, wordOf } from './planes';

/**
 * Sums over the joint issues of dyads, which may hold those over other issues.
 *
 * @param start, end the dyads of these countries with all that follow them
 * @param bits, words, from, to as for tables
 * @param weight of each issue
 * @param distances of the cells of a table (f64): symmetric, and 0 on the diagonal
 * @param joint added to: issues of each dyad (u32)
 * @param total added to: their weight (f64)
 * @param apart added to: their weight times distance (f64)
 */
export function sumCountries(
  start: i32,
  end: i32,
  countries: i32,
  categories: i32,
  bits: usize,
  words: i32,
  from: usize,
  to: usize,
  weight: f64,
  distances: usize,
  joint: usize,
  total: usize,
  apart: usize,
): void {
  const stride = (words as usize) << 2;
  const before = ((start * (2 * countries - start - 1)) >> 1) as usize;
  joint += before << 2;
  total += before << 3;
  apart += before << 3;
  for (let a = start; a < end; a++) {
    const fromA = wordOf(from, a);
    const toA = wordOf(to, a);
    if (fromA >= toA) {
      const others = (countries - a - 1) as usize;
      joint += others << 2;
      total += others << 3;
      apart += others << 3;
      continue;
    }
    for (let b = a + 1; b < countries; b++) {
      const first = max(fromA, wordOf(from, b));
      const size = min(toA, wordOf(to, b)) - first;
      if (size > 0) {
        const planesA = planesOf(bits, a, categories, words, first);
        const planesB = planesOf(bits, b, categories, words, first);
        let issues = 0;
        let distance: f64 = 0;
        let at = distances;
        for (let i = 0; i < categories; i++) {
          const iA = planesA + (i as usize) * stride;
          const iB = planesB + (i as usize) * stride;
          issues += countCommonBits(iA, iB, size);
          at += ((i + 1) as usize) << 3;
          for (let j = i + 1; j < categories; j++) {
            const jA = planesA + (j as usize) * stride;
            const jB = planesB + (j as usize) * stride;
            const crossed = countCrossedBits(iA, jB, jA, iB, size);
            issues += crossed;
            distance += (crossed as f64) * load<f64>(at);
            at += 8;
          }
        }
        store<u32>(joint, load<u32>(joint) + issues);
        store<f64>(total, load<f64>(total) + (issues as f64) * weight);
        store<f64>(apart, load<f64>(apart) + distance * weight);
      }
      joint += 4;
      total += 8;
      apart += 8;
    }
  }
}

/**
 * Mean distance of each dyad: NaN without joint issues.
 *
 * @param apart divided by the total of the dyad (f64)
 */
export function averageDyads(dyads: i32, total: usize, apart: usize): void {
  for (const end = apart + ((dyads as usize) << 3); apart < end; apart += 8) {
    store<f64>(apart, load<f64>(apart) / load<f64>(total));
    total += 8;
  }
}
