import {
  ALWAYS_THE_SAME,
  correctForChance,
  distanceTable,
  meanDistance,
  pooledMargin,
} from './disagreement.ts';
import type { ChanceModel } from './disagreement.ts';
import type { DyadicMeasure } from './measure.ts';

/** Two independent countries that share the mean of their margins (Scott). */
const sharedMargins: ChanceModel = (stratum, weight, distance) => {
  const pooled = pooledMargin(stratum);
  const distances = distanceTable(stratum.values, distance);
  return meanDistance({ first: pooled, second: pooled }, weight, distances);
};

/** Scott's pi, 1 - Do / De with De from the pooled margins; never above Cohen's kappa. */
export const scottPi: DyadicMeasure = {
  id: 'pi',
  name: "Scott's pi",
  range: [-1, 1],
  formula: '1 - Do / De, De from the pooled margins',
  source: 'Scott 1955; Häge 2011',
  use: 'Like kappa, but a difference between the two countries’ habits counts as disagreement; always say with which distance.',
  distances: ['linear', 'squared', 'nominal'],
  perIssue: null,
  compute: (table, distance) => correctForChance(table, distance, sharedMargins, ALWAYS_THE_SAME),
};
