import { inverseMills } from '../../measures/inverse-mills.ts';
import { type Design, isLinked } from './design.ts';
import { itemSums, sumItem } from './item-sums.ts';
import { type ItemVector, moveItem, solveItem } from './items.ts';
import { lookAtMiddle, middle } from './middle-answer.ts';
import type { State } from './state.ts';

/** A quadratic form in the shift and the scale of each session: shifts first, then scales. */
export interface QuadraticForm {
  readonly gradient: Float64Array;
  /** Row by row. */
  readonly information: Float64Array;
}

/** How a linked item follows a shift or scale of one of its sessions. */
interface Following {
  /** Place of the shift or scale among those of all sessions. */
  readonly place: number;
  readonly change: ItemVector;
}

export interface LinkedItem {
  readonly item: number;
  /** What it would change by itself. */
  readonly own: ItemVector;
  readonly followings: readonly Following[];
}

interface Slopes {
  readonly place: number;
  gradient: number;
  own: number;
  /** With the other of shift and scale. */
  cross: number;
  beta: number;
  lower: number;
  upper: number;
}

const slopesAt = (place: number): Slopes => ({
  place,
  gradient: 0,
  own: 0,
  cross: 0,
  beta: 0,
  lower: 0,
  upper: 0,
});

/** Slopes of the votes of one roll call in the shift and the scale of its session. */
function sumRollCall(
  { bounds, voters, rollCallSession, sessions }: Design,
  { theta, beta, lower, upper, betaVariance, centre }: State,
  item: number,
  r: number,
): readonly [shift: Slopes, scale: Slopes] {
  const b = beta[item]!;
  const g1 = lower[item]!;
  const g2 = upper[item]!;
  const v = betaVariance[item]!;
  const mean = centre[item]!;
  const square = b * b + v;
  const toMiddle = bounds[r * 4 + 1]!;
  const toHigh = bounds[r * 4 + 2]!;
  const end = bounds[r * 4 + 3]!;
  const session = rollCallSession[r]!;
  const shift = slopesAt(session);
  const scale = slopesAt(sessions.length + session);
  for (let k = bounds[r * 4]!; k < end; k++) {
    const t = theta[voters[k]!]!;
    const eta = b * t;
    let slope = 0;
    let withLower = 0;
    let withUpper = 0;
    if (k < toMiddle || k >= toHigh) {
      const x = k < toMiddle ? g1 - eta : eta - g2;
      const m = inverseMills(x);
      slope = k < toMiddle ? -m : m;
      if (k < toMiddle) withLower = m * (m + x);
      else withUpper = m * (m + x);
    } else {
      lookAtMiddle(g1 - eta, g2 - eta);
      slope = middle.slopeA - middle.slopeB;
      withLower = middle.ofA + middle.ofBoth;
      withUpper = middle.ofB + middle.ofBoth;
    }
    const weight = withLower + withUpper;
    const gradient = b * slope - v * weight * (t - mean);
    shift.gradient += gradient;
    scale.gradient += gradient * t;
    shift.own += square * weight;
    shift.cross += square * weight * t;
    scale.own += square * weight * t * t;
    shift.beta += weight * eta;
    scale.beta += weight * eta * t;
    shift.lower -= b * withLower;
    scale.lower -= b * withLower * t;
    shift.upper -= b * withUpper;
    scale.upper -= b * withUpper * t;
  }
  return [shift, scale];
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
  { gradient, information }: QuadraticForm,
): readonly LinkedItem[] {
  const size = gradient.length;
  const found: LinkedItem[] = [];
  const dot = (x: ItemVector, y: Slopes) => x[0] * y.beta + x[1] * y.lower + x[2] * y.upper;
  for (let item = 0; item < design.hasMiddle.length; item++) {
    if (!isLinked(design, item)) continue;
    const hasMiddle = design.hasMiddle[item] === 1;
    sumItem(design, state, item);
    const own = solveItem(itemSums, hasMiddle, [itemSums.beta, itemSums.lower, itemSums.upper]);
    const all: Slopes[] = [];
    for (let r = design.itemStart[item]!; r < design.itemStart[item + 1]!; r++) {
      const [shift, scale] = sumRollCall(design, state, item, r);
      information[shift.place * size + shift.place]! += shift.own;
      information[scale.place * size + scale.place]! += scale.own;
      information[shift.place * size + scale.place]! += shift.cross;
      information[scale.place * size + shift.place]! += shift.cross;
      all.push(shift, scale);
    }
    const followings = all.map(({ place, beta, lower, upper }) => ({
      place,
      change: solveItem(itemSums, hasMiddle, [beta, lower, upper]),
    }));
    for (const [i, { place, change }] of followings.entries()) {
      gradient[place]! += all[i]!.gradient - dot(own, all[i]!);
      for (const other of all) information[place * size + other.place]! -= dot(change, other);
    }
    found.push({ item, own, followings });
  }
  return found;
}

/** Lets linked items follow the shifts and scales, given as changes. */
export function followGauge(
  { hasMiddle }: Design,
  state: State,
  items: readonly LinkedItem[],
  changes: Float64Array,
): void {
  for (const { item, own, followings } of items) {
    const change: [number, number, number] = [...own];
    for (const following of followings)
      for (const i of [0, 1, 2] as const)
        change[i] -= following.change[i] * changes[following.place]!;
    moveItem(state, item, hasMiddle[item] === 1, change);
  }
}
