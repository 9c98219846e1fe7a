import { computeBy, correctedBy, meanCategoryDistance, SINGLE_CATEGORY } from './disagreement.ts';
import type { ChanceModel, DyadicMeasure } from './measure.ts';

/**
 * 1 - pe with Gwet's pe = T / (q (q - 1)) Σ π (1 - π), where T is the sum of the agreement weights
 * 1 - d over all pairs of the q declared categories and π the pooled margin.
 */
const gwetChance: ChanceModel = ({ values, weight, pooled }, distance) => {
  const q = values.length;
  if (q === 1) return 0;
  let spread = 0;
  for (let i = 0; i < q; i++) spread += (pooled[i]! / weight) * (1 - pooled[i]! / weight);
  const meanAgreementWeight = 1 - meanCategoryDistance(values, distance);
  return 1 - ((meanAgreementWeight * q) / (q - 1)) * spread;
};

const rule = correctedBy(gwetChance);

/**
 * Gwet's AC1 (nominal) and AC2 (linear, squared). On equally spaced categories the distances are
 * those of irrCAC's identity, linear and quadratic weights. De is at least that of Brennan-Prediger,
 * so the same lower bound holds.
 */
export const gwetAc: DyadicMeasure = {
  id: 'ac',
  name: "Gwet's AC",
  range: [-5, 1],
  formula: '1 - (1 - pa) / (1 - pe), pe = T / (q (q - 1)) Σ π (1 - π)',
  source: 'Gwet 2008, 2014',
  use: 'When one position dominates and kappa collapses although the two almost always agree; depends on the declared scale.',
  distances: ['linear', 'squared', 'nominal'],
  interval: 'disagreement',
  perIssue: null,
  rule,
  compute: computeBy(rule, SINGLE_CATEGORY),
};
