/**
 * Twice the upper tail of the standard normal distribution beyond |z|: the chance of a difference at least as
 * large where there is none. By the complementary error function of Press et al., Numerical Recipes (erfcc),
 * whose relative error is below 1.2e-7 everywhere, so that small chances are small and not zero.
 *
 * @param z may be infinite, which gives 0
 */
export function twoSidedChance(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  if (x === Infinity) return 0;
  const t = 1 / (1 + x / 2);
  const terms = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398,
    1.48851587, -0.82215223, 0.17087277,
  ];
  return t * Math.exp(-x * x + terms.reduceRight((sum, term) => sum * t + term, 0));
}

/**
 * Which of several tests to believe so that at most a share `rate` of those believed is expected to be false
 * (Benjamini & Hochberg 1995): all whose chance is at most the largest that is within `rate` times its rank
 * among them.
 *
 * @param chances of each test, in [0, 1]; none gives none
 */
export function discoveries(chances: readonly number[], rate: number): readonly boolean[] {
  const sorted = chances.toSorted((x, y) => x - y);
  const { length } = chances;
  const largest = sorted.findLast((chance, i) => chance <= (rate * (i + 1)) / length);
  return chances.map((chance) => largest !== undefined && chance <= largest);
}
