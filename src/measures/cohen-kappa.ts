import { ALWAYS_THE_SAME, computeBy, correctedBy, ownMargins } from './disagreement.ts';
import type { DyadicMeasure } from './measure.ts';

const rule = correctedBy(ownMargins);

/**
 * Cohen's kappa, 1 - Do / De with De from each country's own margins. 0 is what two independent
 * countries with these margins would show. With the three distances it cannot fall below -1.
 */
export const cohenKappa: DyadicMeasure = {
  id: 'kappa',
  name: "Cohen's kappa",
  range: [-1, 1],
  formula: "1 - Do / De, De from each country's own margins",
  source: 'Cohen 1960, 1968; Häge 2011',
  use: 'Agreement beyond what each country’s own habits would give; falls when one position dominates, however often they agree.',
  distances: ['linear', 'squared', 'nominal'],
  interval: 'disagreement',
  perIssue: null,
  rule,
  compute: computeBy(rule, ALWAYS_THE_SAME),
};
