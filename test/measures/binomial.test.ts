import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { drawBinomial } from '../../src/measures/binomial.ts';

function draws(trials: number, chance: number, count = 40_000): readonly number[] {
  const generator = xoroshiro128plus(7);
  return Array.from({ length: count }, () => drawBinomial(generator, trials, chance));
}

/** P(X = k), by the recursion from k = 0 in logarithms. */
function probabilities(trials: number, chance: number): readonly number[] {
  const logs = [trials * Math.log1p(-chance)];
  for (let k = 1; k <= trials; k++) {
    logs.push(logs[k - 1]! + Math.log(((trials - k + 1) / k) * (chance / (1 - chance))));
  }
  return logs.map((log) => Math.exp(log));
}

describe('a binomial draw', () => {
  // Small means are drawn by inversion, large ones by rejection; 5000 reaches Stirling's series.
  it.each([
    [12, 0.3],
    [40, 0.1],
    [60, 0.4],
    [200, 0.5],
    [300, 0.93],
    [5000, 0.02],
    [5000, 0.3],
  ])('of %i trials with chance %f has the distribution of the textbook', (trials, chance) => {
    const expected = probabilities(trials, chance);
    const counts = new Map<number, number>();
    const all = draws(trials, chance);
    for (const k of all) counts.set(k, (counts.get(k) ?? 0) + 1);
    // Chi-square over the values expected at least ten times, the rest in one cell.
    let [statistic, cells, restSeen, restExpected] = [0, 0, all.length, all.length];
    expected.forEach((p, k) => {
      const mean = p * all.length;
      if (mean < 10) return;
      const seen = counts.get(k) ?? 0;
      statistic += (seen - mean) ** 2 / mean;
      cells++;
      restSeen -= seen;
      restExpected -= mean;
    });
    if (restExpected > 1) statistic += (restSeen - restExpected) ** 2 / restExpected;
    // Mean `cells`, variance twice that: five standard deviations.
    expect(statistic).toBeLessThan(cells + 5 * Math.sqrt(2 * cells));
  });

  it('of none, of a certain and of an impossible success needs no chance', () => {
    const generator = xoroshiro128plus(1);
    expect(drawBinomial(generator, 0, 0.5)).toBe(0);
    expect(drawBinomial(generator, 9, 0)).toBe(0);
    expect(drawBinomial(generator, 9, 1)).toBe(9);
  });
});
