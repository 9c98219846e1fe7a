/** Every dyadic measure, a line each. */
export { agreement } from './agreement.ts';
export { benatiCapurri } from './benati-capurri.ts';
export { brennanPrediger } from './brennan-prediger.ts';
export { cohenKappa } from './cohen-kappa.ts';
export { cosine } from './cosine.ts';
export { divergence } from './divergence.ts';
export { gwetAc } from './gwet.ts';
export { identical } from './identical.ts';
export { kendallTauB } from './kendall-tau.ts';
export { scottPi } from './scott-pi.ts';
export { signorinoRitter } from './signorino-ritter.ts';
