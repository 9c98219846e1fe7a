import { spaceEvenly } from '../../src/measures/contingency.ts';
import type { Contingency, Stratum } from '../../src/measures/measure.ts';

/** One scale's square table of weights, a row for each category of the first country. */
export function stratumOf(rows: readonly (readonly number[])[], scale = 'scale'): Stratum {
  return { scale, values: spaceEvenly(rows.length), cells: Float64Array.from(rows.flat()) };
}

/** A contingency table with a stratum for each of the given square tables. */
export function tableOf(...tables: readonly (readonly (readonly number[])[])[]): Contingency {
  return {
    strata: tables.map((rows, i) => stratumOf(rows, `scale ${i}`)),
    imputed: { weight: 0, distance: 0 },
  };
}

/** The same with issues to which an absence rule gave a distance. */
export function withImputed(table: Contingency, weight: number, distance: number): Contingency {
  return { ...table, imputed: { weight, distance: weight * distance } };
}
