import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { logFactorial } from './log-factorial.ts';

/** A number in (0, 1), never either end. */
function uniform(generator: RandomGenerator): number {
  return ((generator.next() >>> 0) + 0.5) * 2 ** -32;
}

/** Below this mean, counting up is quicker than rejection. */
const smallMean = 10;

/**
 * A draw from the binomial distribution: successes in `trials` >= 0 trials of probability `chance` in
 * [0, 1]. Inversion for small means (Kachitvichyanukul & Schmeiser 1988, BINV), otherwise transformed
 * rejection (Hörmann 1993, BTRS).
 */
export function drawBinomial(generator: RandomGenerator, trials: number, chance: number): number {
  if (trials === 0 || chance <= 0) return 0;
  if (chance >= 1) return trials;
  if (chance > 0.5) return trials - drawBinomial(generator, trials, 1 - chance);
  return trials * chance < smallMean
    ? drawByInversion(generator, trials, chance)
    : drawByRejection(generator, trials, chance);
}

function drawByInversion(generator: RandomGenerator, trials: number, chance: number): number {
  const odds = chance / (1 - chance);
  let probability = (1 - chance) ** trials;
  let rest = uniform(generator);
  let successes = 0;
  while (rest > probability && successes < trials) {
    rest -= probability;
    successes++;
    probability *= (odds * (trials - successes + 1)) / successes;
  }
  return successes;
}

function drawByRejection(generator: RandomGenerator, trials: number, chance: number): number {
  const spread = Math.sqrt(trials * chance * (1 - chance));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * chance;
  const center = trials * chance + 0.5;
  const alpha = (2.83 + 5.1 / b) * spread;
  const inner = 0.92 - 4.2 / b;
  const mode = Math.floor((trials + 1) * chance);
  const odds = Math.log(chance / (1 - chance));
  const atMode = logFactorial(mode) + logFactorial(trials - mode);
  for (;;) {
    const u = uniform(generator) - 0.5;
    let v = uniform(generator);
    const edge = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / edge + b) * u + center);
    if (k < 0 || k > trials) continue;
    if (edge >= 0.07 && v <= inner) return k;
    v = Math.log((v * alpha) / (a / (edge * edge) + b));
    if (v <= atMode - logFactorial(k) - logFactorial(trials - k) + (k - mode) * odds) return k;
  }
}
