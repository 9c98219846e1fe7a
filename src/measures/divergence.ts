import { computeBy, uncorrected } from './disagreement.ts';
import type { DyadicMeasure } from './measure.ts';

const rule = uncorrected((observed) => observed);

/** Observed disagreement, Do: the complement of agreement. */
export const divergence: DyadicMeasure = {
  id: 'divergence',
  name: 'Divergence',
  range: [0, 1],
  formula: 'Σ w d / Σ w',
  source: 'Complement of agreement: mean normalised distance',
  use: 'Reads the same evidence as agreement from the other side: how far apart the two are on average.',
  distances: ['linear', 'squared', 'nominal'],
  interval: 'mean',
  perIssue: (distance) => distance,
  rule,
  compute: computeBy(rule),
};

/** Whether sides are near where the measure with this id is low. */
export function isDivergence(id: string): boolean {
  return id === divergence.id;
}
