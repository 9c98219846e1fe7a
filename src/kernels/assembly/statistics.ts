export { seedGenerator } from './generator';
export { countDyads, selectPlace } from './ranking';
export { averageResamples, drawFewKinds, drawManyKinds } from './resampling';
