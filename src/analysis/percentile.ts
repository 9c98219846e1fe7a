import {
  type Dyad,
  type DyadSettings,
  distanceOfCategories,
  type JointIssue,
} from '../evidence/dyad.ts';
import { ABSENT, type Evidence } from '../evidence/evidence.ts';
import { NO_JOINT_ISSUES } from '../measures/disagreement.ts';
import type { Scale } from '../results/inventory.ts';
import type { Percentile } from '../results/parts.ts';

/** With fewer others than this a place among them says little. */
const fewDyads = 20;

/** Scores nearer than this to each other differ by rounding alone. */
const leastDifference = 1e-12;

/**
 * Distances of the categories of a scale, all counted from `ABSENT` on: NaN where an issue with the two is not joint,
 * `undefined` where none with the first can be.
 */
type Distances = readonly (Float64Array | undefined)[];

function tabulateDistances(scale: Scale, settings: DyadSettings): Distances {
  const all = Array.from({ length: scale.labels.length - ABSENT }, (_, i) => i + ABSENT);
  return all.map((x) => {
    const row = all.map((y) => distanceOfCategories([x, y], scale, settings) ?? Number.NaN);
    return row.every(Number.isNaN) ? undefined : Float64Array.from(row);
  });
}

/** A joint issue as it is for all countries. */
interface AskedIssue extends Pick<JointIssue, 'weight' | 'distance'> {
  readonly distances: Distances;
  /** The category of each country, counted from `ABSENT` on. */
  readonly held: Int8Array;
}

// Loops, in functions of their own that are soon compiled: they go round for each issue of each of 20,000 dyads.

function heldBy(rows: readonly Int8Array[], index: number): Int8Array {
  const held = new Int8Array(rows.length);
  for (let country = 0; country < rows.length; country++)
    held[country] = rows[country]![index]! - ABSENT;
  return held;
}

/** Of the joint issues that can be joint for a country too. */
function weightOf(
  row: Int8Array,
  joint: readonly JointIssue[],
  tables: readonly Distances[],
): number {
  let known = 0;
  for (const { selected, weight } of joint)
    if (tables[selected.scale]![row[selected.index]! - ABSENT]) known += weight;
  return known;
}

/** Of a country with each of those after it: sums over the joint issues of the dyad that are joint for them too. */
interface RowSums {
  readonly weights: Float64Array;
  /** Weights times the distance of the dyad. */
  readonly own: Float64Array;
  /** Weights times the distance of the two themselves. */
  readonly others: Float64Array;
}

function addIssue(
  { weights, own, others }: RowSums,
  { weight, distance, held }: AskedIssue,
  distances: Float64Array,
  first: number,
): void {
  for (let second = first + 1; second < held.length; second++) {
    const other = distances[held[second]!]!;
    // Not so where it is NaN.
    if (other >= 0) {
      weights[second]! += weight;
      own[second]! += weight * distance;
      others[second]! += weight * other;
    }
  }
}

function sumRow(sums: RowSums, issues: readonly AskedIssue[], first: number): void {
  for (const each of [sums.weights, sums.own, sums.others]) each.fill(0);
  for (const issue of issues) {
    const distances = issue.distances[issue.held[first]!];
    if (distances) addIssue(sums, issue, distances, first);
  }
}

function medianOf(sorted: Float64Array): number {
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}

/**
 * Compares a dyad with all other dyads of countries on the very issues that it is scored on: whoever has
 * positions on at least a third of them by weight is scored on those, with the same weights, and so is the
 * dyad itself. The score is 1 - Do with the distance of the settings, whatever the measure; absences and
 * dropped positions are treated alike on both sides.
 *
 * Either side may be a bloc; dyads of its members are other dyads. With fewer than 20 others there is
 * neither a value nor a typical dyad, and the reason says so.
 */
export function findPercentile(
  evidence: Evidence,
  { a, b, joint }: Dyad,
  settings: DyadSettings,
): Percentile {
  if (joint.length === 0) return { value: null, dyads: 0, typical: null, reason: NO_JOINT_ISSUES };
  const tables = evidence.scales.map((scale) => tabulateDistances(scale, settings));
  const least = (joint.reduce((sum, { weight }) => sum + weight, 0) / 3) * (1 - leastDifference);
  const { positions } = evidence;
  // Whoever alone has less cannot share as much with anybody.
  const countries = positions.countries.filter(
    (country) => weightOf(positions.get(country)!, joint, tables) >= least,
  );
  const rows = countries.map((country) => positions.get(country)!);
  const issues = joint.map(({ selected, weight, distance }) => {
    const held = heldBy(rows, selected.index);
    return { weight, distance, held, distances: tables[selected.scale]! };
  });
  const [x, y] = [a, b]
    .map(({ code, lender = code }) => countries.indexOf(lender))
    .sort((one, other) => one - other) as [number, number];
  const zeros = () => new Float64Array(rows.length);
  const sums: RowSums = { weights: zeros(), own: zeros(), others: zeros() };
  const { weights, own, others } = sums;
  const scores: number[] = [];
  let further = 0;
  rows.forEach((_, first) => {
    sumRow(sums, issues, first);
    for (let second = first + 1; second < rows.length; second++) {
      const weight = weights[second]!;
      if (weight < least || (first === x && second === y)) continue;
      scores.push(1 - others[second]! / weight);
      const difference = (others[second]! - own[second]!) / weight;
      if (Math.abs(difference) <= leastDifference) further += 0.5;
      else if (difference > 0) further++;
    }
  });
  const { length: dyads } = scores;
  if (dyads < fewDyads) {
    const reason = `fewer than ${fewDyads} other pairs share a third of these issues`;
    return { value: null, dyads, typical: null, reason };
  }
  return { value: further / dyads, dyads, typical: medianOf(new Float64Array(scores).sort()) };
}
