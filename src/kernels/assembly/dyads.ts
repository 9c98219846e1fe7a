export { packCountries } from './packing';
export { averageDyads, sumCountries } from './sums';
export { tabulateCountries } from './tables';
