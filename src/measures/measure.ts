import type { Distance, intervalBases } from '../results/vocabulary.ts';

/** Positions of a dyad on the issues of one scale: a square table of weights, row = first country. */
export interface Stratum {
  /** Id of the scale. */
  readonly scale: string;
  /** Position of each category on [-1, 1], ascending; over the declared scale, never over what occurs. */
  readonly values: Float64Array;
  /** Row-major `k x k` sums of issue weights, `cells[i * k + j]`: first country in i, second in j. */
  readonly cells: Float64Array;
}

/** All that a dyadic measure needs to know of a dyad. */
export interface Contingency {
  readonly strata: readonly Stratum[];
  /**
   * Issues on which one side was absent and an absence rule gives it a distance all the same:
   * their weight, and the weight times the distance. Both 0 when absence is missing.
   */
  readonly imputed: { readonly weight: number; readonly distance: number };
}

/** One joint issue, as far as a measure can see it. */
export type JointIssue = {
  /** > 0; issues without weight do not count. */
  readonly weight: number;
  /** Issues of one cluster are one piece of evidence: a text that returns, say. */
  readonly cluster: string | number;
} & (
  | {
      /** Index into the scales. */
      readonly stratum: number;
      /** `i * k + j`: the first country in category i, the second in j. */
      readonly cell: number;
      readonly imputedDistance?: never;
    }
  /** The distance in [0, 1] that an absence rule, or a bloc at its mean, gives without a pair of categories. */
  | { readonly imputedDistance: number; readonly stratum?: never; readonly cell?: never }
);

export interface JointIssues {
  readonly scales: readonly Pick<Stratum, 'scale' | 'values'>[];
  readonly issues: readonly JointIssue[];
}

/** A coefficient, or why there is none. */
export type Coefficient =
  | { readonly value: number; readonly reason?: never }
  | { readonly value: null; readonly reason: string };

/** How the weight of the joint issues of one scale spreads over its categories. */
export interface Margins {
  /** Positions of the categories, as in the stratum. */
  readonly values: Float64Array;
  /** Weight of all joint issues, > 0; each margin sums to it. */
  readonly weight: number;
  /** By category of the first and of the second country, and the mean of the two. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly pooled: Float64Array;
}

/** Expected disagreement in [0, 1] within one scale. */
export type ChanceModel = (margins: Margins, distance: Distance) => number;

/** How a coefficient follows from observed disagreement and, if it has a chance model, the expected one. */
export interface DisagreementRule {
  readonly chance: ChanceModel | null;
  /**
   * Both in [0, 1]; `expected` is NaN without a chance model. Monotone in `observed`; NaN where it is
   * undefined, which it never is without a chance model.
   */
  readonly coefficient: (observed: number, expected: number) => number;
}

export interface DyadicMeasure {
  readonly id: string;
  readonly name: string;
  readonly range: readonly [low: number, high: number];
  /** One line, for people. */
  readonly formula: string;
  /** Paper or standard. */
  readonly source: string;
  /** When to use it and what to beware of, one sentence. */
  readonly use: string;
  /** Distances it can be taken with, the default first; empty where distance plays no part. */
  readonly distances: readonly Distance[];
  /**
   * What its interval (`intervalOf`) is worked out on. `mean`: on what each issue adds, by `perIssue`, which
   * it then has. `disagreement`: on observed disagreement, with expected disagreement held fixed, by `rule`,
   * which then has a chance model. `range`: on the place of the coefficient within its range.
   */
  readonly interval: (typeof intervalBases)[number];
  /**
   * What one issue at distance d adds before weighting, where the measure is a weighted mean over issues;
   * `null` where it does not decompose into issues.
   */
  readonly perIssue: ((distance: number, identical: boolean) => number) | null;
  /** Present where the coefficient depends on the table through disagreement alone; `compute` follows from it. */
  readonly rule?: DisagreementRule;
  readonly compute: (table: Contingency, distance: Distance) => Coefficient;
}

/** A measure with the distance it is taken with. */
export interface MeasureChoice {
  readonly measure: DyadicMeasure;
  readonly distance: Distance;
}
