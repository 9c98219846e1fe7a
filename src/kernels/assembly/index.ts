export { packCountry, sumCountries, tabulateCountries } from './dyads';
export { seedGenerator } from './generator';
export { averageResamples, drawResamples, resampleMeans } from './resampling';
export { selectPlace } from './selection';
