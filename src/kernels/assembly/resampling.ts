import { nextBits } from './generator';

/**
 * The unit that 32 random bits draw, every unit as likely as any other; -1 where they are no good.
 *
 * @param least below it, a remainder would make some units likelier than others (Lemire 2019)
 */
function unitOf(bits: u64, units: u64, least: u64): i32 {
  const product = bits * units;
  return (product & 0xffffffff) < least ? -1 : ((product >> 32) as i32);
}

function leastRemainder(units: i32): u64 {
  return ((1 as u64) << 32) % (units as u64);
}

function countKind(unit: i32, kindOf: usize, counts: usize): void {
  const kind = load<u32>(kindOf + ((unit as usize) << 2)) as usize;
  const place = counts + (kind << 2);
  store<u32>(place, load<u32>(place) + 1);
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
  const least = leastRemainder(units);
  memory.fill(counts, 0, (resamples * kinds) << 2);
  for (let resample = 0; resample < resamples; resample++) {
    for (let drawn = 0; drawn < units;) {
      const bits = nextBits();
      const first = unitOf(bits >> 32, units, least);
      if (first >= 0) {
        countKind(first, kindOf, counts);
        drawn++;
      }
      const second = unitOf(bits & 0xffffffff, units, least);
      if (second >= 0 && drawn < units) {
        countKind(second, kindOf, counts);
        drawn++;
      }
    }
    counts += (kinds as usize) << 2;
  }
}

/**
 * Weighted mean of each bootstrap resample, of the same units that `drawResamples` draws from the same
 * seed.
 *
 * @param weights weight of each unit (f64)
 * @param weighted weight times value of each unit (f64)
 * @param means filled: one for each resample (f64)
 */
export function resampleMeans(
  resamples: i32,
  units: i32,
  weights: usize,
  weighted: usize,
  means: usize,
): void {
  const least = leastRemainder(units);
  for (const end = means + ((resamples as usize) << 3); means < end; means += 8) {
    let weight: f64 = 0;
    let sum: f64 = 0;
    for (let drawn = 0; drawn < units;) {
      const bits = nextBits();
      const first = unitOf(bits >> 32, units, least);
      if (first >= 0) {
        weight += load<f64>(weights + ((first as usize) << 3));
        sum += load<f64>(weighted + ((first as usize) << 3));
        drawn++;
      }
      const second = unitOf(bits & 0xffffffff, units, least);
      if (second >= 0 && drawn < units) {
        weight += load<f64>(weights + ((second as usize) << 3));
        sum += load<f64>(weighted + ((second as usize) << 3));
        drawn++;
      }
    }
    store<f64>(means, sum / weight);
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
