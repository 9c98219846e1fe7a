/** The library: everything that the command line computes, without the command line. See docs/library.md. */

// Results, as `align schema result` describes them
export type { Percentile, Verdict } from './results/parts.ts';
export type { BlocCohesion, ScoreResult } from './results/score.ts';
export type { ClusterRule, BlocPosition, Distance } from './results/vocabulary.ts';

// Catalogs and countries
export {
  bundledCameo,
  bundledCatalog,
  bundledCountries,
  bundledCountryNames,
  bundledNames,
  type CameoCodes,
} from './bundle/bundled.ts';
export { type Finding, formatFinding } from './catalog/findings.ts';
export { type CatalogContext, loadCatalog, type LoadedCatalog } from './catalog/load.ts';
export type {
  CameoCode,
  Catalog,
  CountryCode,
  Group,
  Interaction,
  Issue,
  Stance,
} from './catalog/model.ts';
export { type Atlas, createAtlas, type Resolution } from './countries/resolve.ts';
export { UserError } from './errors.ts';

// Evidence
export { compareDyad, type Dyad, type DyadSettings, tabulate } from './evidence/dyad.ts';
export {
  ABSENT,
  type Evidence,
  MISSING,
  plainFilter,
  type PositionTable,
  type RollCallFilter,
  type SelectionFilter,
} from './evidence/evidence.ts';
export { blocParty, countryParty, type Party } from './evidence/party.ts';
export type { RecordedVotes } from './evidence/position-table.ts';
export { selectEvidence } from './evidence/select.ts';
export { plainWeighting, type Weighting } from './evidence/weights.ts';

// Analyses
export { cohesionOf } from './analysis/cohesion-of-bloc.ts';
export { type Convention, conventions } from './question/conventions.ts';
export { findPercentile } from './analysis/percentile.ts';
export { plainSettings, type ScoreSettings } from './question/score-settings.ts';
export { scoreDyad } from './analysis/score.ts';
export { judge } from './analysis/verdict.ts';

// Measures
export { type Interval, intervalOf } from './measures/intervals.ts';
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
