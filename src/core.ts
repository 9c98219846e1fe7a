/**
 * The part of the library that needs neither files nor Node.js, for browsers too: `align-cli/core`.
 * See docs/library.md.
 */

// Results, as `align schema result` describes them
export type { BlocsResult } from './results/blocs.ts';
export type { CheckResult } from './results/check.ts';
export type { Coded, CoderAgreement } from './results/coded.ts';
export type { Comparison, RankResult } from './results/dyads.ts';
export type { DiffResult } from './results/diff.ts';
export type { CatalogEntry, Entries, IssueDetail, Scale } from './results/inventory.ts';
export type { IdealPointsResult } from './results/ideal-points.ts';
export type { Estimate, Percentile, Source, Verdict } from './results/parts.ts';
export type { InteractionsResult } from './results/interactions.ts';
export type { MapResult } from './results/map.ts';
export type { BlocCohesion, ScoreResult } from './results/score.ts';
export type {
  AbsenceRule,
  BlocPosition,
  ClusterRule,
  Distance,
  PeriodUnit,
  SalienceRule,
} from './results/vocabulary.ts';

// Countries and catalogs
export { readCountries, type StoredCountries } from './bundle/stored-countries.ts';
export { type Finding, formatFinding } from './catalog/findings.ts';
export type {
  CameoCode,
  Catalog,
  Coder,
  Coding,
  CountryCode,
  Group,
  Interaction,
  Issue,
  Stance,
  UndecidedPosition,
} from './catalog/model.ts';
export { type CatalogContext, type LoadedCatalog, readCatalog } from './catalog/read.ts';
export { type Atlas, createAtlas, type Resolution } from './countries/resolve.ts';
export { UserError } from './errors.ts';

// Evidence
export { compareDyad, type Dyad, type DyadSettings, tabulate } from './evidence/dyad.ts';
export {
  ABSENT,
  type Evidence,
  inventoryFilter,
  MISSING,
  defaultFilter,
  type PositionTable,
  type RollCallFilter,
  type SelectionFilter,
} from './evidence/evidence.ts';
export type { InteractionSum, PeriodTotal } from './evidence/interaction-sums.ts';
export { blocSide, countrySide, everySide, type Side } from './evidence/side.ts';
export type { RecordedVotes } from './evidence/position-table.ts';
export { selectEvidence } from './evidence/select.ts';
export { defaultWeighting, type Weighting } from './evidence/weights.ts';

// Questions
export { type Convention, conventions } from './question/conventions.ts';
export { createLibrary, type Library } from './question/library.ts';
export {
  type LookedUp,
  lookUpIn,
  type OpenedQuestion,
  openQuestionIn,
} from './question/look-up.ts';
export {
  putQuestion,
  type Question,
  type SelectionWords,
  type SettingsWords,
  type VersusWords,
} from './question/question.ts';
export { type Edition, type OpenedEditions, openEditions } from './question/editions.ts';
export { openVersus } from './question/other-period.ts';
export { defaultSettings, type ScoreSettings } from './question/score-settings.ts';
export { dyadOf, findSide, sideOf } from './question/sides.ts';
export { parseBaseline } from './policy/baseline.ts';
export { readPolicy } from './policy/load.ts';
export { findPolicy, openClaims } from './policy/question.ts';

// Analyses
export { checkClaims } from './analysis/check.ts';
export { recordBaseline } from './analysis/check-baseline.ts';
export type { Claim } from './analysis/claims.ts';
export { cohesionOf } from './analysis/cohesion-of-bloc.ts';
export { compareSides } from './analysis/compare.ts';
export { matrixOf } from './analysis/compare-all.ts';
export { type ExportRow, type ExportTable, exportTable } from './analysis/export.ts';
export { explainDyad } from './analysis/explain/explain.ts';
export type { Explanation, Fact, IssueExplanation } from './analysis/explain/explanation.ts';
export { explainIssue } from './analysis/explain/issue.ts';
export { listBlocs } from './analysis/inventory/blocs.ts';
export { summarizeCatalog } from './analysis/inventory/catalogs.ts';
export { countCoded, describeCodedCatalog } from './analysis/inventory/coded.ts';
export { collectSources } from './analysis/inventory/citations.ts';
export { listCountries } from './analysis/inventory/countries.ts';
export { listInteractions } from './analysis/inventory/interactions.ts';
export { describeIssue } from './analysis/inventory/issue-detail.ts';
export { listIssues } from './analysis/inventory/issues.ts';
export { listSeries } from './analysis/inventory/series.ts';
export { listSources } from './analysis/inventory/sources.ts';
export { listTopics } from './analysis/inventory/topics.ts';
export { byPositions, gridOfPositions } from './analysis/position-grid.ts';
export { findPercentile } from './analysis/percentile.ts';
export {
  fitIdealPoints,
  type FittedPoint,
  type IdealPointFit,
} from './analysis/ideal-points/fit.ts';
export type { RollCallVotes } from './analysis/ideal-points/design.ts';
export { idealPointsOf } from './analysis/ideal-points/ideal-points.ts';
export { defaultIdealPoints, type IdealPointSettings } from './analysis/ideal-points/settings.ts';
export { defaultModel, type ModelSettings } from './analysis/ideal-points/state.ts';
export { rankOf } from './analysis/rank.ts';
export { diffOf } from './analysis/diff/diff.ts';
export { driftOf } from './analysis/drift.ts';
export { type BlocsSettings, blocsOf, defaultBlocsSettings } from './analysis/blocs.ts';
export { mapOf, type MapSettings } from './analysis/map.ts';
export { moversOf } from './analysis/movers.ts';
export {
  interactionsOf,
  type InteractionSettings,
  type SummedInteractions,
} from './analysis/interactions-between.ts';
export { cooperationMatrixOf, cooperationRankOf } from './analysis/cooperation.ts';
export { cooperationTrendOf } from './analysis/cooperation-trend.ts';
export { trendOf } from './analysis/trend.ts';
export { versusOf } from './analysis/versus.ts';
export { changeOverTime, type OverTime } from './analysis/over-time.ts';
export {
  bestCovered,
  type DyadReport,
  type MatrixReport,
  reportDyad,
  reportMatrix,
} from './analysis/report.ts';
export { scoreDyad } from './analysis/score.ts';
export { judge } from './analysis/verdict.ts';

// Measures
export { agreementIndex, attinaIndex, riceIndex, type VoteCounts } from './measures/cohesion.ts';
export {
  coincidence,
  type CoincidenceCounts,
  publicWhipDistance,
  type PublicWhipVotes,
} from './measures/coincidence.ts';
export { crossTabulate, spaceEvenly } from './measures/contingency.ts';
export { type CreditConvention, creditConventions } from './measures/conventions.ts';
export { countCategories, fleissKappa } from './measures/fleiss-kappa.ts';
export { type GoldsteinSummary, summarizeGoldstein } from './measures/goldstein.ts';
export { type AlphaEstimate, alphaWithInterval } from './measures/alpha-interval.ts';
export { intervalOf } from './measures/intervals.ts';
export type { Interval } from './measures/share-interval.ts';
export { type AlphaMetric, krippendorffAlpha } from './measures/krippendorff-alpha.ts';
export type {
  Coefficient,
  Contingency,
  DyadicMeasure,
  JointIssues,
  MeasureChoice,
  Stratum,
} from './measures/measure.ts';
export { findMeasure, measures } from './measures/registry.ts';
export { version } from './version.ts';
