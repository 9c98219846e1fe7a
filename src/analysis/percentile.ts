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

/** How far apart any two categories of a scale are, from `ABSENT` on; NaN where an issue with them is not joint. */
function tabulateDistances(scale: Scale, settings: DyadSettings): readonly Float64Array[] {
  const all = Array.from({ length: scale.labels.length - ABSENT }, (_, i) => i + ABSENT);
  const between = (x: number, y: number) => distanceOfCategories([x, y], scale, settings);
  return all.map((x) => Float64Array.from(all, (y) => between(x, y) ?? Number.NaN));
}

/** Place of the dyad of two of so many countries, a < b, in the order (0,1), (0,2) ... (1,2) ... */
function dyadPlace(a: number, b: number, countries: number): number {
  return (a * (2 * countries - a - 1)) / 2 + b - a - 1;
}

/**
 * Sums over the joint issues of one dyad, for every dyad in the order of `dyadPlace`: of those that are joint for it
 * too the weights, and the weights times the distance of the one and of the other.
 */
function sumDyads(
  { scales }: Evidence,
  rows: readonly Int8Array[],
  joint: readonly JointIssue[],
  settings: DyadSettings,
): { readonly weights: Float64Array; readonly own: Float64Array; readonly others: Float64Array } {
  const zeros = () => new Float64Array(dyadCount(rows.length));
  const [weights, own, others] = [zeros(), zeros(), zeros()];
  const tables = scales.map((scale) => {
    const table = tabulateDistances(scale, settings);
    return { table, counts: table.map((row) => row.some((distance) => distance >= 0)) };
  });
  for (const { selected, weight, distance } of joint) {
    const { table, counts } = tables[selected.scale]!;
    const places: number[] = [];
    const held: number[] = [];
    for (let place = 0; place < rows.length; place++) {
      const category = rows[place]![selected.index]! - ABSENT;
      if (!counts[category]) continue;
      places.push(place);
      held.push(category);
    }
    for (let x = 0; x < places.length; x++) {
      const distances = table[held[x]!]!;
      const before = dyadPlace(places[x]!, 0, rows.length);
      for (let y = x + 1; y < places.length; y++) {
        const other = distances[held[y]!]!;
        if (Number.isNaN(other)) continue;
        const dyad = before + places[y]!;
        weights[dyad]! += weight;
        own[dyad]! += weight * distance;
        others[dyad]! += weight * other;
      }
    }
  }
  return { weights, own, others };
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
  const parties = everyParty(evidence);
  const rows = parties.map(({ categories }) => categories);
  const { weights, own, others } = sumDyads(evidence, rows, joint, settings);
  const least = (joint.reduce((sum, { weight }) => sum + weight, 0) / 3) * (1 - leastDifference);
  const [first, second] = [a, b]
    .map(({ code, lender = code }) => parties.findIndex((party) => party.code === lender))
    .sort((x, y) => x - y) as [number, number];
  const itself = first >= 0 && first < second ? dyadPlace(first, second, rows.length) : -1;
  const scores: number[] = [];
  let further = 0;
  for (let dyad = 0; dyad < weights.length; dyad++) {
    const weight = weights[dyad]!;
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
  return { value: further / dyads, dyads, typical: medianOf(new Float64Array(scores).sort()) };
}
