import type { Design } from './design.ts';
import { clip } from './items.ts';
import type { State } from './state.ts';

const powerRounds = 12;
const golden = (1 + Math.sqrt(5)) / 2;

/** Quantile of the standard normal distribution, from its odds: to .01, which is near enough to begin with. */
function roughQuantile(share: number): number {
  return Math.log(share / (1 - share)) / 1.702;
}

function sumOf(axis: Float64Array, voter: Int32Array, from: number, to: number): number {
  let sum = 0;
  for (let k = from; k < to; k++) sum += axis[voter[k]!]!;
  return sum;
}

/**
 * The first axis of the votes (−1 yes, 0, +1 no), centred by roll call: one value a country, over all its
 * sessions.
 */
function firstAxis(design: Design, countries: number, positive: number): Float64Array {
  const { bounds, voters, cellCountry, rollCallSession } = design;
  const voter = voters.map((cell) => cellCountry[cell]!);
  // Any start that is not at right angles to the axis does: one without pattern hardly ever is.
  let axis = Float64Array.from({ length: countries }, (_, i) => ((i * golden) % 1) - 0.5);
  for (let round = 0; round < powerRounds; round++) {
    const next = new Float64Array(countries);
    for (let r = 0; r < rollCallSession.length; r++) {
      const from = bounds[r * 4]!;
      const toMiddle = bounds[r * 4 + 1]!;
      const toHigh = bounds[r * 4 + 2]!;
      const end = bounds[r * 4 + 3]!;
      const mean = (end - toHigh - (toMiddle - from)) / (end - from);
      const projected =
        sumOf(axis, voter, toHigh, end) -
        sumOf(axis, voter, from, toMiddle) -
        mean * sumOf(axis, voter, from, end);
      for (let k = from; k < toMiddle; k++) next[voter[k]!]! -= (1 + mean) * projected;
      for (let k = toMiddle; k < toHigh; k++) next[voter[k]!]! -= mean * projected;
      for (let k = toHigh; k < end; k++) next[voter[k]!]! += (1 - mean) * projected;
    }
    const length = Math.hypot(...next);
    axis = next.map((value) => value / length);
  }
  return axis[positive]! < 0 ? axis.map((value) => -value) : axis;
}

/** Sets cut points from the shares of the answers; discriminations begin at 0. */
function startCuts({ itemStart, bounds, hasMiddle }: Design, { lower, upper }: State): void {
  for (let item = 0; item < hasMiddle.length; item++) {
    const counts = [0, 0, 0];
    for (let r = itemStart[item]!; r < itemStart[item + 1]!; r++)
      for (const answer of [0, 1, 2])
        counts[answer]! += bounds[r * 4 + answer + 1]! - bounds[r * 4 + answer]!;
    const [low, between, high] = counts as [number, number, number];
    const all = low + between + high;
    lower[item] = roughQuantile(low / all);
    upper[item] = roughQuantile((low + between) / all);
  }
}

/**
 * Starting values: the points from the first axis of the votes, the cut points from the shares of the
 * answers.
 *
 * @param positive the country (by place) whose side is positive
 */
export function startState(
  design: Design,
  state: State,
  countries: number,
  positive: number,
): void {
  const axis = firstAxis(design, countries, positive);
  const { theta } = state;
  for (let cell = 0; cell < theta.length; cell++) theta[cell] = axis[design.cellCountry[cell]!]!;
  const mean = theta.reduce((sum, value) => sum + value, 0) / theta.length;
  const square = theta.reduce((sum, value) => sum + (value - mean) ** 2, 0) / theta.length;
  // A country far from all others would begin where its votes have no slope.
  for (let cell = 0; cell < theta.length; cell++)
    theta[cell] = clip((theta[cell]! - mean) / Math.sqrt(square), 3);
  startCuts(design, state);
}
