import { inverseMills } from '../../measures/inverse-mills.ts';
import { type Design, isLinked } from './design.ts';
import { clip } from './items.ts';
import { lookAtMiddle, middle } from './middle-answer.ts';
import type { ModelSettings, State } from './state.ts';

const longestStep = 0.7;

/** Gradient and information that the votes give of each cell's point. */
export interface CellSums {
  readonly gradient: Float64Array;
  readonly information: Float64Array;
  /** Of the information, what comes from items that are not linked. */
  readonly unlinked: Float64Array;
}

/**
 * What the votes say of the points, given the items. Discriminations are uncertain: that draws the points
 * of those who voted on an item to their centre.
 */
export function sumCells(design: Design, state: State, into: CellSums): void {
  const { itemStart, bounds, voters } = design;
  const { theta, beta, lower, upper, betaVariance, centre } = state;
  const { gradient, information, unlinked } = into;
  gradient.fill(0);
  information.fill(0);
  unlinked.fill(0);
  for (let item = 0; item < beta.length; item++) {
    const b = beta[item]!;
    const g1 = lower[item]!;
    const g2 = upper[item]!;
    const v = betaVariance[item]!;
    const mean = centre[item]!;
    const square = b * b + v;
    const share = isLinked(design, item) ? 0 : square;
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
        gradient[cell]! -= b * m + v * w * (t - mean);
        information[cell]! += square * w;
        unlinked[cell]! += share * w;
      }
      for (; k < toHigh; k++) {
        const cell = voters[k]!;
        const t = theta[cell]!;
        lookAtMiddle(g1 - b * t, g2 - b * t);
        const w = middle.ofA + middle.ofB + 2 * middle.ofBoth;
        gradient[cell]! += b * (middle.slopeA - middle.slopeB) - v * w * (t - mean);
        information[cell]! += square * w;
        unlinked[cell]! += share * w;
      }
      for (; k < end; k++) {
        const cell = voters[k]!;
        const t = theta[cell]!;
        const x = b * t - g2;
        const m = inverseMills(x);
        const w = m * (m + x);
        gradient[cell]! += b * m - v * w * (t - mean);
        information[cell]! += square * w;
        unlinked[cell]! += share * w;
      }
    }
  }
}

/** Precision of the step to a cell from the country's session before. */
export function walkPrecision(
  { sessions, cellSession }: Design,
  cell: number,
  { walk }: Pick<ModelSettings, 'walk'>,
): number {
  return 1 / (walk * (sessions[cellSession[cell]!]! - sessions[cellSession[cell - 1]!]!));
}

/** Mean point of each session. */
function sessionMeans({ sessions, cellSession }: Design, theta: Float64Array): Float64Array {
  const sums = new Float64Array(sessions.length);
  const counts = new Int32Array(sessions.length);
  cellSession.forEach((session, cell) => {
    sums[session]! += theta[cell]!;
    counts[session]!++;
  });
  return sums.map((sum, session) => sum / counts[session]!);
}

/**
 * One Newton step of all points: a country's own are tied by its walk, so that each country is one
 * tridiagonal system. Its inverse's diagonal is the variance of the points.
 *
 * @param weights of the sessions in the scale
 */
export function stepCountries(
  design: Design,
  state: State,
  sums: CellSums,
  weights: Float64Array,
  settings: ModelSettings,
): void {
  const { cellSession, countryStart } = design;
  const { theta, variance, multipliers, lastStep } = state;
  const means = sessionMeans(design, theta);
  const n = theta.length;
  const slope = new Float64Array(n);
  const tie = new Float64Array(n);
  for (let country = 0; country + 1 < countryStart.length; country++) {
    const [from, to] = [countryStart[country]!, countryStart[country + 1]!];
    if (from === to) continue;
    const tieAfter = (cell: number) => (cell + 1 < to ? tie[cell + 1]! : 0);
    for (let cell = from + 1; cell < to; cell++) tie[cell] = walkPrecision(design, cell, settings);
    const diagonal = (cell: number) =>
      sums.information[cell]! + (cell === from ? 1 / settings.entry : tie[cell]!) + tieAfter(cell);
    // Forward and backward elimination: where they meet is the diagonal of the inverse.
    const forward = new Float64Array(to - from);
    const backward = new Float64Array(to - from);
    for (let cell = from; cell < to; cell++) {
      const session = cellSession[cell]!;
      const before =
        cell > from
          ? tie[cell]! * (theta[cell]! - theta[cell - 1]!)
          : theta[cell]! / settings.entry;
      const after = cell + 1 < to ? tie[cell + 1]! * (theta[cell]! - theta[cell + 1]!) : 0;
      slope[cell] =
        sums.gradient[cell]! -
        multipliers.mean -
        2 * multipliers.spread * weights[session]! * (theta[cell]! - means[session]!) -
        before -
        after;
      const i = cell - from;
      forward[i] = diagonal(cell);
      if (i > 0) {
        const ratio = tie[cell]! / forward[i - 1]!;
        forward[i]! -= ratio * tie[cell]!;
        slope[cell]! += ratio * slope[cell - 1]!;
      }
    }
    let step = 0;
    for (let cell = to - 1; cell >= from; cell--) {
      const i = cell - from;
      const own = diagonal(cell);
      backward[i] =
        cell + 1 < to ? own - (tie[cell + 1]! * tie[cell + 1]!) / backward[i + 1]! : own;
      variance[cell] = 1 / (forward[i]! + backward[i]! - own);
      step = (slope[cell]! + tieAfter(cell) * step) / forward[i]!;
      // A step back where the last one led too far: half of it, or the two would alternate for ever.
      const taken = clip(step, longestStep) * (step * lastStep[cell]! < 0 ? 0.5 : 1);
      theta[cell]! += taken;
      lastStep[cell] = taken;
    }
  }
}
