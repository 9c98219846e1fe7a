/**
 * The value at a place of the values in ascending order (f64, no NaN): quickselect (Hoare 1961), which
 * moves smaller values before that place and larger ones behind it.
 *
 * @param first, last places between which it is, both included: none before is larger, none behind smaller
 * @param place one of them
 */
export function selectPlace(values: usize, first: i32, last: i32, place: i32): f64 {
  const wanted = values + ((place as usize) << 3);
  let lower = values + ((first as usize) << 3);
  let upper = values + ((last as usize) << 3);
  while (lower < upper) {
    const pivot = load<f64>(lower + (((upper - lower) >> 4) << 3));
    let left = lower;
    let right = upper;
    while (left <= right) {
      while (load<f64>(left) < pivot) left += 8;
      while (load<f64>(right) > pivot) right -= 8;
      if (left > right) break;
      const value = load<f64>(left);
      store<f64>(left, load<f64>(right));
      store<f64>(right, value);
      left += 8;
      right -= 8;
    }
    if (wanted <= right) upper = right;
    else if (wanted >= left) lower = left;
    else break;
  }
  return load<f64>(wanted);
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
