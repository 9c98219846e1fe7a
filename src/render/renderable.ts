import type { Validation } from '../rollcalls/validate.ts';
import type { DyadReport, MatrixReport } from '../analysis/report.ts';
import type { Explanation, IssueExplanation } from '../analysis/explain/explanation.ts';
import type { MatrixResult } from '../analysis/matrix.ts';
import type { RankOrder } from '../analysis/rank.ts';
import type { ImportOutcome } from '../results/import.ts';
import type { ChartName } from './charts/chart-names.ts';
import type { Provenance, Source } from '../results/parts.ts';
import type { CatalogDetail, IssueDetail, Listing } from '../results/inventory.ts';
import type { CheckResult } from '../results/check.ts';
import type { Comparison, RankResult } from '../results/dyads.ts';
import type { ScoreResult } from '../results/score.ts';

/** Results by kind, with their provenance, as renderers get them. */
export interface Renderable {
  readonly score: ScoreResult & {
    readonly provenance: Provenance;
    /** Show everything rather than what fits a window. */
    readonly full: boolean;
  };
  /** All dyads among several parties. */
  readonly comparison: Comparison & { readonly provenance: Provenance };
  /** Why a score is what it is. */
  readonly explanation: Explanation & {
    readonly provenance: Provenance;
    /** Show everything, on a screen too. */
    readonly full: boolean;
  };
  /** Why one issue counts as it does in a score. */
  readonly issueExplanation: IssueExplanation & { readonly provenance: Provenance };
  readonly import: ImportOutcome & { readonly provenance: Provenance };
  readonly matrix: MatrixResult & { readonly provenance: Provenance };
  /** A matrix of one period as a square. */
  readonly wideMatrix: MatrixResult & { readonly provenance: Provenance };
  readonly rank: RankResult & {
    readonly order: RankOrder;
    /** How many are ranked: tables show the two ends. */
    readonly of: number;
    readonly provenance: Provenance;
  };
  readonly check: CheckResult & { readonly provenance: Provenance };
  /** The catalogs and how much of everything else there is. */
  readonly overview: { readonly listing: Listing; readonly provenance: Provenance };
  readonly listing: { readonly listing: Listing; readonly provenance: Provenance };
  readonly issue: { readonly issue: IssueDetail; readonly provenance: Provenance };
  readonly catalog: { readonly catalog: CatalogDetail; readonly provenance: Provenance };
  readonly validation: Validation & {
    /** Name of the record that votes were compared with. */
    readonly against?: string;
    readonly provenance: Provenance;
  };
  /** The sources behind a score, or behind a selection if no countries were named. */
  readonly citations: {
    readonly countries: readonly { readonly code: string; readonly name: string }[];
    readonly sources: readonly Source[];
    readonly provenance: Provenance;
  };
  readonly report: DyadReport & {
    readonly provenance: Provenance;
    /** Of the formats that show one alone. */
    readonly chart: ChartName;
  };
  readonly matrixReport: MatrixReport & { readonly provenance: Provenance };
  /** A JSON Schema. */
  readonly schema: unknown;
}
