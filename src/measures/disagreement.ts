import type {
  ChanceModel,
  Contingency,
  DisagreementRule,
  DyadicMeasure,
  Margins,
  Stratum,
} from './measure.ts';
import type { Distance } from '../results/vocabulary.ts';

export const NO_JOINT_ISSUES = 'no joint issues';
export const ALWAYS_THE_SAME = 'no variation: both always take one and the same position';
export const SINGLE_CATEGORY = 'no variation: the scale has a single category';
export const ABSENCES_IMPUTED =
  'some issues have a distance but no pair of positions (an absence rule, or a bloc at its mean), so chance agreement is unknown';

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
 * Distances of all pairs of the categories at `values`, row-major. Remembered for each array of
 * values, as a jackknife over a record asks again and again: neither the values nor the result may change.
 */
export function distanceTable(values: Float64Array, distance: Distance): Float64Array {
  let tables = distanceTables.get(values);
  if (tables === undefined) distanceTables.set(values, (tables = {}));
  return (tables[distance] ??= tabulateDistances(values, distance));
}

function tabulateDistances(values: Float64Array, distance: Distance): Float64Array {
  const table = new Float64Array(values.length ** 2);
  let cell = 0;
  for (const x of values) for (const y of values) table[cell++] = distanceBetween(x, y, distance);
  return table;
}

// Sums go over pairs of categories, both ways at once: from both sides of a dyad they are then the
// same to the last digit.

/** Weight of the issues on which both positions are known; imputed absences are not among them. */
export function jointWeight(table: Contingency): number {
  let sum = 0;
  for (const { values, cells } of table.strata) {
    const k = values.length;
    for (let i = 0; i < k; i++) {
      sum += cells[i * k + i]!;
      for (let j = i + 1; j < k; j++) sum += cells[i * k + j]! + cells[j * k + i]!;
    }
  }
  return sum;
}

/**
 * Observed disagreement Do = Σ w d / Σ w in [0, 1], imputed absences included with the distance that
 * the absence rule gives them. NaN when there is nothing to weigh.
 */
export function observedDisagreement(table: Contingency, distance: Distance): number {
  let total = table.imputed.weight;
  let sum = table.imputed.distance;
  for (const { values, cells } of table.strata) {
    const distances = distanceTable(values, distance);
    const k = values.length;
    for (let i = 0; i < k; i++) {
      total += cells[i * k + i]!;
      for (let j = i + 1; j < k; j++) {
        const weight = cells[i * k + j]! + cells[j * k + i]!;
        // Most cells of most tables are empty.
        if (weight === 0) continue;
        total += weight;
        sum += weight * distances[i * k + j]!;
      }
    }
  }
  return sum / total;
}

/** Margins of one scale. */
function marginsOf({ values, cells }: Stratum): Margins {
  const k = values.length;
  const first = new Float64Array(k);
  const second = new Float64Array(k);
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++) {
      const weight = cells[i * k + j]!;
      first[i]! += weight;
      second[j]! += weight;
    }
  const pooled = new Float64Array(k);
  let weight = 0;
  for (let i = 0; i < k; i++) weight += pooled[i] = (first[i]! + second[i]!) / 2;
  return { values, weight, first, second, pooled };
}

/**
 * Mean distance of two independent draws, one from each of two margins of a scale. A sum of products
 * rather than 1 - Σ p²: without variation it is exactly 0.
 */
export function meanDistance(
  { values, weight }: Margins,
  first: Float64Array,
  second: Float64Array,
  distance: Distance,
): number {
  const distances = distanceTable(values, distance);
  const k = values.length;
  let sum = 0;
  for (let i = 0; i < k; i++) {
    for (let j = i + 1; j < k; j++)
      sum += (first[i]! * second[j]! + first[j]! * second[i]!) * distances[i * k + j]!;
  }
  return sum / (weight * weight);
}

/** Mean distance of all ordered pairs of declared categories, a category with itself included. */
export function meanCategoryDistance(values: Float64Array, distance: Distance): number {
  const distances = distanceTable(values, distance);
  return distances.reduce((sum, each) => sum + each, 0) / distances.length;
}

/** Two independent countries that keep their own margins (Cohen). */
export const ownMargins: ChanceModel = (margins, distance) =>
  meanDistance(margins, margins.first, margins.second, distance);

/**
 * Expected disagreement De in [0, 1] under a model of chance: taken within each scale and pooled by
 * the scales' weights, De = Σ (W_s / W) De_s, as positions on different scales share no categories.
 * With one scale it is the textbook formula. NaN without joint issues, and with imputed absences,
 * which have a distance but no positions.
 */
export function expectedDisagreement(
  table: Contingency,
  distance: Distance,
  chance: ChanceModel,
): number {
  if (table.imputed.weight > 0) return Number.NaN;
  let total = 0;
  let sum = 0;
  for (const stratum of table.strata) {
    const margins = marginsOf(stratum);
    if (margins.weight === 0) continue;
    total += margins.weight;
    sum += margins.weight * chance(margins, distance);
  }
  return sum / total;
}

/** Why a table has no margins to reckon chance from, or `null` if it has. */
export function obstacleToChance(table: Contingency): string | null {
  if (table.imputed.weight > 0) return ABSENCES_IMPUTED;
  return jointWeight(table) === 0 ? NO_JOINT_ISSUES : null;
}

/** A coefficient of observed disagreement alone. */
export function uncorrected(coefficient: (observed: number) => number): DisagreementRule {
  return { chance: null, coefficient };
}

/**
 * 1 - Do / De. De = 0 only where Do = 0 too, so that the coefficient is NaN there: undefined. Häge's
 * files print 0 in that case; it belongs to his convention, not to the coefficient.
 */
export function correctedBy(chance: ChanceModel): DisagreementRule {
  return { chance, coefficient: (observed, expected) => 1 - observed / expected };
}

/**
 * The `compute` of a measure with this rule. `null` without joint issues, with imputed absences if
 * the rule has a chance model, and where the rule is undefined, for which `whenUndefined` is the
 * reason.
 */
export function computeBy(
  { chance, coefficient }: DisagreementRule,
  whenUndefined: string = NO_JOINT_ISSUES,
): DyadicMeasure['compute'] {
  return (table, distance) => {
    const obstacle = chance && obstacleToChance(table);
    if (obstacle) return { value: null, reason: obstacle };
    const observed = observedDisagreement(table, distance);
    const expected = chance ? expectedDisagreement(table, distance, chance) : Number.NaN;
    const value = coefficient(observed, expected);
    return Number.isNaN(value) ? { value: null, reason: whenUndefined } : { value };
  };
}
