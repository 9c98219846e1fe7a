/** Planes of bits: one a category of each country, a bit an issue. */

/** Bits set in both of two runs of 32-bit words. */
export function countCommonBits(a: usize, b: usize, words: i32): i32 {
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
export function countCrossedBits(a: usize, b: usize, c: usize, d: usize, words: i32): i32 {
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

export function wordOf(list: usize, country: i32): i32 {
  return load<i32>(list + ((country as usize) << 2));
}

/** The planes of a country from a word on; those of its categories are `words` apart. */
export function planesOf(
  bits: usize,
  country: i32,
  categories: i32,
  words: i32,
  first: i32,
): usize {
  return bits + (((country * categories * words + first) as usize) << 2);
}
