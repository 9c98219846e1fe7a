import { nextBits } from './generator';

/**
 * Draws a unit and counts its kind.
 *
 * @param bits 32 random ones
 * @param least below it, a remainder would make some units likelier than others (Lemire 2019)
 * @returns units drawn: 1, or 0 where the bits are no good
 */
function drawUnit(bits: u64, units: u64, least: u64, kindOf: usize, counts: usize): i32 {
  const product = bits * units;
  if ((product & 0xffffffff) < least) return 0;
  const kind = load<u32>(kindOf + (((product >> 32) as usize) << 2)) as usize;
  store<u32>(counts + (kind << 2), load<u32>(counts + (kind << 2)) + 1);
  return 1;
}

/**
 * Bootstrap resamples: each draws as many units as there are, with replacement, and counts their kinds.
 *
 * @param kindOf the kind of each unit (u32)
 * @param counts filled: for each resample, how many units of each kind it has (u32)
 */
export function drawResamples(
  resamples: i32,
  kindOf: usize,
  units: i32,
  counts: usize,
  kinds: i32,
): void {
  const range = units as u64;
  const least = ((1 as u64) << 32) % range;
  memory.fill(counts, 0, (resamples * kinds) << 2);
  for (let resample = 0; resample < resamples; resample++) {
    for (let drawn = 0; drawn < units;) {
      const bits = nextBits();
      drawn += drawUnit(bits >> 32, range, least, kindOf, counts);
      if (drawn < units) drawn += drawUnit(bits & 0xffffffff, range, least, kindOf, counts);
    }
    counts += (kinds as usize) << 2;
  }
}

/**
 * Weighted mean of each resample.
 *
 * @param weights weight of a unit of each kind (f64)
 * @param weighted weight times value of a unit of each kind (f64)
 * @param means filled: one for each resample (f64); NaN without weight
 */
export function averageResamples(
  resamples: i32,
  counts: usize,
  kinds: i32,
  weights: usize,
  weighted: usize,
  means: usize,
): void {
  for (let resample = 0; resample < resamples; resample++) {
    let weight: f64 = 0;
    let sum: f64 = 0;
    for (let kind = 0; kind < kinds; kind++) {
      const count = load<u32>(counts) as f64;
      counts += 4;
      const at = (kind as usize) << 3;
      weight += count * load<f64>(weights + at);
      sum += count * load<f64>(weighted + at);
    }
    store<f64>(means + ((resample as usize) << 3), sum / weight);
  }
}
