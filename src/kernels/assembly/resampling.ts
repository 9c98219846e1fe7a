import { fillBits } from './generator';

/**
 * Bootstrap resamples: each draws as many units as there are, with replacement, and counts their kinds.
 * Four resamples are drawn side by side. A draw is 32 random bits, read as a signed number: it is of the
 * first kind whose bound it is below. For a few kinds, each of which looks at every draw.
 *
 * @param resamples a multiple of four
 * @param bounds of the kinds in ascending order (i32), room for a multiple of four; the last kind needs none
 * @param words room for four draws of each unit (u32)
 * @param counts filled: for each kind, how many units of it each resample has (u32)
 * @param stride from the counts of one kind to those of the next
 */
export function drawFewKinds(
  resamples: i32,
  units: i32,
  kinds: i32,
  bounds: usize,
  words: usize,
  counts: usize,
  stride: i32,
): void {
  const end = words + ((units as usize) << 4);
  const next = (stride as usize) << 2;
  for (let resample = 0; resample < resamples; resample += 4) {
    fillBits(words, end);
    let before = i32x4.splat(0);
    let place = counts;
    for (let first = 0; first < kinds - 1; first += 4) {
      const bound = bounds + ((first as usize) << 2);
      const bound0 = v128.load_splat<i32>(bound, 0);
      const bound1 = v128.load_splat<i32>(bound, 4);
      const bound2 = v128.load_splat<i32>(bound, 8);
      const bound3 = v128.load_splat<i32>(bound, 12);
      let below0 = i32x4.splat(0);
      let below1 = below0;
      let below2 = below0;
      let below3 = below0;
      for (let at = words; at < end; at += 16) {
        const draws = v128.load(at);
        below0 = i32x4.sub(below0, i32x4.lt_s(draws, bound0));
        below1 = i32x4.sub(below1, i32x4.lt_s(draws, bound1));
        below2 = i32x4.sub(below2, i32x4.lt_s(draws, bound2));
        below3 = i32x4.sub(below3, i32x4.lt_s(draws, bound3));
      }
      const last = kinds - 1 - first;
      if (last > 0) {
        v128.store(place, i32x4.sub(below0, before));
        before = below0;
        place += next;
      }
      if (last > 1) {
        v128.store(place, i32x4.sub(below1, before));
        before = below1;
        place += next;
      }
      if (last > 2) {
        v128.store(place, i32x4.sub(below2, before));
        before = below2;
        place += next;
      }
      if (last > 3) {
        v128.store(place, i32x4.sub(below3, before));
        before = below3;
        place += next;
      }
    }
    v128.store(place, i32x4.sub(i32x4.splat(units), before));
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
