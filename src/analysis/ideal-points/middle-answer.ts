import { inverseMills } from '../../measures/inverse-mills.ts';

const cells = 128;
const reach = 12;
const root = Math.sqrt(2 * Math.PI);
const densities = Float64Array.from(
  { length: 2 * reach * cells + 1 },
  (_, i) => Math.exp(-((i / cells - reach) ** 2) / 2) / root,
);

/** The normal density: from the nearest of a table by three terms of a series, to 1e-6 of itself. */
function density(x: number): number {
  if (x < -reach || x > reach) return Math.exp((-x * x) / 2) / root;
  const cell = ((x + reach) * cells + 0.5) | 0;
  const near = cell / cells - reach;
  const u = (x - near) * (x + near) * 0.5;
  return densities[cell]! * (1 - u * (1 - u * (0.5 - u / 6)));
}

/** From its ratio to the density, which comes from a table. */
const below = (x: number, phi: number) => (x > 7 ? 1 : phi / inverseMills(x));

/** Farther out the density is 0 in floating point. */
const farthest = 35;

/**
 * Slopes and information of the answer in the middle, P = Φ(b) − Φ(a) with a < b: its slope in b is `slopeB`,
 * in a −`slopeA`; `ofA`, `ofB` and `ofBoth` are the observed information. One object serves all calls.
 */
export const middle = { slopeA: 0, slopeB: 0, ofA: 0, ofB: 0, ofBoth: 0, chance: 0 };

/** Fills in `middle` for an answer between a and b. */
export function lookAtMiddle(a: number, b: number): void {
  // Mirrored into the lower tail, where a difference of two chances is not one of two numbers near 1.
  const isMirrored = a + b > 0;
  let x1 = isMirrored ? -b : a;
  let x2 = isMirrored ? -a : b;
  if (x2 < -farthest) {
    x1 -= x2 + farthest;
    x2 = -farthest;
  }
  const phi1 = density(x1);
  const phi2 = density(x2);
  const chance = Math.max(below(x2, phi2) - below(x1, phi1), 1e-300);
  const slope1 = phi1 / chance;
  const slope2 = phi2 / chance;
  const of1 = slope1 * (slope1 - x1);
  const of2 = slope2 * (slope2 + x2);
  middle.chance = chance;
  middle.ofBoth = -slope1 * slope2;
  middle.slopeA = isMirrored ? slope2 : slope1;
  middle.slopeB = isMirrored ? slope1 : slope2;
  middle.ofA = isMirrored ? of2 : of1;
  middle.ofB = isMirrored ? of1 : of2;
}
