import { compareDyad, type Dyad, type DyadSettings, tabulate } from '../evidence/dyad.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { countryParty } from '../evidence/party.ts';
import { spaceEvenly } from '../measures/contingency.ts';
import type { Contingency, Distance, DyadicMeasure } from '../measures/measure.ts';

export type Percentile =
  | {
      /** Share, in [0, 1], of the other dyads whose score is lower. */
      readonly value: number;
      /** The other dyads compared with. */
      readonly dyads: number;
      /** Joint issues that each of them has at least. */
      readonly leastJoint: number;
      readonly reason?: never;
    }
  | { readonly value: null; readonly dyads: number; readonly reason: string };

/** With fewer dyads of the same coverage than this, a rank among them says little. */
const fewDyads = 20;

/** Number of joint issues and contingency table of every dyad, in turn; the table is reused. */
type Visit = (a: number, b: number, joint: number, table: Contingency) => void;

function countHeld(row: Int8Array): number {
  let held = 0;
  for (let i = 0; i < row.length; i++) if ((row[i] ?? -1) >= 0) held++;
  return held;
}

/** Where weights do not depend on the dyad, tables of all dyads are filled without an object an issue. */
function visitPlainDyads(evidence: Evidence, weights: Float64Array, least: number, visit: Visit) {
  const strata = evidence.scales.map(({ id, labels }) => ({
    scale: id,
    values: spaceEvenly(labels.length),
    cells: new Float64Array(labels.length ** 2),
  }));
  const table: Contingency = { strata, imputed: { weight: 0, distance: 0 } };
  const rows = evidence.countries.map(
    (country) => evidence.positions.get(country) ?? new Int8Array(),
  );
  const held = rows.map(countHeld);
  const sizes = evidence.issues.map(({ scale }) => evidence.scales[scale]?.labels.length ?? 0);
  const cellsOf = evidence.issues.map(({ scale }) => strata[scale]?.cells ?? new Float64Array());
  for (let a = 0; a < rows.length; a++) {
    if ((held[a] ?? 0) < least) continue;
    const rowA = rows[a] ?? new Int8Array();
    for (let b = a + 1; b < rows.length; b++) {
      if ((held[b] ?? 0) < least) continue;
      const rowB = rows[b] ?? new Int8Array();
      for (const { cells } of strata) cells.fill(0);
      let joint = 0;
      for (let i = 0; i < rowA.length; i++) {
        const [x, y] = [rowA[i] ?? -1, rowB[i] ?? -1];
        if (x < 0 || y < 0) continue;
        joint++;
        const cells = cellsOf[i];
        const cell = x * (sizes[i] ?? 0) + y;
        if (cells) cells[cell] = (cells[cell] ?? 0) + (weights[i] ?? 0);
      }
      if (joint >= least) visit(a, b, joint, table);
    }
  }
}

function visitAllDyads(evidence: Evidence, settings: DyadSettings, least: number, visit: Visit) {
  const parties = evidence.countries.map((country) => countryParty(evidence, country, country));
  for (const [a, first] of parties.entries()) {
    for (let b = a + 1; b < parties.length; b++) {
      const second = parties[b];
      if (!second) continue;
      const { joint } = compareDyad(evidence, first, second, settings);
      if (joint.length >= least) visit(a, b, joint.length, tabulate(evidence, joint));
    }
  }
}

/** Scores nearer than this to each other differ by rounding alone. */
const leastDifference = 1e-12;

/** Above this many comparisons of two positions, only the plain path answers in reasonable time. */
const mostComparisons = 20_000_000;

function isPlain({ absent, weighting, dropsNeutral, weighs }: DyadSettings): boolean {
  return (
    absent === 'exclude' &&
    !dropsNeutral &&
    weighs === undefined &&
    weighting.salience === 'off' &&
    weighting.weighBy === 'issue' &&
    weighting.topicWeights.size === 0
  );
}

/**
 * Rank of a dyad among all dyads of countries of the same selection that have at least as many joint
 * issues. The best covered dyads have hardly any such company: where there are fewer than 20, and at
 * least 20 have a third as many joint issues, it is the rank among those.
 *
 * `null`, with the reason, for a bloc, for an undefined score, or without any other dyad.
 */
export function rankDyad(
  evidence: Evidence,
  dyad: Dyad,
  score: number | null,
  measure: DyadicMeasure,
  distance: Distance,
  settings: DyadSettings,
): Percentile {
  if (dyad.a.members.length > 0 || dyad.b.members.length > 0)
    return { value: null, dyads: 0, reason: 'blocs are not ranked among dyads of countries' };
  if (score === null) return { value: null, dyads: 0, reason: 'the score is undefined' };
  const own = new Set([dyad.a.code, dyad.b.code]);
  const { joint } = dyad.coverage;
  const strict = { lower: 0, others: 0, least: Math.max(1, joint) };
  const wide = { lower: 0, others: 0, least: Math.max(1, Math.ceil(joint / 3)) };
  const visit: Visit = (a, b, shared, table) => {
    if (own.has(evidence.countries[a] ?? '') && own.has(evidence.countries[b] ?? '')) return;
    const { value } = measure.compute(table, distance);
    if (value === null) return;
    for (const company of [strict, wide]) {
      if (shared < company.least) continue;
      company.others++;
      if (value < score - leastDifference) company.lower++;
    }
  };
  const { least } = wide;
  if (isPlain(settings)) {
    const { issueWeights } = settings.weighting;
    const weights = Float64Array.from(
      evidence.issues,
      ({ issue }) => issueWeights.get(issue.id) ?? issue.weight,
    );
    visitPlainDyads(evidence, weights, least, visit);
  } else if (evidence.countries.length ** 2 * evidence.issues.length > 2 * mostComparisons) {
    const reason = 'too many dyads to rank under these options';
    return { value: null, dyads: 0, reason };
  } else visitAllDyads(evidence, settings, least, visit);
  const {
    lower,
    others,
    least: leastJoint,
  } = strict.others < fewDyads && wide.others >= fewDyads ? wide : strict;
  if (others === 0)
    return { value: null, dyads: 0, reason: 'no other dyad has as many joint issues' };
  return { value: lower / others, dyads: others, leastJoint };
}
