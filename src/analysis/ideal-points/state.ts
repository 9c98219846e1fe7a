import type { Design } from './design.ts';

/** What is estimated, and how sure it is so far. Vectors are changed in place. */
export interface State {
  /** Point of each cell, and its variance. */
  readonly theta: Float64Array;
  readonly variance: Float64Array;
  /** The last step of each point. */
  readonly lastStep: Float64Array;
  /** Of each item: discrimination, cut points (the same for two answers), variance of the discrimination. */
  readonly beta: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly betaVariance: Float64Array;
  /** Information-weighted mean point of those who voted on it. */
  readonly centre: Float64Array;
  /** Multiplier of the mean of all points, and of their weighted spread within sessions. */
  readonly multipliers: { mean: number; spread: number };
}

export function emptyState({ cellCountry, hasMiddle }: Design): State {
  const [cells, items] = [cellCountry.length, hasMiddle.length];
  return {
    theta: new Float64Array(cells),
    variance: new Float64Array(cells),
    lastStep: new Float64Array(cells),
    beta: new Float64Array(items),
    lower: new Float64Array(items),
    upper: new Float64Array(items),
    betaVariance: new Float64Array(items),
    centre: new Float64Array(items),
    multipliers: { mean: 0, spread: 0 },
  };
}

/** The settings of the model; each has a usual value. */
export interface ModelSettings {
  /** Variance of the step from one session to the next. */
  readonly walk: number;
  /** Variance of a country's first point. */
  readonly entry: number;
  /** How much more sessions with many votes a country count in the scale: weights go by this power of them. */
  readonly power: number;
  /** The fit has converged when the points change less than this in a round, root mean square. */
  readonly tolerance: number;
  readonly maxRounds: number;
}

export const defaultModel: ModelSettings = {
  walk: 0.25,
  entry: 10,
  power: 1.5,
  tolerance: 5e-4,
  maxRounds: 100,
};
