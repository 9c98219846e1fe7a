import { computeBy, uncorrected } from './disagreement.ts';
import type { DyadicMeasure } from './measure.ts';

const rule = uncorrected((observed) => 1 - observed);

/** Weighted agreement, 1 - Do: 1 the same position on every joint issue, 0 always at opposite ends. */
export const agreement: DyadicMeasure = {
  id: 'agreement',
  name: 'Weighted agreement',
  range: [0, 1],
  formula: '1 - Σ w d / Σ w',
  source: 'Lijphart 1963; agreement score of Bailey, Strezhnev & Voeten 2017',
  use: 'The plain headline; not corrected for chance, so it is high wherever most countries agree anyway.',
  distances: ['linear', 'squared', 'nominal'],
  interval: 'mean',
  perIssue: (distance) => 1 - distance,
  rule,
  compute: computeBy(rule),
};
