import type { Evidence } from '../evidence/evidence.ts';
import type { Change } from '../catalog/fix.ts';
import type { Validation } from '../rollcalls/validate.ts';
import type { DyadReport, MatrixReport } from '../analysis/report.ts';
import type { Explanation, IssueExplanation } from '../analysis/explain/explanation.ts';
import type { ExportTable } from '../analysis/export.ts';
import type { MatrixResult } from '../analysis/matrix.ts';
import type { OverTime } from '../analysis/over-time.ts';
import type { RankOrder } from '../analysis/rank.ts';
import type { ExportName } from '../results/export.ts';
import type { ImportOutcome } from '../results/import.ts';
import type { ChartName } from './kit/charts/chart-names.ts';
import type { Provenance } from '../results/parts.ts';
import type { CatalogDetail, Citations, IssueDetail, Listing } from '../results/inventory.ts';
import type { BlocsResult } from '../results/blocs.ts';
import type { CodedCatalog } from '../results/coded.ts';
import type { CheckResult } from '../results/check.ts';
import type { ConfigResult } from '../results/config.ts';
import type { Comparison, RankResult } from '../results/dyads.ts';
import type { IdealPointsResult } from '../results/ideal-points.ts';
import type { DiffResult } from '../results/diff.ts';
import type { DriftResult } from '../results/drift.ts';
import type { GridResult } from '../results/grid.ts';
import type { InteractionsResult } from '../results/interactions.ts';
import type { MapResult } from '../results/map.ts';
import type { MoversResult } from '../results/movers.ts';
import type { ScoreResult } from '../results/score.ts';
import type { TrendResult } from '../results/trend.ts';
import type { VersusResult } from '../results/versus.ts';

/** Results by kind, as analyses give them, with what only renderers need to know. */
interface Results {
  readonly score: ScoreResult & {
    /** Show everything rather than what fits a window. */
    readonly full: boolean;
  };
  /** All dyads among several sides. */
  readonly comparison: Comparison;
  /** Why a score is what it is. */
  readonly explanation: Explanation & {
    /** Show everything, on a screen too. */
    readonly full: boolean;
  };
  /** Why one issue counts as it does in a score. */
  readonly issueExplanation: IssueExplanation;
  readonly import: ImportOutcome;
  readonly matrix: MatrixResult;
  /** A matrix of one period as a square. */
  readonly wideMatrix: MatrixResult;
  readonly trend: TrendResult;
  readonly drift: DriftResult;
  readonly interactions: InteractionsResult & {
    /** How many partners and events tables and pages show. */
    readonly top: number;
  };
  /** What changed between two editions of catalogs. */
  readonly diff: DiffResult & {
    /** Show everything rather than what fits. */
    readonly full: boolean;
  };
  /** Who stands where, issues by countries. */
  readonly grid: GridResult;
  /** A score beside that of an earlier period. */
  readonly versus: VersusResult & {
    /** Show every part rather than what fits a window. */
    readonly full: boolean;
  };
  readonly blocs: BlocsResult & {
    /** Show members and topics of each, on a screen too. */
    readonly full: boolean;
  };
  readonly map: MapResult;
  readonly movers: MoversResult;
  readonly idealPoints: IdealPointsResult & {
    /** Show every session, on a screen too. */
    readonly full: boolean;
    readonly catalogs: Evidence['catalogs'];
  };
  readonly rank: RankResult & {
    readonly order: RankOrder;
    /** How many are ranked: tables show the two ends. */
    readonly of: number;
    /** How many of these are actors. */
    readonly actors: number;
  };
  readonly check: CheckResult;
  /** The catalogs and how much of everything else there is. */
  readonly overview: { readonly listing: Listing };
  readonly listing: { readonly listing: Listing };
  readonly issue: IssueDetail;
  readonly catalog: CatalogDetail;
  readonly validation: Validation & {
    /** The project file, and the policies it names, where it was looked at. */
    readonly project?: string;
    readonly policies?: readonly string[];
    /** Name of the record that votes were compared with. */
    readonly against?: string;
    /** How many findings there are. */
    readonly count: string;
    /** How far coders agree, of catalogs whose positions have codings. */
    readonly coded?: readonly CodedCatalog[];
    /** Says how many of them are not shown, if some are not. */
    readonly rest: readonly string[];
    /** What was changed beforehand, if that was asked for. */
    readonly fixed?: {
      readonly shown: readonly Change[];
      readonly rest: readonly string[];
      /** How many places in how many files. */
      readonly count: string;
    };
  };
  /** The sources behind a score, or behind a selection if no countries were named. */
  readonly citations: Citations;
  readonly report: DyadReport & {
    /** How the dyad changed. */
    readonly overTime: OverTime;
    /** By year, where more are known than the score lists; else `null`. */
    readonly interactionsByYear: InteractionsResult | null;
    /** Of the formats that show one alone. */
    readonly chart: ChartName;
  };
  readonly matrixReport: MatrixReport;
  /** What is in force in a folder. */
  readonly config: ConfigResult;
  /** A selection as a table. */
  readonly export: ExportTable & { readonly what: ExportName };
}

/** What renderers get: results by kind, with their provenance. */
export type Renderable = {
  readonly [Kind in keyof Results]: Results[Kind] & { readonly provenance: Provenance };
} & {
  /** A JSON Schema. */
  readonly schema: unknown;
};
