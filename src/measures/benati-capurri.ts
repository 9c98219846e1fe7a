import { computeBy, ownMargins } from './disagreement.ts';
import type { DisagreementRule, DyadicMeasure } from './measure.ts';

const rule: DisagreementRule = {
  chance: ownMargins,
  coefficient: (observed, expected) => 2 * (expected - observed),
};

/**
 * Benati and Capurri's alignment index, S - E[S] = 2 (De - Do), E[S] being the S of two independent
 * countries with these margins. Defined even without variation, where it is 0. With the squared
 * distance it is the covariance of the two countries' positions.
 */
export const benatiCapurri: DyadicMeasure = {
  id: 'alignment-index',
  name: 'Benati-Capurri alignment index',
  range: [-1, 1],
  formula: 'S - E[S] = 2 (De - Do)',
  source: 'Benati & Capurri 2026',
  use: 'How much more alike the two are than their own habits would make them, on the scale of S; near 0 wherever there is little variation.',
  distances: ['linear', 'squared'],
  interval: 'disagreement',
  perIssue: null,
  rule,
  compute: computeBy(rule),
};
