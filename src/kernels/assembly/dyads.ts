/** Contingency tables of dyads from planes of bits. */

/** Bits set in both of two runs of 32-bit words. */
function countCommonBits(a: usize, b: usize, words: i32): i32 {
  let count: i64 = 0;
  const pairs = words >> 1;
  for (let pair = 0; pair < pairs; pair++) {
    count += popcnt<i64>(load<i64>(a) & load<i64>(b));
    a += 8;
    b += 8;
  }
  return (count as i32) + (words & 1 ? popcnt<i32>(load<i32>(a) & load<i32>(b)) : 0);
}

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
  const fromA = load<i32>(from + ((a as usize) << 2));
  const toA = load<i32>(to + ((a as usize) << 2));
  const stride = (words as usize) << 2;
  for (let b = a + 1; b < countries; b++) {
    const first = max(start, max(fromA, load<i32>(from + ((b as usize) << 2))));
    const size = max(0, min(end, min(toA, load<i32>(to + ((b as usize) << 2)))) - first);
    const planesA = bits + ((a * categories) as usize) * stride + ((first as usize) << 2);
    const planesB = bits + ((b * categories) as usize) * stride + ((first as usize) << 2);
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

/**
 * Sets the bit of an issue in the plane of the category that a country has on it.
 *
 * @param row categories of a country, by issue (i8); negative ones set no bit
 * @param issues the issues to take, by index into the row (u32)
 * @param planes of the country, all zero
 */
export function packCountry(row: usize, issues: usize, size: i32, planes: usize, words: i32): void {
  for (let i = 0; i < size; i++) {
    const category = load<i8>(row + (load<u32>(issues + ((i as usize) << 2)) as usize)) as i32;
    if (category < 0) continue;
    const word = planes + (((category * words + (i >> 5)) as usize) << 2);
    store<u32>(word, load<u32>(word) | ((1 as u32) << (i & 31)));
  }
}

/**
 * Adds up the tables of issues of one weight.
 *
 * @param size cells of a table
 * @param distances of the cells (f64)
 * @param joint added to: issues of each dyad (u32)
 * @param total added to: their weight (f64)
 * @param apart added to: their weight times distance (f64)
 */
export function weighTables(
  dyads: i32,
  cells: usize,
  size: i32,
  weight: f64,
  distances: usize,
  joint: usize,
  total: usize,
  apart: usize,
): void {
  for (let dyad = 0; dyad < dyads; dyad++) {
    let count = 0;
    let sum: f64 = 0;
    for (let cell = 0; cell < size; cell++) {
      const issues = load<i32>(cells);
      cells += 4;
      if (issues == 0) continue;
      count += issues;
      sum += (issues as f64) * load<f64>(distances + ((cell as usize) << 3));
    }
    store<u32>(joint, load<u32>(joint) + count);
    store<f64>(total, load<f64>(total) + (count as f64) * weight);
    store<f64>(apart, load<f64>(apart) + sum * weight);
    joint += 4;
    total += 8;
    apart += 8;
  }
}
