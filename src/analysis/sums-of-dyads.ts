import { type DyadSettings, distanceOfCategories, type JointIssue } from '../evidence/dyad.ts';
import { ABSENT, type Evidence } from '../evidence/evidence.ts';
import { groupBy } from '../group-by.ts';
import { readScale } from './all-dyads.ts';
import { countSteps, dyadCount, tabulateDyads } from './bit-planes.ts';

/** Joint issues of one scale, weight and distance of the dyad that is asked about: all the same to the others. */
export interface AskedClass extends Pick<JointIssue, 'weight' | 'distance'> {
  readonly reading: ReturnType<typeof readScale>;
  /**
   * Distances of two categories, all counted from `ABSENT` on: NaN where an issue with the two is not joint,
   * `undefined` where none with the first can be.
   */
  readonly distances: readonly (Float64Array | undefined)[];
  /** By index into the rows. */
  readonly issues: Int32Array;
}

/** Joint issues by class. */
export function classifyJoint(
  { scales }: Pick<Evidence, 'scales'>,
  joint: readonly JointIssue[],
  settings: DyadSettings,
): readonly AskedClass[] {
  const read = scales.map((scale) => {
    const all = Array.from({ length: scale.labels.length - ABSENT }, (_, i) => i + ABSENT);
    const distances = all.map((x) => {
      const row = all.map((y) => distanceOfCategories([x, y], scale, settings) ?? Number.NaN);
      return row.every(Number.isNaN) ? undefined : Float64Array.from(row);
    });
    return { reading: readScale(scale, settings), distances };
  });
  const keyOf = ({ selected, weight, distance }: JointIssue) =>
    `${selected.scale} ${weight} ${distance}`;
  return [...groupBy(joint, keyOf).values()].map((alike) => {
    const { selected, weight, distance } = alike[0]!;
    const issues = Int32Array.from(alike, (each) => each.selected.index);
    return { ...read[selected.scale]!, weight, distance, issues };
  });
}

/** Weight of the issues that can be joint for a country with such categories. */
export function weightOf(row: Int8Array, classes: readonly AskedClass[]): number {
  let known = 0;
  for (const { weight, issues, distances } of classes) {
    const counts = Uint8Array.from(distances, (each) => Number(each !== undefined));
    let count = 0;
    for (let i = 0; i < issues.length; i++) count += counts[row[issues[i]!]! - ABSENT]!;
    known += count * weight;
  }
  return known;
}

/** Of each dyad (0,1), (0,2) ... (1,2) ..., sums over the asked issues that are joint for it too. */
interface DyadSums {
  readonly weights: Float64Array;
  /** Weights times the distance of the dyad that is asked about. */
  readonly own: Float64Array;
  /** Weights times its own distance. */
  readonly others: Float64Array;
}

/** From so many issues on counting them together is faster than going through them. */
const leastCounted = 512;

// Loops by index: they go round for each issue, or each pair of categories, of 20,000 dyads.

/** How far apart two neighbouring categories are, where each further one adds as much; `undefined` where that is not so. */
function stepOf({ held, pairs }: AskedClass['reading']): number | undefined {
  const step = 1 / (held.length - 1);
  const isEven =
    pairs.length === held.length ** 2 &&
    pairs.every(({ place, distance }) => {
      const [first, second] = [Math.floor(place / held.length), place % held.length];
      return Math.abs(distance - Math.abs(first - second) * step) <= Number.EPSILON;
    });
  return isEven ? step : undefined;
}

function addCounted(sums: DyadSums, rows: readonly Int8Array[], asked: AskedClass): void {
  const { weight, distance, issues, reading } = asked;
  const { weights, own, others } = sums;
  const { held, pairs } = reading;
  const step = stepOf(reading);
  if (step !== undefined) {
    const { joint, steps } = countSteps(rows, issues, held);
    for (let dyad = 0; dyad < weights.length; dyad++) {
      weights[dyad]! += joint[dyad]! * weight;
      own[dyad]! += joint[dyad]! * weight * distance;
      others[dyad]! += steps[dyad]! * step * weight;
    }
    return;
  }
  const counts = tabulateDyads(rows, issues, held);
  const size = held.length ** 2;
  for (let dyad = 0; dyad < weights.length; dyad++) {
    let [known, apart] = [0, 0];
    for (const pair of pairs) {
      const count = counts[dyad * size + pair.place]!;
      known += count;
      apart += count * pair.distance;
    }
    weights[dyad]! += known * weight;
    own[dyad]! += known * weight * distance;
    others[dyad]! += apart * weight;
  }
}

function addIssue(
  { weights, own, others }: DyadSums,
  held: Int8Array,
  { weight, distance, distances }: AskedClass,
): void {
  let dyad = 0;
  for (let first = 0; first < held.length; first++) {
    const row = distances[held[first]!];
    if (row === undefined) {
      dyad += held.length - first - 1;
      continue;
    }
    for (let second = first + 1; second < held.length; second++, dyad++) {
      const other = row[held[second]!]!;
      // Not so where it is NaN.
      if (other >= 0) {
        weights[dyad]! += weight;
        own[dyad]! += weight * distance;
        others[dyad]! += weight * other;
      }
    }
  }
}

/**
 * Sums of all dyads of countries over classes of issues.
 *
 * @param rows of each country: its category on each issue, `MISSING` or `ABSENT`
 */
export function sumDyads(
  rows: readonly Int8Array[],
  classes: readonly AskedClass[],
  from = leastCounted,
): DyadSums {
  const zeros = () => new Float64Array(dyadCount(rows.length));
  const sums: DyadSums = { weights: zeros(), own: zeros(), others: zeros() };
  const held = new Int8Array(rows.length);
  for (const each of classes) {
    if (each.issues.length >= from) {
      addCounted(sums, rows, each);
      continue;
    }
    for (const index of each.issues) {
      for (let country = 0; country < rows.length; country++)
        held[country] = rows[country]![index]! - ABSENT;
      addIssue(sums, held, each);
    }
  }
  return sums;
}
