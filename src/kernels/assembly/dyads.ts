export { packCountries } from './packing';
export { sumCountries } from './sums';
export { tabulateCountries } from './tables';
