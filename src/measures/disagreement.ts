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

/** Weight of the joint issues of one scale; 0 if there are none. */
export function stratumWeight(stratum: Stratum): number {
  let sum = 0;
  for (let cell = 0; cell < stratum.cells.length; cell++) sum += stratum.cells[cell]!;
  return sum;
}

/** Weight of the issues on which both positions are known; imputed absences are not among them. */
export function jointWeight(table: Contingency): number {
  let sum = 0;
  for (const stratum of table.strata) sum += stratumWeight(stratum);
  return sum;
}

/** Σ w d over the issues on which both positions are known. */
function weightedDistance(table: Contingency, distance: Distance): number {
  let sum = 0;
  for (const { values, cells } of table.strata) {
    const k = values.length;
    for (let i = 0; i < k; i++) {
      for (let j = 0; j < k; j++) {
        const weight = cells[i * k + j]!;
        if (weight !== 0) sum += weight * distanceBetween(values[i]!, values[j]!, distance);
      }
    }
  }
  return sum;
}

/**
 * Observed disagreement Do = Σ w d / Σ w in [0, 1], imputed absences included with the distance that
 * the absence rule gives them. NaN when there is nothing to weigh.
 */
export function observedDisagreement(table: Contingency, distance: Distance): number {
  return (
    (weightedDistance(table, distance) + table.imputed.distance) /
    (jointWeight(table) + table.imputed.weight)
  );
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

/** Share of the weight of one scale that each country puts on each category. */
export interface Margins {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** Both countries' margins in one scale, as shares of its `weight`, which must be above 0. */
export function marginShares({ values, cells }: Stratum, weight: number): Margins {
  const k = values.length;
  const first = new Float64Array(k);
  const second = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const share = cells[i * k + j]! / weight;
      first[i]! += share;
      second[j]! += share;
    }
  }
  return { first, second };
}

/** Mean of the two countries' margins in one scale, as shares of its `weight`. */
export function pooledShares(stratum: Stratum, weight: number): Float64Array {
  const { first, second } = marginShares(stratum, weight);
  for (let i = 0; i < first.length; i++) first[i] = (first[i]! + second[i]!) / 2;
  return first;
}

/** Mean distance of two independent draws, one from each of two distributions over the categories. */
export function meanDistance(
  values: Float64Array,
  first: Float64Array,
  second: Float64Array,
  distance: Distance,
): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    for (let j = 0; j < values.length; j++) {
      // Products of shares rather than 1 - Σ p²: without variation the sum is exactly 0.
      const share = first[i]! * second[j]!;
      if (share !== 0) sum += share * distanceBetween(values[i]!, values[j]!, distance);
    }
  }
  return sum;
}

/** Mean distance of all ordered pairs of declared categories, a category with itself included. */
export function meanCategoryDistance(values: Float64Array, distance: Distance): number {
  let sum = 0;
  for (const x of values) for (const y of values) sum += distanceBetween(x, y, distance);
  return sum / (values.length * values.length);
}

/** Expected disagreement in [0, 1] within one scale whose joint issues weigh `weight` > 0. */
export type ChanceModel = (stratum: Stratum, weight: number, distance: Distance) => number;

/** Two independent countries that keep their own margins (Cohen). */
export const ownMargins: ChanceModel = (stratum, weight, distance) => {
  const { first, second } = marginShares(stratum, weight);
  return meanDistance(stratum.values, first, second, distance);
};

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
