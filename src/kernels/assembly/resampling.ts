import { fillBits } from './generator';

/**
 * Bootstrap resamples: each draws as many units as there are, with replacement, and counts their kinds.
 * Four resamples are drawn side by side. A draw is 32 random bits, read as a signed number: it is of the
 * first kind whose limit it is not above. For a few kinds, each of which looks at every draw.
 *
 * @param resamples a multiple of four
 * @param limits of the kinds in ascending order (i32), filled up to a multiple of four with the highest
 *   number, which is the limit of the last kind too
 * @param words room for four draws of each unit (u32)
 * @param counts filled: for each limit, how many units of its kind each resample has (u32)
 * @param stride from the counts of one kind to those of the next
 */
export function drawFewKinds(
  resamples: i32,
  units: i32,
  kinds: i32,
  limits: usize,
  words: usize,
  counts: usize,
  stride: i32,
): void {
  const end = words + ((units as usize) << 4);
  const next = (stride as usize) << 2;
  for (let resample = 0; resample < resamples; resample += 4) {
    fillBits(words, end);
    let left = i32x4.splat(units);
    let place = counts;
    for (let kind = 0; kind < kinds; kind += 4) {
      const limit = limits + ((kind as usize) << 2);
      const limit0 = v128.load_splat<i32>(limit, 0);
      const limit1 = v128.load_splat<i32>(limit, 4);
      const limit2 = v128.load_splat<i32>(limit, 8);
      const limit3 = v128.load_splat<i32>(limit, 12);
      let above0 = i32x4.splat(0);
      let above1 = above0;
      let above2 = above0;
      let above3 = above0;
      for (let at = words; at < end; at += 16) {
        const draws = v128.load(at);
        above0 = i32x4.sub(above0, i32x4.gt_s(draws, limit0));
        above1 = i32x4.sub(above1, i32x4.gt_s(draws, limit1));
        above2 = i32x4.sub(above2, i32x4.gt_s(draws, limit2));
        above3 = i32x4.sub(above3, i32x4.gt_s(draws, limit3));
      }
      v128.store(place, i32x4.sub(left, above0));
      v128.store(place + next, i32x4.sub(above0, above1));
      v128.store(place + 2 * next, i32x4.sub(above1, above2));
      v128.store(place + 3 * next, i32x4.sub(above2, above3));
      left = above3;
      place += 4 * next;
    }
    counts += 16;
  }
}

/**
 * The same of units of many kinds, which are looked up.
 *
 * @param kindOf the kind of each unit, ascending (u32)
 */
export function drawManyKinds(
  resamples: i32,
  units: i32,
  kinds: i32,
  kindOf: usize,
  words: usize,
  counts: usize,
  stride: i32,
): void {
  const end = words + ((units as usize) << 4);
  const next = (stride as usize) << 2;
  for (let kind = 0; kind < kinds; kind++)
    memory.fill(counts + (kind as usize) * next, 0, (resamples as usize) << 2);
  for (let resample = 0; resample < resamples; resample += 4) {
    fillBits(words, end);
    for (let at = words; at < end; at += 4) {
      const draw = (load<u32>(at) ^ 0x80000000) as u64;
      const unit = ((draw * (units as u64)) >> 32) as usize;
      const kind = load<u32>(kindOf + (unit << 2)) as usize;
      const count = counts + kind * next + (at & 12);
      store<u32>(count, load<u32>(count) + 1);
    }
    counts += 16;
  }
}

/**
 * Weighted mean of each resample that was drawn.
 *
 * @param weights weight of a unit of each kind (f64)
 * @param weighted weight times value of a unit of each kind (f64)
 * @param means filled: one for each resample (f64); NaN without weight
 */
export function averageResamples(
  resamples: i32,
  kinds: i32,
  counts: usize,
  stride: i32,
  weights: usize,
  weighted: usize,
  means: usize,
): void {
  const next = (stride as usize) << 2;
  for (const end = counts + ((resamples as usize) << 2); counts < end; counts += 4) {
    let weight: f64 = 0;
    let sum: f64 = 0;
    let place = counts;
    let at: usize = 0;
    for (let kind = 0; kind < kinds; kind++) {
      const count = load<u32>(place) as f64;
      weight += count * load<f64>(weights + at);
      sum += count * load<f64>(weighted + at);
      place += next;
      at += 8;
    }
    store<f64>(means, sum / weight);
    means += 8;
  }
}
