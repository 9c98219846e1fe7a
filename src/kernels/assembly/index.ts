export { packCountry, sumCountries, tabulateCountries } from './dyads';
export { seedGenerator } from './generator';
export { averageResamples, drawResamples } from './resampling';
