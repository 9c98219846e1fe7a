import { ALWAYS_THE_SAME, computeBy, correctedBy, meanDistance } from './disagreement.ts';
import type { ChanceModel, DyadicMeasure } from './measure.ts';

/** Two independent countries that share the mean of their margins (Scott). */
const sharedMargins: ChanceModel = (margins, distance) =>
  meanDistance(margins, margins.pooled, margins.pooled, distance);

const rule = correctedBy(sharedMargins);

/** Scott's pi, 1 - Do / De with De from the pooled margins; never above Cohen's kappa. */
export const scottPi: DyadicMeasure = {
  id: 'pi',
  name: "Scott's pi",
  range: [-1, 1],
  formula: '1 - Do / De, De from the pooled margins',
  source: 'Scott 1955; Häge 2011',
  use: 'Like kappa, but a difference between the two countries’ habits counts as disagreement; always say with which distance.',
  distances: ['linear', 'squared', 'nominal'],
  interval: 'disagreement',
  perIssue: null,
  rule,
  compute: computeBy(rule, ALWAYS_THE_SAME),
};
