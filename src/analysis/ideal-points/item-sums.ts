import { inverseMills } from '../../measures/inverse-mills.ts';
import type { Design } from './design.ts';
import { lookAtMiddle, middle } from './middle-answer.ts';
import type { State } from './state.ts';

/**
 * Gradient and observed information of the log-likelihood of one item in its discrimination and its two
 * cut points; of an item with one cut point, that stands in for both.
 */
export interface ItemSums {
  beta: number;
  lower: number;
  upper: number;
  /** Information. */
  betaBeta: number;
  lowerLower: number;
  upperUpper: number;
  lowerUpper: number;
  betaLower: number;
  betaUpper: number;
  /** Sum over the votes of their weight times the variance of the point. */
  uncertain: number;
}

export function noSums(): ItemSums {
  const [beta, lower, upper, uncertain] = [0, 0, 0, 0];
  const [betaBeta, lowerLower, upperUpper, lowerUpper, betaLower, betaUpper] = [0, 0, 0, 0, 0, 0];
  return {
    beta,
    lower,
    upper,
    betaBeta,
    lowerLower,
    upperUpper,
    lowerUpper,
    betaLower,
    betaUpper,
    uncertain,
  };
}

/** What votes leave to others: the prior N(0, 1) of the discrimination, and that points are uncertain, which draws it to 0. */
export function addPrior(sums: ItemSums, beta: number): void {
  sums.beta -= beta * (1 + sums.uncertain);
  sums.betaBeta += 1 + sums.uncertain;
}

export const itemSums: ItemSums = noSums();

/** Sums over the votes on an item, into `itemSums`: one object serves all items. */
export function sumItem(
  { itemStart, bounds, voters }: Design,
  { theta, variance, beta, lower, upper }: State,
  item: number,
): void {
  const b = beta[item]!;
  const g1 = lower[item]!;
  const g2 = upper[item]!;
  let gBeta = 0;
  let gLower = 0;
  let gUpper = 0;
  let iBeta = 0;
  let iLower = 0;
  let iUpper = 0;
  let iBoth = 0;
  let iBetaLower = 0;
  let iBetaUpper = 0;
  let uncertain = 0;
  for (let r = itemStart[item]!; r < itemStart[item + 1]!; r++) {
    const toMiddle = bounds[r * 4 + 1]!;
    const toHigh = bounds[r * 4 + 2]!;
    const end = bounds[r * 4 + 3]!;
    let k = bounds[r * 4]!;
    for (; k < toMiddle; k++) {
      const cell = voters[k]!;
      const t = theta[cell]!;
      const x = g1 - b * t;
      const m = inverseMills(x);
      const w = m * (m + x);
      gLower += m;
      gBeta -= m * t;
      iLower += w;
      iBetaLower -= w * t;
      iBeta += w * t * t;
      uncertain += w * variance[cell]!;
    }
    for (; k < toHigh; k++) {
      const cell = voters[k]!;
      const t = theta[cell]!;
      lookAtMiddle(g1 - b * t, g2 - b * t);
      const { slopeA, slopeB } = middle;
      const withLower = middle.ofA + middle.ofBoth;
      const withUpper = middle.ofB + middle.ofBoth;
      const w = withLower + withUpper;
      gLower -= slopeA;
      gUpper += slopeB;
      gBeta += (slopeA - slopeB) * t;
      iLower += middle.ofA;
      iUpper += middle.ofB;
      iBoth += middle.ofBoth;
      iBetaLower -= withLower * t;
      iBetaUpper -= withUpper * t;
      iBeta += w * t * t;
      uncertain += w * variance[cell]!;
    }
    for (; k < end; k++) {
      const cell = voters[k]!;
      const t = theta[cell]!;
      const x = b * t - g2;
      const m = inverseMills(x);
      const w = m * (m + x);
      gUpper -= m;
      gBeta += m * t;
      iUpper += w;
      iBetaUpper -= w * t;
      iBeta += w * t * t;
      uncertain += w * variance[cell]!;
    }
  }
  itemSums.beta = gBeta;
  itemSums.betaBeta = iBeta;
  itemSums.lower = gLower;
  itemSums.upper = gUpper;
  itemSums.lowerLower = iLower;
  itemSums.upperUpper = iUpper;
  itemSums.lowerUpper = iBoth;
  itemSums.betaLower = iBetaLower;
  itemSums.betaUpper = iBetaUpper;
  itemSums.uncertain = uncertain;
  addPrior(itemSums, b);
}
