import type { CountryCode } from '../catalog/model.ts';
import type { GoldsteinSums } from '../measures/goldstein.ts';

/**
 * What one country did to another in one period, or the two did together, added up: all that is kept of
 * interactions that are too many to be listed.
 */
export interface InteractionSum extends GoldsteinSums {
  /** Code of the country, or of the bloc that was asked about. */
  readonly actor: CountryCode;
  readonly target: CountryCode;
  /** What both did together, or where it is not known who acted: once, whichever of the two stands first. */
  readonly mutual?: true;
  /** `YYYY`, or `YYYY-MM` where months were asked for; `YYYY` there too where the month is not known. */
  readonly period: string;
  /** CAMEO root code, `01` to `20`; left out where roots were not asked apart. */
  readonly root?: string;
}

/** All interactions of a source in one period, whoever took part: what its coverage is measured by. */
export interface PeriodTotal {
  readonly period: string;
  readonly n: number;
}
