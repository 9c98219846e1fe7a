export { averageDyads, countDyads, packCountries, sumCountries, tabulateCountries } from './dyads';
export { seedGenerator } from './generator';
export { averageResamples, drawResamples, resampleMeans } from './resampling';
export { selectPlace } from './selection';
