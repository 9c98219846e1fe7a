import { computeBy, correctedBy, meanCategoryDistance, SINGLE_CATEGORY } from './disagreement.ts';
import type { ChanceModel, DyadicMeasure } from './measure.ts';

/** Two countries that pick uniformly among the declared categories. */
const uniformCategories: ChanceModel = ({ values }, distance) =>
  meanCategoryDistance(values, distance);

const rule = correctedBy(uniformCategories);

/**
 * Brennan and Prediger's coefficient, 1 - Do / De with De uniform over the declared categories.
 * On q equally spaced categories De is 1 - 1/q, (q + 1) / 3q or (q + 1) / (6 (q - 1)), above 1/6
 * in any case, so the coefficient is above -5.
 */
export const brennanPrediger: DyadicMeasure = {
  id: 'bp',
  name: 'Brennan-Prediger',
  range: [-5, 1],
  formula: '1 - Do / De, De uniform over the declared categories',
  source: 'Brennan & Prediger 1981',
  use: 'Chance correction that does not depend on what the two countries did; depends on the declared scale alone.',
  distances: ['linear', 'squared', 'nominal'],
  interval: 'disagreement',
  perIssue: null,
  rule,
  compute: computeBy(rule, SINGLE_CATEGORY),
};
