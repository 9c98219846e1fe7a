import {
  type Dyad,
  type DyadSettings,
  distanceOfCategories,
  type JointIssue,
} from '../evidence/dyad.ts';
import { ABSENT, type Evidence } from '../evidence/evidence.ts';
import { everyParty } from '../evidence/party.ts';
import { NO_JOINT_ISSUES } from '../measures/disagreement.ts';
import type { Scale } from '../results/inventory.ts';
import type { Percentile } from '../results/parts.ts';
import { dyadCount } from './bit-planes.ts';

/** With fewer others than this a place among them says little. */
const fewDyads = 20;

/** Scores nearer than this to each other differ by rounding alone. */
const leastDifference = 1e-12;

/** What categories of a scale are to each other, all of them counted from `ABSENT` on. */
interface Distances {
  /** NaN where an issue with the two is not joint. */
  readonly between: readonly Float64Array[];
  /** Whether an issue with the category can be joint at all. */
  readonly counts: readonly boolean[];
}

function tabulateDistances(scale: Scale, settings: DyadSettings): Distances {
  const all = Array.from({ length: scale.labels.length - ABSENT }, (_, i) => i + ABSENT);
  const between = all.map((x) =>
    Float64Array.from(all, (y) => distanceOfCategories([x, y], scale, settings) ?? Number.NaN),
  );
  const counts = between.map((row) => row.some((distance) => !Number.isNaN(distance)));
  return { between, counts };
}

/** Place of the dyad of two of so many countries, a < b, in the order (0,1), (0,2) ... (1,2) ... */
function dyadPlace(a: number, b: number, countries: number): number {
  return (a * (2 * countries - a - 1)) / 2 + b - a - 1;
}

/** For every dyad in the order of `dyadPlace`, sums over the joint issues of one dyad that are joint for it too. */
interface DyadSums {
  readonly weights: Float64Array;
  /** Weights times the distance of the one dyad. */
  readonly own: Float64Array;
  /** Weights times the distance of the dyad itself. */
  readonly others: Float64Array;
}

/** Adds an issue for a country and those after it. */
function addIssue(
  { weights, own, others }: DyadSums,
  { weight, distance }: JointIssue,
  distances: Float64Array,
  held: Int8Array,
  first: number,
): void {
  const before = dyadPlace(first, 0, held.length);
  for (let second = first + 1; second < held.length; second++) {
    const other = distances[held[second]!]!;
    // Not so where it is NaN.
    if (other >= 0) {
      weights[before + second]! += weight;
      own[before + second]! += weight * distance;
      others[before + second]! += weight * other;
    }
  }
}

function sumDyads(
  tables: readonly Distances[],
  rows: readonly Int8Array[],
  joint: readonly JointIssue[],
): DyadSums {
  const zeros = () => new Float64Array(dyadCount(rows.length));
  const sums = { weights: zeros(), own: zeros(), others: zeros() };
  const held = new Int8Array(rows.length);
  for (const issue of joint) {
    const { scale, index } = issue.selected;
    const { between, counts } = tables[scale]!;
    for (const [place, row] of rows.entries()) held[place] = row[index]! - ABSENT;
    for (const [first, category] of held.entries())
      if (counts[category]) addIssue(sums, issue, between[category]!, held, first);
  }
  return sums;
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
  // Whoever alone has less cannot share as much with anybody.
  const parties = everyParty(evidence).filter(({ categories }) => {
    let known = 0;
    for (const { selected, weight } of joint)
      if (tables[selected.scale]!.counts[categories[selected.index]! - ABSENT]) known += weight;
    return known >= least;
  });
  const rows = parties.map(({ categories }) => categories);
  const { weights, own, others } = sumDyads(tables, rows, joint);
  const [first, second] = [a, b]
    .map(({ code, lender = code }) => parties.findIndex((party) => party.code === lender))
    .sort((x, y) => x - y) as [number, number];
  const itself = first >= 0 && first < second ? dyadPlace(first, second, rows.length) : -1;
  const scores: number[] = [];
  let further = 0;
  for (const [dyad, weight] of weights.entries()) {
    if (weight < least || dyad === itself) continue;
    scores.push(1 - others[dyad]! / weight);
    const difference = (others[dyad]! - own[dyad]!) / weight;
    if (Math.abs(difference) <= leastDifference) further += 0.5;
    else if (difference > 0) further++;
  }
  const { length: dyads } = scores;
  if (dyads < fewDyads) {
    const reason = `fewer than ${fewDyads} other pairs share a third of these issues`;
    return { value: null, dyads, typical: null, reason };
  }
  return { value: further / dyads, dyads, typical: medianOf(Float64Array.from(scores).sort()) };
}
