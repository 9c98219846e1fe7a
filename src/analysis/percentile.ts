import {
  type Dyad,
  type DyadSettings,
  distanceOfCategories,
  type JointIssue,
} from '../evidence/dyad.ts';
import { ABSENT, type Evidence, MISSING } from '../evidence/evidence.ts';
import { everyParty } from '../evidence/party.ts';
import { NO_JOINT_ISSUES } from '../measures/disagreement.ts';
import { type CommonIssues, dyadPlace, sumDyads, sumsPerDyad } from './dyad-sums.ts';
import type { Scale } from '../results/inventory.ts';
import type { Percentile } from '../results/parts.ts';

/** With fewer others than this a place among them says little. */
const fewDyads = 20;

/** Scores nearer than this to each other differ by rounding alone. */
const leastDifference = 1e-12;

/** What countries can hold on the issues of a scale, an absence that counts included, and how far apart that is. */
function tabulate(
  scale: Scale,
  settings: DyadSettings,
): Pick<CommonIssues, 'readAs' | 'distances'> {
  const { length: labels } = scale.labels;
  const all = [...Array(labels).keys(), MISSING, ABSENT];
  const between = (x: number, y: number) => distanceOfCategories([x, y], scale, settings);
  const held = all.filter((x) => all.some((y) => between(x, y) !== undefined));
  return {
    readAs: Array.from({ length: labels - ABSENT }, (_, i) => held.indexOf(i + ABSENT)),
    distances: held.map((x) => held.map((y) => between(x, y) ?? Number.NaN)),
  };
}

/** Joint issues that are alike to the sums: of one scale, one weight and one distance between the two asked for. */
function classify(
  { scales }: Evidence,
  joint: readonly JointIssue[],
  settings: DyadSettings,
): readonly CommonIssues[] {
  const tables = scales.map((scale) => tabulate(scale, settings));
  const classes = new Map<string, CommonIssues & { readonly issues: number[] }>();
  for (const { selected, weight, distance } of joint) {
    const key = `${selected.scale} ${weight} ${distance}`;
    const known = classes.get(key);
    if (known) known.issues.push(selected.index);
    else {
      const table = tables[selected.scale]!;
      classes.set(key, { issues: [selected.index], weight, commonDistance: distance, ...table });
    }
  }
  return [...classes.values()];
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
  const classes = classify(evidence, joint, settings);
  const rows = parties.map(({ categories }) => categories);
  const least = (joint.reduce((sum, { weight }) => sum + weight, 0) / 3) * (1 - leastDifference);
  const [first, second] = [a, b]
    .map(({ code, lender = code }) => parties.findIndex((party) => party.code === lender))
    .sort((x, y) => x - y) as [number, number];
  const own = first >= 0 && first < second ? dyadPlace(first, second, parties.length) : -1;
  const sums = sumDyads(rows, classes);
  const scores = new Float64Array(sums.length / sumsPerDyad);
  let [dyads, further] = [0, 0];
  // A loop, as there may be twenty thousand, and no object for each.
  for (let dyad = 0; dyad < scores.length; dyad++) {
    const weight = sums[dyad * sumsPerDyad]!;
    if (weight < least || dyad === own) continue;
    const common = sums[dyad * sumsPerDyad + 1]!;
    const apart = sums[dyad * sumsPerDyad + 2]!;
    const difference = (apart - common) / weight;
    scores[dyads++] = 1 - apart / weight;
    if (Math.abs(difference) <= leastDifference) further += 0.5;
    else if (difference > 0) further++;
  }
  if (dyads < fewDyads) {
    const reason = `fewer than ${fewDyads} other pairs share a third of these issues`;
    return { value: null, dyads, typical: null, reason };
  }
  return { value: further / dyads, dyads, typical: medianOf(scores.subarray(0, dyads).sort()) };
}
