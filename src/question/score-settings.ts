import type { CameoCode } from '../catalog/model.ts';
import { defaultCluster } from '../evidence/clusters.ts';
import type { DyadSettings } from '../evidence/dyad.ts';
import { defaultWeighting } from '../evidence/weights.ts';
import { agreement } from '../measures/agreement.ts';
import { cohenKappa } from '../measures/cohen-kappa.ts';
import type { MeasureChoice } from '../measures/measure.ts';
import { scottPi } from '../measures/scott-pi.ts';
import { signorinoRitter } from '../measures/signorino-ritter.ts';
import type { ClusterRule } from '../results/vocabulary.ts';

/** Goldstein weights in [-10, 10] by CAMEO event code (Goldstein 1992, as published by GDELT). */
export interface GoldsteinScale {
  readonly get: (cameo: string) => CameoCode | undefined;
}

/** How a dyad is scored. */
export interface ScoreSettings extends DyadSettings {
  readonly headline: MeasureChoice;
  /** Reported beside the headline, in this order. */
  readonly beside: readonly MeasureChoice[];
  /** What counts as one piece of evidence. */
  readonly cluster: ClusterRule;
  /** Report 0 where a coefficient is undefined, as Häge's files do; it has no interval. */
  readonly undefinedAsZero: boolean;
  readonly goldstein: GoldsteinScale;
}

/**
 * What `align score` does unless told otherwise: weighted agreement with linear distance, absence
 * missing, S, kappa and pi beside it, issues of one series as one cluster. Without a Goldstein scale no
 * interaction is counted; `bundledCameo` has one.
 */
export const defaultSettings: ScoreSettings = {
  headline: { measure: agreement, distance: 'linear' },
  beside: [signorinoRitter, cohenKappa, scottPi].map((measure) => ({
    measure,
    distance: 'linear',
  })),
  distance: 'linear',
  absent: 'exclude',
  weighting: defaultWeighting,
  dropsNeutral: false,
  undefinedAsZero: false,
  cluster: defaultCluster,
  goldstein: new Map(),
};
