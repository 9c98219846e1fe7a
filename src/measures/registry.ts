import { agreement } from './agreement.ts';
import { benatiCapurri } from './benati-capurri.ts';
import { brennanPrediger } from './brennan-prediger.ts';
import { cohenKappa } from './cohen-kappa.ts';
import { cosine } from './cosine.ts';
import { divergence } from './divergence.ts';
import { gwetAc } from './gwet.ts';
import { identical } from './identical.ts';
import { kendallTauB } from './kendall-tau.ts';
import type { DyadicMeasure } from './measure.ts';
import { scottPi } from './scott-pi.ts';
import { signorinoRitter } from './signorino-ritter.ts';

/** Every dyadic measure, in the order in which they are listed to people. */
export const measures: readonly DyadicMeasure[] = [
  agreement,
  divergence,
  identical,
  signorinoRitter,
  cohenKappa,
  scottPi,
  gwetAc,
  brennanPrediger,
  kendallTauB,
  cosine,
  benatiCapurri,
];

/** The measure with this id, or `undefined`. */
export function findMeasure(id: string): DyadicMeasure | undefined {
  return measures.find((measure) => measure.id === id);
}
