import { goldsteinRange } from './goldstein.ts';
import type { DyadicMeasure } from './measure.ts';

/**
 * What is measured on interactions rather than positions: their mean Goldstein weight. It is no `DyadicMeasure`,
 * as there are no joint issues; the matrix, the ranking and the trend of dyads know it beside these.
 */
export const cooperation = {
  id: 'cooperation',
  name: 'Cooperation',
  range: goldsteinRange,
  formula: 'Σ Goldstein weight / n',
  source: 'Goldstein 1992, weights by CAMEO code as published by GDELT',
  use: 'What two sides did to and with each other, not where they stand: of interactions, by matrix, rank and trend.',
  distances: [],
  interval: 'mean',
} as const satisfies Omit<DyadicMeasure, 'perIssue' | 'compute'>;

/** Whether the measure with this id is of interactions, not of positions. */
export function isCooperation(id: string | undefined): boolean {
  return id === cooperation.id;
}
