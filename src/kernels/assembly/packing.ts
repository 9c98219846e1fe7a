/**
 * Sets the bit of each issue in the plane of the category that a country has on it.
 *
 * @param readAs for each category from -2 on, the one it counts as (i8); none where negative
 * @param planes of the country, all zero
 * @param from filled: first word in which the country has a bit (u32)
 * @param to filled: the word after the last (u32)
 */
function packCountry(
  row: usize,
  readAs: usize,
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
    const held = load<i8>(row + (load<u32>(issues + ((i as usize) << 2)) as usize)) as i32;
    const category = load<i8>(readAs + ((held + 2) as usize)) as i32;
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

/**
 * Planes of the categories that countries have on issues.
 *
 * @param rows a row for each country: its category (i8) on each issue, -2 or more
 * @param width of a row
 * @param readAs for each category from -2 on, the one it counts as (i8); where negative it sets no bit
 * @param issues the issues to take, by index into a row (u32)
 * @param bits, from, to filled, as for tables
 */
export function packCountries(
  countries: i32,
  categories: i32,
  rows: usize,
  width: i32,
  readAs: usize,
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
    packCountry(rows, readAs, issues, size, bits, words, from, to);
    rows += width as usize;
    bits += planes;
    from += 4;
    to += 4;
  }
}
