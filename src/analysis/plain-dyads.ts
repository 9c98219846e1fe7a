import type { DyadSettings } from '../evidence/dyad.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Party } from '../evidence/party.ts';
import type { Weighting } from '../evidence/weights.ts';
import { spaceEvenly } from '../measures/contingency.ts';
import type { Contingency } from '../measures/measure.ts';
import { packPositions, tabulateDyads } from '../rollcalls/bit-planes.ts';

/** Number of joint issues, above 0, and contingency table of a dyad of parties, by index, a < b. */
export type DyadVisitor = (a: number, b: number, joint: number, table: Contingency) => void;

/** Whether every issue has one weight for all dyads, and nothing but positions counts. */
export function isPlain(settings: DyadSettings, parties: readonly Party[]): boolean {
  const { absent, weighting, dropsNeutral, weighs } = settings;
  return (
    absent === 'exclude' &&
    !dropsNeutral &&
    weighs === undefined &&
    weighting.salience === 'off' &&
    weighting.weighBy === 'issue' &&
    weighting.topicWeights.size === 0 &&
    parties.every(({ means }) => means === undefined)
  );
}

/**
 * Goes through all dyads of parties on evidence that is plain. Issues of one scale and weight are
 * counted as bits, 32 at a time; the table is reused from dyad to dyad.
 */
export function visitPlainDyads(
  evidence: Evidence,
  parties: readonly Party[],
  { issueWeights }: Weighting,
  visit: DyadVisitor,
): void {
  const strata = evidence.scales.map(({ id, labels }) => ({
    scale: id,
    values: spaceEvenly(labels.length),
    cells: new Float64Array(labels.length ** 2),
  }));
  const contingency: Contingency = { strata, imputed: { weight: 0, distance: 0 } };
  const classes = new Map<string, { scale: number; weight: number; issues: number[] }>();
  for (const { issue, scale, index } of evidence.issues) {
    const weight = issueWeights.get(issue.id) ?? issue.weight;
    const key = `${scale} ${weight}`;
    const known = classes.get(key);
    if (known) known.issues.push(index);
    else classes.set(key, { scale, weight, issues: [index] });
  }
  const rows = parties.map(({ categories }) => categories);
  const counted = [...classes.values()].map(({ scale, weight, issues }) => {
    const stratum = strata[scale]!;
    const planes = packPositions(rows, issues, stratum.values.length);
    return { weight, cells: stratum.cells, counts: tabulateDyads(planes).cells };
  });
  let dyad = 0;
  for (let a = 0; a < parties.length; a++) {
    for (let b = a + 1; b < parties.length; b++, dyad++) {
      let joint = 0;
      for (const { cells } of strata) cells.fill(0);
      for (const { weight, cells, counts } of counted) {
        const from = dyad * cells.length;
        for (let cell = 0; cell < cells.length; cell++) {
          const count = counts[from + cell]!;
          joint += count;
          cells[cell]! += count * weight;
        }
      }
      if (joint > 0) visit(a, b, joint, contingency);
    }
  }
}
