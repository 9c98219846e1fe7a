import { jointWeight, NO_JOINT_ISSUES } from './disagreement.ts';
import type { Contingency, DyadicMeasure } from './measure.ts';

function identicalWeight(table: Contingency): number {
  let sum = 0;
  for (const { values, cells } of table.strata) {
    for (let i = 0; i < values.length; i++) sum += cells[i * values.length + i]!;
  }
  return sum;
}

/** Share of identical positions by weight; an imputed absence is never identical to a position. */
export const identical: DyadicMeasure = {
  id: 'identical',
  name: 'Identical positions',
  range: [0, 1],
  formula: 'Σ w [x = y] / Σ w',
  source: 'PctAgree of Bailey, Strezhnev & Voeten 2017',
  use: 'When only the same position will do; an abstention counts as far from yes as a no does.',
  distances: [],
  interval: 'mean',
  perIssue: (_distance, isIdentical) => (isIdentical ? 1 : 0),
  compute: (table) => {
    const weight = jointWeight(table) + table.imputed.weight;
    if (weight === 0) return { value: null, reason: NO_JOINT_ISSUES };
    return { value: identicalWeight(table) / weight };
  },
};
