import type { CountryCode } from '../catalog/model.ts';

/**
 * What one country did to another in one period, added up: all that is kept of interactions that are
 * too many to be listed. Sums are whole thousandths of a Goldstein point, so that they are the same in
 * whatever order, and by whatever engine, they were added.
 */
export interface InteractionSum {
  readonly actor: CountryCode;
  readonly target: CountryCode;
  /** `YYYY`, or `YYYY-MM` where months were asked for. */
  readonly period: string;
  /** CAMEO root code, `01` to `20`; left out where roots were not asked apart. */
  readonly root?: string;
  /** Interactions, neutral ones (weight 0) included. */
  readonly n: number;
  /** Those with a weight above 0. */
  readonly cooperative: number;
  /** Those with a weight below 0. */
  readonly conflictual: number;
  /** Sum of the weights above 0, in thousandths. */
  readonly positive: number;
  /** Sum of the weights below 0 without their sign, in thousandths. */
  readonly negative: number;
  /** Sum of the squared weights, in millionths. */
  readonly squares: number;
}

/** All interactions of a source in one period, whoever took part: what its coverage is measured by. */
export interface PeriodTotal {
  readonly period: string;
  readonly n: number;
}
