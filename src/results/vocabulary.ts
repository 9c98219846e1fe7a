/** The words that results, questions and catalogs have in common: each list stands here and nowhere else. */

/** How far two positions are from each other: 0 the same, 1 at the two ends of the scale. */
export const distances = ['linear', 'squared', 'nominal'] as const;
export type Distance = (typeof distances)[number];

/** What the interval of a measure is worked out on: see `DyadicMeasure`. */
export const intervalBases = ['mean', 'disagreement', 'range'] as const;

/**
 * What becomes of an issue on which a side was entitled to vote and absent: left out; half credit
 * when exactly one was absent; absence read as the neutral position; or as full disagreement when
 * exactly one was absent.
 */
export const absenceRules = ['exclude', 'half', 'abstain', 'disagree'] as const;
export type AbsenceRule = (typeof absenceRules)[number];

/** How the two countries' saliences combine into a factor of the issue's weight. */
export const salienceRules = ['off', 'mean', 'min', 'max', 'product'] as const;
export type SalienceRule = (typeof salienceRules)[number];

/** What has the same total weight: every issue, every topic, or every catalog. */
export const weighingUnits = ['issue', 'topic', 'catalog'] as const;
export type WeighBy = (typeof weighingUnits)[number];

/**
 * How a bloc's position follows from its members': their median, their mean, or the one they all
 * take. Each needs a position from at least half of the members.
 */
export const blocPositions = ['median', 'mean', 'unanimous'] as const;
export type BlocPosition = (typeof blocPositions)[number];

/** What counts as one independent piece of evidence: a series, a single issue, or all issues of a topic. */
export const clusterRules = ['series', 'issue', 'topic'] as const;
export type ClusterRule = (typeof clusterRules)[number];

/** What a matrix has a row of each dyad for. */
export const periodUnits = ['year', 'session'] as const;
export type PeriodUnit = (typeof periodUnits)[number];

export const bands = [
  'consistently-aligned',
  'almost-always-aligned',
  'generally-aligned',
  'tends-to-align',
  'mixed',
  'tends-to-diverge',
  'generally-divergent',
  'almost-always-divergent',
  'consistently-divergent',
  'thin-evidence',
] as const;
export type Band = (typeof bands)[number];

/** What a catalog can record of acting together, from least to most. */
export const coordinationDepths = ['parallel', 'coordinated', 'joint'] as const;
export type CoordinationDepth = (typeof coordinationDepths)[number];

/** How far two sides stood and acted together on an issue, from least to most. */
export const depths = ['opposed', 'apart', 'neither', ...coordinationDepths] as const;
export type Depth = (typeof depths)[number];

/** `mutual`, or who acted towards whom: first to second, or second to first. */
export const directions = ['mutual', 'a-to-b', 'b-to-a'] as const;
export type Direction = (typeof directions)[number];

/** How sure the coder of a position is, surest first. */
export const confidences = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof confidences)[number];

/** How much an issue matters to a country, least first. */
export const saliences = ['low', 'medium', 'high'] as const;
export type Salience = (typeof saliences)[number];

export const sourceKinds = [
  'news',
  'official',
  'dataset',
  'analysis',
  'reference',
  'knowledge',
] as const;

export const outcomes = ['adopted', 'failed', 'vetoed'] as const;

/** What a roll call can be on that is no whole text. */
export const votedParts = ['paragraph', 'amendment'] as const;

/**
 * What an assertion of a policy can be on: the score, the number of joint issues, the change since the baseline,
 * the change from one period to another, the number of breaks.
 */
export const quantities = ['score', 'coverage', 'change', 'drift', 'breaks'] as const;
export type Quantity = (typeof quantities)[number];

/** What of a drift an assertion can be on: the agreement on the texts that return, or the score of all issues. */
export const driftQuantities = ['same-texts', 'score'] as const;
export type DriftQuantity = (typeof driftQuantities)[number];

/** What an explanation is made of, in this order. */
export const sections = [
  'summary',
  'together',
  'depth',
  'apart',
  'stakes',
  'memberships',
  'interactions',
  'doubt',
] as const;
export type SectionId = (typeof sections)[number];

/** What a trend goes by. */
export const trendUnits = ['year', 'session', 'window'] as const;
export type TrendUnit = (typeof trendUnits)[number];

/** What a break of a trend is: another behaviour, another agenda, or cannot be told. */
export const breakKinds = ['behaviour', 'agenda', 'unknown'] as const;
export type BreakKind = (typeof breakKinds)[number];

/** What becomes of several positions of one country on one issue of a table. */
export const manyRules = ['refuse', 'majority', 'mean'] as const;
export type ManyRule = (typeof manyRules)[number];

/** Forms of dates that cannot be told from each other in every table. */
export const dateFormats = ['dmy', 'mdy', 'excel', 'stata'] as const;
export type DateFormat = (typeof dateFormats)[number];

/** What separates the columns of a table. */
export const separators = ['comma', 'semicolon', 'tab'] as const;
export type Separator = (typeof separators)[number];

/** What is left out, one at a time, to see whether blocs stay what they are. */
export const leaveOutUnits = ['year', 'topic'] as const;
export type LeaveOutUnit = (typeof leaveOutUnits)[number];

/** Editions of the published ideal points of the General Assembly, by which roll calls they take in. */
export const idealPointEditions = ['2020', '2026'] as const;
export type IdealPointEdition = (typeof idealPointEditions)[number];

/** What can have become of a part of a catalog from one edition to the next. */
export const changes = ['added', 'removed', 'changed'] as const;
export type Change = (typeof changes)[number];

/**
 * Why an issue counts otherwise for a dyad than in another edition: it is there in one of them only, a position
 * on it changed, its scale, its own weight, or its weight beside other issues.
 */
export const causesOfChange = ['issue', 'position', 'scale', 'weight', 'share'] as const;
export type CauseOfChange = (typeof causesOfChange)[number];

/** Who codes positions: a person, or a language model. */
export const coderKinds = ['person', 'model'] as const;
export type CoderKind = (typeof coderKinds)[number];

/** Which position counts where several coders have one: their median, or the stance written beside theirs. */
export const codingRules = ['median', 'adjudicated'] as const;
export type CodingRule = (typeof codingRules)[number];

/** Why a coded position counts: all coders agree, it is their median, or it was decided beside them. */
export const decisions = ['unanimous', 'median', 'adjudicated'] as const;
export type Decision = (typeof decisions)[number];
/** What interactions are told by: what comes first, and what a row of CSV is. */
export const interactionUnits = ['year', 'month', 'direction', 'root', 'partner'] as const;
export type InteractionUnit = (typeof interactionUnits)[number];

/** What the partners of a country are ordered by: the number of interactions, or their net weight. */
export const partnerOrders = ['number', 'net'] as const;
export type PartnerOrder = (typeof partnerOrders)[number];

/** What adds up interactions that are too many to be listed. */
export const eventEngines = ['duckdb', 'clickhouse'] as const;
export type EventEngine = (typeof eventEngines)[number];

/** How tables of events are written. */
export const eventLayouts = ['gdelt1', 'gdelt2', 'icews', 'polecat', 'table'] as const;
export type EventLayoutName = (typeof eventLayouts)[number];

/** What the countries of a table of events go by. */
export const countryCodings = ['cameo', 'iso3', 'cow', 'names'] as const;
export type CountryCoding = (typeof countryCodings)[number];
