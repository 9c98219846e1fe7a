/** Positions of raters (rows) on units (columns), all on one scale; `null` is missing. */
export type Ratings = readonly (readonly (number | null)[])[];
