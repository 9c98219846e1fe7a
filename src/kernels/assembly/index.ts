export { seedGenerator } from './generator';
export { packCountries } from './packing';
export { countDyads, selectPlace } from './ranking';
export { averageResamples, drawResamples, resampleMeans } from './resampling';
export { averageDyads, sumCountries } from './sums';
export { tabulateCountries } from './tables';
