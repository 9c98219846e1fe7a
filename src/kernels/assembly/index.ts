export { packCountry, tabulateCountries, weighTables } from './dyads';
export { seedGenerator } from './generator';
export { averageResamples, drawResamples } from './resampling';
