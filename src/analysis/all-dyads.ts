import { compareDyad, type DyadSettings, emptyStrata, tabulate } from '../evidence/dyad.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Party } from '../evidence/party.ts';
import type { Weighting } from '../evidence/weights.ts';
import type { Contingency } from '../measures/measure.ts';
import { openClassTables } from './class-tables.ts';

/** Whether every issue has one weight for all dyads, and nothing but positions counts. */
export function isPlain(settings: DyadSettings, parties: readonly Party[]): boolean {
  const { absent, weighting, dropsNeutral, weighs, countsUncast } = settings;
  return (
    absent === 'exclude' &&
    !dropsNeutral &&
    countsUncast !== true &&
    weighs === undefined &&
    weighting.salience === 'off' &&
    weighting.weighBy === 'issue' &&
    weighting.topicWeights.size === 0 &&
    parties.every(({ means }) => means === undefined)
  );
}

/** Number of joint issues, above 0, and contingency table of a dyad of parties, by index, a < b. */
export type DyadVisitor = (a: number, b: number, joint: number, table: Contingency) => void;

/** Goes through all dyads of parties on any evidence, issue by issue. */
export function visitDyads(
  evidence: Evidence,
  parties: readonly Party[],
  settings: DyadSettings,
  visit: DyadVisitor,
): void {
  for (const [a, first] of parties.entries()) {
    for (let b = a + 1; b < parties.length; b++) {
      const { joint } = compareDyad(evidence, first, parties[b]!, settings);
      if (joint.length > 0) visit(a, b, joint.length, tabulate(evidence, joint));
    }
  }
}

/** Goes through all dyads of parties on evidence that is plain; the table is reused from dyad to dyad. */
export function visitPlainDyads(
  evidence: Evidence,
  parties: readonly Party[],
  weighting: Weighting,
  visit: DyadVisitor,
): void {
  const strata = emptyStrata(evidence);
  const contingency: Contingency = { strata, imputed: { weight: 0, distance: 0 } };
  const tables = openClassTables(evidence, parties, weighting);
  const counted = tables.classes.map((issues) => {
    const counts = tables.tabulate(issues).slice();
    return { weight: issues.weight, cells: strata[issues.scale]!.cells, counts };
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
