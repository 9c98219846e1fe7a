import type { Dyad, DyadSettings } from '../evidence/dyad.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { countriesAlone } from '../evidence/side.ts';
import { NO_JOINT_ISSUES } from '../measures/disagreement.ts';
import type { Percentile } from '../results/parts.ts';
import { classifyJoint, sumDyads, weightOf } from './sums-of-dyads.ts';

/** With fewer others than this a place among them says little. */
const fewDyads = 20;

/** Scores nearer than this to each other differ by rounding alone. */
const leastDifference = 1e-12;

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
 * Either side may be a bloc or an actor; dyads of a bloc's members are other dyads, those of actors are none. With fewer than 20 others there is
 * neither a value nor a typical dyad, and the reason says so.
 */
export function findPercentile(
  evidence: Evidence,
  { a, b, joint }: Dyad,
  settings: DyadSettings,
): Percentile {
  if (joint.length === 0) return { value: null, dyads: 0, typical: null, reason: NO_JOINT_ISSUES };
  const least = (joint.reduce((sum, { weight }) => sum + weight, 0) / 3) * (1 - leastDifference);
  const { positions } = evidence;
  const classes = classifyJoint(evidence, joint, settings);
  // Whoever alone has less cannot share as much with anybody.
  const countries = countriesAlone(evidence).filter(
    (country) => weightOf(positions.get(country)!, classes) >= least,
  );
  const rows = countries.map((country) => positions.get(country)!);
  const { weights, own, others } = sumDyads(rows, classes);
  const [x, y] = [a, b]
    .map(({ code, lender = code }) => countries.indexOf(lender))
    .sort((one, other) => one - other) as [number, number];
  const scores: number[] = [];
  let [dyad, further] = [0, 0];
  for (let first = 0; first < rows.length; first++)
    for (let second = first + 1; second < rows.length; second++, dyad++) {
      const weight = weights[dyad]!;
      if (weight < least || (first === x && second === y)) continue;
      scores.push(1 - others[dyad]! / weight);
      const difference = (others[dyad]! - own[dyad]!) / weight;
      if (Math.abs(difference) <= leastDifference) further += 0.5;
      else if (difference > 0) further++;
    }
  const { length: dyads } = scores;
  if (dyads < fewDyads) {
    const of = a.actor || b.actor ? ' of countries' : '';
    const reason = `fewer than ${fewDyads} other pairs${of} share a third of these issues`;
    return { value: null, dyads, typical: null, reason };
  }
  return { value: further / dyads, dyads, typical: medianOf(new Float64Array(scores).sort()) };
}
