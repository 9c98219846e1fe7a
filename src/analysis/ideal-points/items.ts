import type { Design } from './design.ts';
import { type ItemSums, itemSums, sumItem } from './item-sums.ts';
import type { State } from './state.ts';

/** Cut points stay within this of 0. */
const farthestCut = 8;
const longestStep = 1;
/** Cut points that draw together keep this share of their distance a step. */
const leastOfGap = 0.25;

export const clip = (value: number, most: number) => Math.min(most, Math.max(-most, value));

/** Discrimination, lower and upper cut point of an item, or a change or slope of them. */
export type ItemVector = readonly [beta: number, lower: number, upper: number];

/** A change of the cut points of which slopes in them are the cause. */
function solveCuts(
  { lowerLower, upperUpper, lowerUpper }: ItemSums,
  hasMiddle: boolean,
  lower: number,
  upper: number,
): readonly [number, number] {
  if (!hasMiddle) {
    const both = (lower + upper) / (lowerLower + upperUpper);
    return [both, both];
  }
  const determinant = lowerLower * upperUpper - lowerUpper * lowerUpper;
  return [
    (upperUpper * lower - lowerUpper * upper) / determinant,
    (lowerLower * upper - lowerUpper * lower) / determinant,
  ];
}

/** What a discrimination is known by where the cut points follow it: its Schur complement. */
function betaInformation(sums: ItemSums, hasMiddle: boolean): number {
  const { betaBeta, betaLower, betaUpper } = sums;
  const [lower, upper] = solveCuts(sums, hasMiddle, betaLower, betaUpper);
  return betaBeta - betaLower * lower - betaUpper * upper;
}

/** The information on an item inverted and applied to slopes: the change of the item that answers them. */
export function solveItem(
  sums: ItemSums,
  hasMiddle: boolean,
  [beta, lower, upper]: ItemVector,
): ItemVector {
  const { betaLower, betaUpper } = sums;
  const [first, second] = solveCuts(sums, hasMiddle, lower, upper);
  const step = (beta - betaLower * first - betaUpper * second) / betaInformation(sums, hasMiddle);
  const cuts = solveCuts(sums, hasMiddle, lower - betaLower * step, upper - betaUpper * step);
  return [step, ...cuts];
}

/** Changes an item, by no more than is safe. */
export function moveItem(
  { beta, lower, upper }: State,
  item: number,
  hasMiddle: boolean,
  [step, byLower, byUpper]: ItemVector,
): void {
  beta[item]! += clip(step, longestStep);
  const gap = upper[item]! - lower[item]!;
  const low = clip(lower[item]! + clip(byLower, longestStep), farthestCut);
  const high = clip(upper[item]! + clip(byUpper, longestStep), farthestCut);
  const isTooNear = hasMiddle && high - low < leastOfGap * gap;
  const between = (low + high) / 2;
  lower[item] = isTooNear ? between - (leastOfGap * gap) / 2 : low;
  upper[item] = isTooNear ? between + (leastOfGap * gap) / 2 : high;
}

/** One Newton step of one item, given the points of the countries. */
function stepItem(design: Design, state: State, item: number): void {
  sumItem(design, state, item);
  const sums = itemSums;
  const hasMiddle = design.hasMiddle[item] === 1;
  const weight = sums.lowerLower + sums.upperUpper + 2 * sums.lowerUpper;
  state.betaVariance[item] = 1 / betaInformation(sums, hasMiddle);
  state.centre[item] = -(sums.betaLower + sums.betaUpper) / weight;
  const slopes: ItemVector = [sums.beta, sums.lower, sums.upper];
  moveItem(state, item, hasMiddle, solveItem(sums, hasMiddle, slopes));
}

/** Newton steps of all items. */
export function stepItems(design: Design, state: State, rounds: number): void {
  for (let item = 0; item < design.hasMiddle.length; item++)
    for (let round = 0; round < rounds; round++) stepItem(design, state, item);
}
