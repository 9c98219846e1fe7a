import { neutralPlace, spaceEvenly } from '../measures/contingency.ts';
import type { Contingency, Distance, JointIssues, Stratum } from '../measures/measure.ts';
import { distanceBetween } from '../measures/disagreement.ts';
import type { Scale } from '../catalog/model.ts';
import { clusterOf, type ClusterRule } from './clusters.ts';
import { ABSENT, type Evidence, MISSING, type SelectedIssue } from './evidence.ts';
import type { Party } from './party.ts';
import { equalizeWeights, issueWeight, type Weighting } from './weights.ts';

/**
 * What becomes of an issue on which a side was entitled to vote and absent: left out; half credit
 * when exactly one was absent; absence read as the neutral position; or as full disagreement when
 * exactly one was absent.
 */
export type AbsenceRule = 'exclude' | 'half' | 'abstain' | 'disagree';

export const absenceRules: readonly AbsenceRule[] = ['exclude', 'half', 'abstain', 'disagree'];

/** An issue on which a dyad can be compared. */
export interface JointIssue {
  readonly selected: SelectedIssue;
  /** Category indexes; `ABSENT` where an absence rule gave the issue its distance. */
  readonly categories: readonly [number, number];
  /** Positions on [-1, 1]; `null` where absent. */
  readonly values: readonly [number | null, number | null];
  /** > 0 */
  readonly weight: number;
  /** The weight before those of topics or catalogs were made equal. */
  readonly ownWeight: number;
  /** In [0, 1]: linear, squared or nominal, as asked. */
  readonly distance: number;
  /** The distance does not come from a pair of categories: an absence rule, or a bloc's mean between them. */
  readonly imputed: boolean;
}

// Here and in whatever else is done for each joint issue of a score, pairs are read by index and objects
// made without spreading: taking either apart takes an interpreter several times as long.

/** Equal positions. */
export function isSame({ values }: JointIssue): boolean {
  return values[0] !== null && values[0] === values[1];
}

/** On opposite sides of the neutral point. */
export function isOpposed({ values }: JointIssue): boolean {
  const x = values[0];
  const y = values[1];
  return x !== null && y !== null && x * y < 0;
}

export interface Coverage {
  /** Issues of the selection. */
  readonly issues: number;
  /** Issues on which the first, the second, and both have a position. */
  readonly a: number;
  readonly b: number;
  readonly joint: number;
}

export interface Dyad {
  readonly a: Party;
  readonly b: Party;
  readonly joint: readonly JointIssue[];
  readonly coverage: Coverage;
}

export interface DyadSettings {
  readonly distance: Distance;
  readonly absent: AbsenceRule;
  readonly weighting: Weighting;
  /** Leave out issues on which either side took the neutral position. */
  readonly dropsNeutral: boolean;
  /** A convention’s own weight of an issue, in place of the catalog’s. */
  readonly weighs?: (selected: SelectedIssue, oneAbsent: boolean) => number;
}

/** The category that the absence rule `abstain` reads an absence as: neutral, on scales that have one. */
function neutralCategory(categoryCount: number): number {
  const neutral = neutralPlace(categoryCount);
  return Number.isInteger(neutral) ? neutral : ABSENT;
}

/** Position of a party that is neither missing nor absent. */
function positionOf({ means }: Party, index: number, category: number, values: Float64Array) {
  return means?.[index] ?? values[category] ?? 0;
}

/** `undefined` where the two cannot be compared, or the issue has no weight. */
function compare(
  evidence: Evidence,
  a: Party,
  b: Party,
  selected: SelectedIssue,
  { absent, distance, dropsNeutral, weighs, weighting }: DyadSettings,
): JointIssue | undefined {
  const { index, scale } = selected;
  let i = a.categories[index] ?? MISSING;
  let j = b.categories[index] ?? MISSING;
  if (i === MISSING || j === MISSING) return undefined;
  const values = spaceEvenly(evidence.scales[scale]?.labels.length ?? 0);
  const readAs = absent === 'abstain' ? neutralCategory(values.length) : ABSENT;
  if (i === ABSENT) i = readAs;
  if (j === ABSENT) j = readAs;
  const x = i === ABSENT ? null : positionOf(a, index, i, values);
  const y = j === ABSENT ? null : positionOf(b, index, j, values);
  const oneAbsent = x === null || y === null;
  if (oneAbsent && (x === y || (absent !== 'half' && absent !== 'disagree'))) return undefined;
  if (dropsNeutral && (x === 0 || y === 0)) return undefined;
  const weight =
    weighs?.(selected, oneAbsent) ?? issueWeight(evidence, selected, [a, b], weighting);
  if (weight <= 0) return undefined;
  const imputedDistance = absent === 'half' ? 0.5 : 1;
  return {
    selected,
    categories: [i, j],
    values: [x, y],
    weight,
    ownWeight: weight,
    distance: oneAbsent ? imputedDistance : distanceBetween(x, y, distance),
    imputed: oneAbsent || x !== values[i] || y !== values[j],
  };
}

/** Joint issues with the weights that they have when there are no others. */
export function withEqualWeights(
  issues: readonly JointIssue[],
  weighBy: Weighting['weighBy'],
): readonly JointIssue[] {
  if (weighBy === 'issue') return issues;
  const weights = equalizeWeights(
    issues.map(({ selected }) => selected),
    issues.map(({ ownWeight }) => ownWeight),
    weighBy,
  );
  return issues.map((issue, i) => ({ ...issue, weight: weights[i] ?? issue.weight }));
}

function countKnown({ categories }: Party): number {
  let known = 0;
  for (let i = 0; i < categories.length; i++) if (categories[i]! >= 0) known++;
  return known;
}

/**
 * Compares two parties on every issue of the evidence, or on some of them. An issue with a missing side is left out;
 * absence follows the rule of the settings.
 */
export function compareDyad(
  evidence: Evidence,
  a: Party,
  b: Party,
  settings: DyadSettings,
  issues: readonly SelectedIssue[] = evidence.issues,
): Dyad {
  const compared: JointIssue[] = [];
  for (const selected of issues) {
    const issue = compare(evidence, a, b, selected, settings);
    if (issue) compared.push(issue);
  }
  const joint = withEqualWeights(compared, settings.weighting.weighBy);
  return {
    a,
    b,
    joint,
    coverage: {
      issues: evidence.issues.length,
      a: countKnown(a),
      b: countKnown(b),
      joint: joint.length,
    },
  };
}

/** The joint issues as intervals see them, in their clusters. */
export function toJointIssues(
  { scales }: Evidence,
  joint: readonly JointIssue[],
  rule: ClusterRule,
): JointIssues {
  return {
    scales: scales.map(({ id, labels }) => ({ scale: id, values: spaceEvenly(labels.length) })),
    issues: joint.map(({ selected, categories, weight, distance, imputed }) => {
      const cluster = clusterOf(selected, rule);
      if (imputed) return { weight, cluster, imputedDistance: distance };
      const stratum = selected.scale;
      const size = scales[stratum]!.labels.length;
      return { weight, cluster, stratum, cell: categories[0] * size + categories[1] };
    }),
  };
}

function emptyStratum({ id, labels }: Scale): Stratum {
  return {
    scale: id,
    values: spaceEvenly(labels.length),
    cells: new Float64Array(labels.length ** 2),
  };
}

/** A table of zeros for each scale of the evidence. */
export function emptyStrata({ scales }: Evidence): readonly Stratum[] {
  return scales.map(emptyStratum);
}

/** The contingency table of a dyad: weights of position pairs, one stratum a scale that any of them is on. */
export function tabulate({ scales }: Evidence, joint: readonly JointIssue[]): Contingency {
  const byScale: (Stratum | undefined)[] = scales.map(() => undefined);
  const imputed = { weight: 0, distance: 0 };
  for (let i = 0; i < joint.length; i++) {
    const issue = joint[i]!;
    if (issue.imputed) {
      imputed.weight += issue.weight;
      imputed.distance += issue.weight * issue.distance;
      continue;
    }
    const { scale } = issue.selected;
    const { cells, values } = (byScale[scale] ??= emptyStratum(scales[scale]!));
    cells[issue.categories[0] * values.length + issue.categories[1]]! += issue.weight;
  }
  return { strata: byScale.filter((stratum) => stratum !== undefined), imputed };
}
