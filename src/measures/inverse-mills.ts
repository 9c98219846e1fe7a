const cells = 128;
const reach = 12;

/**
 * The inverse Mills ratio from its definition: by the series of Marsaglia 2004 around 0, and by Laplace's
 * continued fraction in the lower tail, where both parts of the ratio vanish.
 */
function ratioOf(x: number): number {
  if (x < -3) {
    let fraction = -x;
    for (let k = 80; k >= 1; k--) fraction = -x + k / fraction;
    return fraction;
  }
  let [sum, term] = [x, x];
  for (let k = 3; Math.abs(term) > 1e-18 * Math.abs(sum); k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  return density / (0.5 + density * sum);
}

const table = Float64Array.from({ length: 2 * reach * cells + 2 }, (_, i) =>
  ratioOf(i / cells - reach),
);

/**
 * The inverse Mills ratio φ(x)/Φ(x) of the standard normal distribution, which is the slope of ln Φ: from a
 * table of 128 cells a unit on ±12, to 3e-6; 0 above it, −x − 1/x below it.
 */
export function inverseMills(x: number): number {
  if (x >= reach) return 0;
  if (x <= -reach) return -x - 1 / x;
  const place = (x + reach) * cells;
  // Truncates as Math.trunc does, and stays an integer.
  const cell = place | 0;
  const low = table[cell]!;
  return low + (place - cell) * (table[cell + 1]! - low);
}
