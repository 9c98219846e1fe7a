import { countCommonBits, planesOf, wordOf } from './planes';

/**
 * Tables of a country with all that follow it.
 *
 * @returns where the tables end
 */
function tabulateCountry(
  a: i32,
  countries: i32,
  categories: i32,
  bits: usize,
  words: i32,
  from: usize,
  to: usize,
  start: i32,
  end: i32,
  cells: usize,
): usize {
  const fromA = wordOf(from, a);
  const toA = wordOf(to, a);
  const stride = (words as usize) << 2;
  for (let b = a + 1; b < countries; b++) {
    const first = max(start, max(fromA, wordOf(from, b)));
    const size = max(0, min(end, min(toA, wordOf(to, b))) - first);
    const planesA = planesOf(bits, a, categories, words, first);
    const planesB = planesOf(bits, b, categories, words, first);
    for (let i = 0; i < categories; i++) {
      for (let j = 0; j < categories; j++) {
        const planeA = planesA + (i as usize) * stride;
        const planeB = planesB + (j as usize) * stride;
        store<i32>(cells, countCommonBits(planeA, planeB, size));
        cells += 4;
      }
    }
  }
  return cells;
}

/**
 * Contingency tables of all dyads.
 *
 * @param bits planes of 32-bit words, one a category of each country
 * @param words words of a plane
 * @param from first word in which each country has a bit (u32)
 * @param to the word after the last (u32)
 * @param start first word to count
 * @param end the word after the last to count
 * @param cells filled: categories squared (i32) for each dyad, row = the category of the first country
 */
export function tabulateCountries(
  countries: i32,
  categories: i32,
  bits: usize,
  words: i32,
  from: usize,
  to: usize,
  start: i32,
  end: i32,
  cells: usize,
): void {
  for (let a = 0; a < countries; a++) {
    cells = tabulateCountry(a, countries, categories, bits, words, from, to, start, end, cells);
  }
}
