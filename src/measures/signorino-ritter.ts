import { computeBy, uncorrected } from './disagreement.ts';
import type { DyadicMeasure } from './measure.ts';

const rule = uncorrected((observed) => 1 - 2 * observed);

/** Signorino and Ritter's S, 1 - 2 Do: 1 the same everywhere, -1 always at opposite ends. */
export const signorinoRitter: DyadicMeasure = {
  id: 's',
  name: 'Signorino-Ritter S',
  range: [-1, 1],
  formula: '1 - 2 Σ w d / Σ w',
  source: 'Signorino & Ritter 1999',
  use: 'To compare with the alliance literature; agreement on another scale, so it is not corrected for chance either.',
  distances: ['linear', 'squared', 'nominal'],
  interval: 'mean',
  perIssue: (distance) => 1 - 2 * distance,
  rule,
  compute: computeBy(rule),
};
