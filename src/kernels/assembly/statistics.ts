export { seedGenerator } from './generator';
export { countDyads, selectPlace } from './ranking';
export { averageResamples, drawManyKinds } from './resampling';
