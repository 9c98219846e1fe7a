import type { Coefficient, Contingency, Distance, Stratum } from './measure.ts';

export const NO_JOINT_ISSUES = 'no joint issues';
export const ALWAYS_THE_SAME = 'no variation: both always take one and the same position';
export const SINGLE_CATEGORY = 'no variation: the scale has a single category';
export const ABSENCES_IMPUTED =
  'an absence rule supplies distances but no positions, so chance agreement is unknown';

/**
 * Distance of two positions, each in [-1, 1]: 0 the same, 1 at the two ends of the scale.
 * `linear` is |x - y| / 2, `squared` its square, `nominal` 0 or 1.
 */
export function distanceBetween(x: number, y: number, distance: Distance): number {
  if (distance === 'nominal') return x === y ? 0 : 1;
  const apart = Math.abs(x - y) / 2;
  return distance === 'linear' ? apart : apart * apart;
}

const distanceTables = new WeakMap<Float64Array, Partial<Record<Distance, Float64Array>>>();

/**
 * Distances of all pairs of the categories at `values`, row-major. Remembered for each scale: a
 * bootstrap asks thousands of times, so the result must not be written to.
 */
export function distanceTable(values: Float64Array, distance: Distance): Float64Array {
  let tables = distanceTables.get(values);
  if (tables === undefined) distanceTables.set(values, (tables = {}));
  return (tables[distance] ??= Float64Array.from(
    Array.from(values).flatMap((x) => Array.from(values, (y) => distanceBetween(x, y, distance))),
  ));
}

/** Weight of the joint issues of one scale; 0 if there are none. */
export function stratumWeight({ cells }: Stratum): number {
  let sum = 0;
  for (let cell = 0; cell < cells.length; cell++) sum += cells[cell]!;
  return sum;
}

/** Weight of the issues on which both positions are known; imputed absences are not among them. */
export function jointWeight(table: Contingency): number {
  let sum = 0;
  for (const stratum of table.strata) sum += stratumWeight(stratum);
  return sum;
}

/** Σ w d over the joint issues of one scale. */
function weightedDistance({ values, cells }: Stratum, distance: Distance): number {
  const distances = distanceTable(values, distance);
  let sum = 0;
  for (let cell = 0; cell < cells.length; cell++) sum += cells[cell]! * distances[cell]!;
  return sum;
}

/**
 * Observed disagreement Do = Σ w d / Σ w in [0, 1], imputed absences included with the distance that
 * the absence rule gives them. NaN when there is nothing to weigh.
 */
export function observedDisagreement(table: Contingency, distance: Distance): number {
  let weight = table.imputed.weight;
  let sum = table.imputed.distance;
  for (const stratum of table.strata) {
    weight += stratumWeight(stratum);
    sum += weightedDistance(stratum, distance);
  }
  return sum / weight;
}

/** A coefficient that is a function of observed disagreement alone; `null` without joint issues. */
export function fromObservedDisagreement(
  table: Contingency,
  distance: Distance,
  coefficient: (observed: number) => number,
): Coefficient {
  const observed = observedDisagreement(table, distance);
  return Number.isNaN(observed)
    ? { value: null, reason: NO_JOINT_ISSUES }
    : { value: coefficient(observed) };
}

/** Weight that each country puts on each category of one scale; both sum to the scale's weight. */
export interface Margins {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

export function marginsOf({ values, cells }: Stratum): Margins {
  const k = values.length;
  const first = new Float64Array(k);
  const second = new Float64Array(k);
  let cell = 0;
  for (let i = 0; i < k; i++) {
    let row = 0;
    for (let j = 0; j < k; j++) {
      const weight = cells[cell++]!;
      row += weight;
      second[j]! += weight;
    }
    first[i] = row;
  }
  return { first, second };
}

/** Mean of the two countries' margins, category by category. */
export function pooledMargin(stratum: Stratum): Float64Array {
  const { first, second } = marginsOf(stratum);
  for (let i = 0; i < first.length; i++) first[i] = (first[i]! + second[i]!) / 2;
  return first;
}

/**
 * Mean distance of two independent draws, one from each of two margins that both sum to `weight`.
 * A sum of products rather than 1 - Σ p²: without variation it is exactly 0.
 */
export function meanDistance(
  { first, second }: Margins,
  weight: number,
  distances: Float64Array,
): number {
  const k = first.length;
  let sum = 0;
  let cell = 0;
  for (let i = 0; i < k; i++) {
    let fromHere = 0;
    for (let j = 0; j < k; j++) fromHere += second[j]! * distances[cell++]!;
    sum += first[i]! * fromHere;
  }
  return sum / (weight * weight);
}

/** Mean distance of all ordered pairs of declared categories, a category with itself included. */
export function meanCategoryDistance(values: Float64Array, distance: Distance): number {
  const distances = distanceTable(values, distance);
  let sum = 0;
  for (let cell = 0; cell < distances.length; cell++) sum += distances[cell]!;
  return sum / distances.length;
}

/** Expected disagreement in [0, 1] within one scale whose joint issues weigh `weight` > 0. */
export type ChanceModel = (stratum: Stratum, weight: number, distance: Distance) => number;

/** Two independent countries that keep their own margins (Cohen). */
export const ownMargins: ChanceModel = (stratum, weight, distance) =>
  meanDistance(marginsOf(stratum), weight, distanceTable(stratum.values, distance));

/**
 * Expected disagreement De in [0, 1] under a model of chance: taken within each scale and pooled by
 * the scales' weights, De = Σ (W_s / W) De_s, as positions on different scales share no categories.
 * With one scale it is the textbook formula. NaN without joint issues.
 */
export function expectedDisagreement(
  table: Contingency,
  distance: Distance,
  chance: ChanceModel,
): number {
  let total = 0;
  let sum = 0;
  for (const stratum of table.strata) {
    const weight = stratumWeight(stratum);
    if (weight === 0) continue;
    total += weight;
    sum += weight * chance(stratum, weight, distance);
  }
  return sum / total;
}

/** Why no chance model applies to the table, or `null` if one does. */
export function obstacleToChance(table: Contingency): string | null {
  if (table.imputed.weight > 0) return ABSENCES_IMPUTED;
  return jointWeight(table) === 0 ? NO_JOINT_ISSUES : null;
}

/**
 * 1 - Do / De. `null` without joint issues, with imputed absences, and where De = 0, for which the
 * caller knows the `whenConstant` reason. Häge's files print 0 in the last case; that belongs to his
 * convention, not to the coefficient.
 */
export function correctForChance(
  table: Contingency,
  distance: Distance,
  chance: ChanceModel,
  whenConstant: string,
): Coefficient {
  const obstacle = obstacleToChance(table);
  if (obstacle !== null) return { value: null, reason: obstacle };
  const expected = expectedDisagreement(table, distance, chance);
  if (expected === 0) return { value: null, reason: whenConstant };
  return { value: 1 - observedDisagreement(table, distance) / expected };
}
