/** Contingency tables of dyads from planes of bits. */

/** Bits set in both of two runs of 32-bit words. */
function countCommonBits(a: usize, b: usize, words: i32): i32 {
  let count = words & 1 ? popcnt<i32>(load<i32>(a) & load<i32>(b)) : 0;
  a += ((words & 1) as usize) << 2;
  b += ((words & 1) as usize) << 2;
  for (let pairs = words >> 1; pairs > 0; pairs--) {
    count += popcnt<i64>(load<i64>(a) & load<i64>(b)) as i32;
    a += 8;
    b += 8;
  }
  return count;
}

/** Bits set in both of two runs of words or in both of two others, which have none in common. */
function countCrossedBits(a: usize, b: usize, c: usize, d: usize, words: i32): i32 {
  let count = 0;
  if (words & 1) {
    count = popcnt<i32>((load<i32>(a) & load<i32>(b)) | (load<i32>(c) & load<i32>(d)));
    a += 4;
    b += 4;
    c += 4;
    d += 4;
  }
  for (let pairs = words >> 1; pairs > 0; pairs--) {
    count += popcnt<i64>((load<i64>(a) & load<i64>(b)) | (load<i64>(c) & load<i64>(d))) as i32;
    a += 8;
    b += 8;
    c += 8;
    d += 8;
  }
  return count;
}

function wordOf(list: usize, country: i32): i32 {
  return load<i32>(list + ((country as usize) << 2));
}

/** The planes of a country from a word on; those of its categories are `words` apart. */
function planesOf(bits: usize, country: i32, categories: i32, words: i32, first: i32): usize {
  return bits + (((country * categories * words + first) as usize) << 2);
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

/**
 * Sets the bit of each issue in the plane of the category that a country has on it.
 *
 * @param planes of the country, all zero
 * @param from filled: first word in which the country has a bit (u32)
 * @param to filled: the word after the last (u32)
 */
function packCountry(
  row: usize,
  issues: usize,
  size: i32,
  planes: usize,
  words: i32,
  from: usize,
  to: usize,
): void {
  let first = words;
  let end = 0;
  for (let i = 0; i < size; i++) {
    const category = load<i8>(row + (load<u32>(issues + ((i as usize) << 2)) as usize)) as i32;
    if (category < 0) continue;
    const word = i >> 5;
    const place = planes + (((category * words + word) as usize) << 2);
    store<u32>(place, load<u32>(place) | ((1 as u32) << (i & 31)));
    first = min(first, word);
    end = word + 1;
  }
  store<i32>(from, first);
  store<i32>(to, end);
}

/** Categories in a row that are not negative. */
function countCategories(row: usize, width: i32): i32 {
  let count = 0;
  for (const end = row + (width as usize); row < end; row++) count += (load<i8>(row) >= 0) as i32;
  return count;
}

/**
 * Planes of the categories that countries have on issues.
 *
 * @param rows a row for each country: its category (i8) on each issue; negative ones set no bit
 * @param width of a row
 * @param least a country with fewer categories in its whole row sets no bit
 * @param issues the issues to take, by index into a row (u32)
 * @param bits, from, to filled, as for tables
 */
export function packCountries(
  countries: i32,
  categories: i32,
  rows: usize,
  width: i32,
  least: i32,
  issues: usize,
  size: i32,
  bits: usize,
  words: i32,
  from: usize,
  to: usize,
): void {
  const planes = ((categories * words) as usize) << 2;
  memory.fill(bits, 0, (countries as usize) * planes);
  for (let country = 0; country < countries; country++) {
    const taken = countCategories(rows, width) < least ? 0 : size;
    packCountry(rows, issues, taken, bits, words, from, to);
    rows += width as usize;
    bits += planes;
    from += 4;
    to += 4;
  }
}

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

/**
 * How many dyads have at least so many joint issues and a score between two others.
 *
 * @param joint issues of each dyad (u32)
 * @param scores of each dyad (f64); NaN is between no two
 */
export function countDyads(
  dyads: i32,
  joint: usize,
  scores: usize,
  least: i32,
  above: f64,
  below: f64,
): i32 {
  let count = 0;
  for (const end = joint + ((dyads as usize) << 2); joint < end; joint += 4) {
    if (load<i32>(joint) >= least) {
      const score = load<f64>(scores);
      if (score > above && score < below) count++;
    }
    scores += 8;
  }
  return count;
}
