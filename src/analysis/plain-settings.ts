import { plainWeighting } from '../evidence/weights.ts';
import { agreement } from '../measures/agreement.ts';
import { cohenKappa } from '../measures/cohen-kappa.ts';
import { scottPi } from '../measures/scott-pi.ts';
import { signorinoRitter } from '../measures/signorino-ritter.ts';
import type { ScoreSettings } from './score.ts';

/**
 * What `align score` does unless told otherwise: weighted agreement with linear distance, absence
 * missing, S, kappa and pi beside it, 2000 resamples of issues with seed 1. Without a Goldstein scale
 * no interaction is counted; `bundledCameo` has one.
 */
export const plainSettings: ScoreSettings = {
  headline: { measure: agreement, distance: 'linear' },
  beside: [signorinoRitter, cohenKappa, scottPi].map((measure) => ({
    measure,
    distance: 'linear',
  })),
  besideIntervals: true,
  distance: 'linear',
  absent: 'exclude',
  weighting: plainWeighting,
  dropsNeutral: false,
  undefinedAsZero: false,
  resampling: { seed: 1, resamples: 2000, unit: 'issue' },
  goldstein: new Map(),
};
