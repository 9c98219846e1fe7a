import { plainCluster } from '../evidence/clusters.ts';
import { plainWeighting } from '../evidence/weights.ts';
import { agreement } from '../measures/agreement.ts';
import { cohenKappa } from '../measures/cohen-kappa.ts';
import { scottPi } from '../measures/scott-pi.ts';
import { signorinoRitter } from '../measures/signorino-ritter.ts';
import type { ScoreSettings } from './score.ts';

/**
 * What `align score` does unless told otherwise: weighted agreement with linear distance, absence
 * missing, S, kappa and pi beside it, issues of one series as one cluster. Without a Goldstein scale no
 * interaction is counted; `bundledCameo` has one.
 */
export const plainSettings: ScoreSettings = {
  headline: { measure: agreement, distance: 'linear' },
  beside: [signorinoRitter, cohenKappa, scottPi].map((measure) => ({
    measure,
    distance: 'linear',
  })),
  distance: 'linear',
  absent: 'exclude',
  weighting: plainWeighting,
  dropsNeutral: false,
  undefinedAsZero: false,
  cluster: plainCluster,
  goldstein: new Map(),
};
