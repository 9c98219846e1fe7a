import { inverseMills } from '../../measures/inverse-mills.ts';
import { type Design, isLinked } from './design.ts';
import { addPrior, type ItemSums, noSums } from './item-sums.ts';
import { type ItemVector, moveItem, solveItem } from './items.ts';
import { lookAtMiddle, middle } from './middle-answer.ts';
import type { State } from './state.ts';

/** A quadratic form in the shift and the scale of each session: shifts first, then scales. */
export interface QuadraticForm {
  readonly gradient: Float64Array;
  /** Row by row. */
  readonly information: Float64Array;
}

/** How a linked item follows shifts and scales of its sessions. */
export interface LinkedItem {
  readonly item: number;
  /** What it would change by itself. */
  readonly own: ItemVector;
  /** Places of the shifts and scales among those of all sessions. */
  readonly places: Int32Array;
  /** Of each place three numbers: how the item changes with it. */
  readonly changes: Float64Array;
}

/** What the votes on one item say of shifts and scales, a place after the other. */
interface Slopes {
  readonly places: Int32Array;
  readonly gradient: Float64Array;
  /** Three numbers each: with the discrimination and the cut points of the item. */
  readonly withItem: Float64Array;
}

/**
 * Adds up the votes of one roll call: their slopes in the shift and the scale of its session at two places, what
 * they say of these to the form, and what they say of the item to its sums.
 */
function sumRollCall(
  { bounds, voters, rollCallSession, sessions }: Design,
  { theta, variance, beta, lower, upper, betaVariance, centre }: State,
  item: number,
  r: number,
  sums: ItemSums,
  { places, gradient, withItem }: Slopes,
  place: number,
  form: QuadraticForm,
): void {
  const b = beta[item]!;
  const g1 = lower[item]!;
  const g2 = upper[item]!;
  const v = betaVariance[item]!;
  const mean = centre[item]!;
  const toMiddle = bounds[r * 4 + 1]!;
  const toHigh = bounds[r * 4 + 2]!;
  const end = bounds[r * 4 + 3]!;
  // Sums of slopes and weights, by powers of θ; each declared by itself, which keeps them out of the heap.
  let slopes = 0;
  let slopesT = 0;
  let weights = 0;
  let weightsT = 0;
  let weightsT2 = 0;
  let lower0 = 0;
  let lower1 = 0;
  let upper0 = 0;
  let upper1 = 0;
  let toLower = 0;
  let toUpper = 0;
  let ofLower = 0;
  let ofUpper = 0;
  let ofBoth = 0;
  let uncertain = 0;
  let slope = 0;
  let withLower = 0;
  let withUpper = 0;
  for (let k = bounds[r * 4]!; k < end; k++) {
    const cell = voters[k]!;
    const t = theta[cell]!;
    const eta = b * t;
    if (k < toMiddle) {
      const x = g1 - eta;
      const m = inverseMills(x);
      slope = -m;
      withLower = m * (m + x);
      withUpper = 0;
      toLower += m;
      ofLower += withLower;
    } else if (k < toHigh) {
      lookAtMiddle(g1 - eta, g2 - eta);
      slope = middle.slopeA - middle.slopeB;
      withLower = middle.ofA + middle.ofBoth;
      withUpper = middle.ofB + middle.ofBoth;
      toLower -= middle.slopeA;
      toUpper += middle.slopeB;
      ofLower += middle.ofA;
      ofUpper += middle.ofB;
      ofBoth += middle.ofBoth;
    } else {
      const x = eta - g2;
      const m = inverseMills(x);
      slope = m;
      withLower = 0;
      withUpper = m * (m + x);
      toUpper -= m;
      ofUpper += withUpper;
    }
    const weight = withLower + withUpper;
    slopes += slope;
    slopesT += slope * t;
    weights += weight;
    weightsT += weight * t;
    weightsT2 += weight * t * t;
    lower0 += withLower;
    lower1 += withLower * t;
    upper0 += withUpper;
    upper1 += withUpper * t;
    uncertain += weight * variance[cell]!;
  }
  sums.beta += slopesT;
  sums.lower += toLower;
  sums.upper += toUpper;
  sums.lowerLower += ofLower;
  sums.upperUpper += ofUpper;
  sums.lowerUpper += ofBoth;
  sums.uncertain += uncertain;
  sums.betaBeta += weightsT2;
  sums.betaLower -= lower1;
  sums.betaUpper -= upper1;
  const square = b * b + v;
  const shift = rollCallSession[r]!;
  const scale = sessions.length + shift;
  places[place] = shift;
  places[place + 1] = scale;
  gradient[place] = b * slopes - v * (weightsT - mean * weights);
  gradient[place + 1] = b * slopesT - v * (weightsT2 - mean * weightsT);
  withItem[place * 3] = b * weightsT;
  withItem[place * 3 + 1] = -b * lower0;
  withItem[place * 3 + 2] = -b * upper0;
  withItem[place * 3 + 3] = b * weightsT2;
  withItem[place * 3 + 4] = -b * lower1;
  withItem[place * 3 + 5] = -b * upper1;
  const size = form.gradient.length;
  form.information[shift * size + shift]! += square * weights;
  form.information[scale * size + scale]! += square * weightsT2;
  form.information[shift * size + scale]! += square * weightsT;
  form.information[scale * size + shift]! += square * weightsT;
}

/** Takes out of a form what the item takes up by following. */
function refit({ places, changes, own }: LinkedItem, slopes: Slopes, form: QuadraticForm): void {
  const size = form.gradient.length;
  for (let i = 0; i < places.length; i++) {
    const x0 = slopes.withItem[i * 3]!;
    const x1 = slopes.withItem[i * 3 + 1]!;
    const x2 = slopes.withItem[i * 3 + 2]!;
    form.gradient[places[i]!]! += slopes.gradient[i]! - own[0] * x0 - own[1] * x1 - own[2] * x2;
    const row = places[i]! * size;
    for (let j = 0; j < places.length; j++)
      form.information[row + places[j]!]! -=
        x0 * changes[j * 3]! + x1 * changes[j * 3 + 1]! + x2 * changes[j * 3 + 2]!;
  }
}

/**
 * What linked items say of the shift and scale of sessions, each item refitted to them: adds to a form,
 * around shifts 0 and scales 1.
 *
 * @returns how the items follow
 */
export function addLinkedItems(
  design: Design,
  state: State,
  form: QuadraticForm,
): readonly LinkedItem[] {
  const found: LinkedItem[] = [];
  for (let item = 0; item < design.hasMiddle.length; item++) {
    if (!isLinked(design, item)) continue;
    const hasMiddle = design.hasMiddle[item] === 1;
    const [from, to] = [design.itemStart[item]!, design.itemStart[item + 1]!];
    const n = 2 * (to - from);
    const slopes = {
      places: new Int32Array(n),
      gradient: new Float64Array(n),
      withItem: new Float64Array(3 * n),
    };
    const sums = noSums();
    for (let r = from; r < to; r++)
      sumRollCall(design, state, item, r, sums, slopes, 2 * (r - from), form);
    addPrior(sums, state.beta[item]!);
    const own = solveItem(sums, hasMiddle, [sums.beta, sums.lower, sums.upper]);
    const changes = new Float64Array(3 * n);
    for (let i = 0; i < 3 * n; i += 3) {
      const [x0, x1, x2] = slopes.withItem.subarray(i, i + 3);
      changes.set(solveItem(sums, hasMiddle, [x0!, x1!, x2!]), i);
    }
    const linked = { item, own, places: slopes.places, changes };
    refit(linked, slopes, form);
    found.push(linked);
  }
  return found;
}

/** Lets linked items follow the shifts and scales, given as changes. */
export function followGauge(
  { hasMiddle }: Design,
  state: State,
  items: readonly LinkedItem[],
  moved: Float64Array,
): void {
  for (const { item, own, places, changes } of items) {
    let [beta, lower, upper] = own;
    for (let i = 0; i < places.length; i++) {
      const by = moved[places[i]!]!;
      beta -= changes[i * 3]! * by;
      lower -= changes[i * 3 + 1]! * by;
      upper -= changes[i * 3 + 2]! * by;
    }
    moveItem(state, item, hasMiddle[item] === 1, [beta, lower, upper]);
  }
}
