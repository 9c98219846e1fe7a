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
