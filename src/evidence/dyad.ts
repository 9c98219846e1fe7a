import { spaceEvenly } from '../measures/contingency.ts';
import type { Contingency, JointIssues, Stratum } from '../measures/measure.ts';
import { distanceBetween } from '../measures/disagreement.ts';
import { type ScaleSide, sideOnScale } from '../catalog/scales.ts';
import { clusterNumbers } from './clusters.ts';
import { ABSENT, type Evidence, MISSING, type SelectedIssue } from './evidence.ts';
import { countPositions, type Side } from './side.ts';
import { equalizeWeights, issueWeight, type Weighting } from './weights.ts';
import type { Scale } from '../results/inventory.ts';
import type { AbsenceRule, ClusterRule, Distance } from '../results/vocabulary.ts';
import type { Coverage } from '../results/parts.ts';

/** An issue on which a dyad can be compared. */
export interface JointIssue {
  readonly selected: SelectedIssue;
  /** Category indexes as held: `ABSENT`, or `MISSING` where votes not cast count. Only issues of one scale with the same positions share a pair. */
  readonly held: readonly [number, number];
  /** What they count as: category indexes; `ABSENT` where an absence rule gave the issue its distance. */
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

/** Equal positions. */
export function isSame({ values }: JointIssue): boolean {
  return values[0] !== null && values[0] === values[1];
}

/** The sides of the scale that the two are on; an absence takes none. `null` on a scale without sides. */
export function scaleSidesOf(
  { scales }: Evidence,
  { selected, values }: JointIssue,
): readonly [ScaleSide, ScaleSide] | null {
  const scale = scales[selected.scale]!;
  if (scale.neutral === null) return null;
  const side = (value: number | null) => (value === null ? 0 : (sideOnScale(scale, value) ?? 0));
  return [side(values[0]), side(values[1])];
}

export interface Dyad {
  readonly a: Side;
  readonly b: Side;
  readonly joint: readonly JointIssue[];
  readonly coverage: Coverage;
}

export interface DyadSettings {
  readonly distance: Distance;
  readonly absent: AbsenceRule;
  readonly weighting: Weighting;
  /** Leave out issues on which either side took the neutral position. */
  readonly dropsNeutral: boolean;
  /** Whoever cast no vote counts as absent, without a seat too; issues on which neither cast one are left out. */
  readonly countsUncast?: boolean;
  /** A convention’s own weight of an issue, in place of the catalog’s. */
  readonly weighs?: (selected: SelectedIssue, oneAbsent: boolean) => number;
}

/** The category that the absence rule `abstain` reads an absence as: the neutral label, where there is one. */
function neutralCategory({ neutral }: Scale): number {
  return neutral !== null && Number.isInteger(neutral) ? neutral : ABSENT;
}

/**
 * How far apart two positions on [-1, 1] are, `null` where absent; `undefined` where the rules do not let an
 * issue with them count.
 */
function distanceUnder(
  x: number | null,
  y: number | null,
  scale: Scale,
  { absent, distance, dropsNeutral }: DyadSettings,
): number | undefined {
  const oneAbsent = x === null || y === null;
  if (oneAbsent && (x === y || (absent !== 'half' && absent !== 'disagree'))) return undefined;
  const isNeutral = (value: number | null) => value !== null && sideOnScale(scale, value) === 0;
  if (dropsNeutral && (isNeutral(x) || isNeutral(y))) return undefined;
  if (oneAbsent) return absent === 'half' ? 0.5 : 1;
  return distanceBetween(x, y, distance);
}

/**
 * What two categories on a scale count as under the rules: `ABSENT` where that is no position; `undefined` where
 * either is missing.
 */
export function readCategories(
  categories: readonly [number, number],
  scale: Scale,
  { absent, countsUncast }: DyadSettings,
): readonly [number, number] | undefined {
  const isMissing = (category: number) => category === MISSING;
  if (countsUncast ? categories.every((each) => each < 0) : categories.some(isMissing))
    return undefined;
  const uncast = absent === 'abstain' ? neutralCategory(scale) : ABSENT;
  const [i, j] = categories;
  return [i < 0 ? uncast : i, j < 0 ? uncast : j];
}

/**
 * How far apart two countries are on any issue of a scale, by the category of each, which may be `ABSENT` or
 * `MISSING`; `undefined` where the issue is no joint one.
 */
export function distanceOfCategories(
  categories: readonly [number, number],
  scale: Scale,
  settings: DyadSettings,
): number | undefined {
  const values = spaceEvenly(scale.labels.length);
  const read = readCategories(categories, scale, settings);
  const valueOf = (category: number) => (category === ABSENT ? null : (values[category] ?? 0));
  return read && distanceUnder(valueOf(read[0]), valueOf(read[1]), scale, settings);
}

/** How two positions compare, whatever issue they are on. */
type Comparison = Pick<JointIssue, 'held' | 'categories' | 'values' | 'distance' | 'imputed'>;

/** @param means positions of blocs, which may lie between categories */
function comparePositions(
  held: readonly [number, number],
  means: readonly [number | undefined, number | undefined],
  scale: Scale,
  settings: DyadSettings,
): Comparison | undefined {
  const read = readCategories(held, scale, settings);
  if (!read) return undefined;
  const values = spaceEvenly(scale.labels.length);
  const [i, j] = read;
  const x = i === ABSENT ? null : (means[0] ?? values[i] ?? 0);
  const y = j === ABSENT ? null : (means[1] ?? values[j] ?? 0);
  const distance = distanceUnder(x, y, scale, settings);
  if (distance === undefined) return undefined;
  const imputed = x === null || y === null || x !== values[i] || y !== values[j];
  return { held, categories: read, values: [x, y], distance, imputed };
}

/**
 * Compares two sides on one issue after the other: `undefined` where they cannot be compared, or the issue has no
 * weight.
 */
export function issueComparer(
  evidence: Evidence,
  a: Side,
  b: Side,
  settings: DyadSettings,
): (selected: SelectedIssue) => JointIssue | undefined {
  // Hundreds of thousands of roll calls share a few pairs of positions, each of eight bits.
  const known = evidence.scales.map(() => new Map<number, Comparison | undefined>());
  const compare = ({ index, scale: place }: SelectedIssue): Comparison | undefined => {
    const [x, y] = [a.categories[index] ?? MISSING, b.categories[index] ?? MISSING];
    const scale = evidence.scales[place]!;
    if (a.means || b.means)
      return comparePositions([x, y], [a.means?.[index], b.means?.[index]], scale, settings);
    const [ofScale, pair] = [known[place]!, x * 256 + y];
    if (!ofScale.has(pair))
      ofScale.set(pair, comparePositions([x, y], [undefined, undefined], scale, settings));
    return ofScale.get(pair);
  };
  return (selected) => {
    const comparison = compare(selected);
    if (!comparison) return undefined;
    const { held, categories, values, distance, imputed } = comparison;
    const oneAbsent = values.includes(null);
    const weight =
      settings.weighs?.(selected, oneAbsent) ??
      issueWeight(evidence, selected, [a, b], settings.weighting);
    if (weight <= 0) return undefined;
    return { selected, held, categories, values, weight, ownWeight: weight, distance, imputed };
  };
}

/** Joint issues with the weights that they have when there are no others. */
export function withEqualWeights(
  issues: readonly JointIssue[],
  weighting: Weighting,
): readonly JointIssue[] {
  if (weighting.weighBy === 'issue') return issues;
  const weights = equalizeWeights(
    issues.map(({ selected }) => selected),
    issues.map(({ ownWeight }) => ownWeight),
    weighting,
  );
  return issues.map((issue, i) => ({ ...issue, weight: weights[i] ?? issue.weight }));
}

/**
 * Compares two sides on every issue of the evidence, or on some of them. An issue with a missing side is left out,
 * unless votes not cast count; absence follows the rule of the settings.
 */
export function compareDyad(
  evidence: Evidence,
  a: Side,
  b: Side,
  settings: DyadSettings,
  issues: readonly SelectedIssue[] = evidence.issues,
): Dyad {
  const compare = issueComparer(evidence, a, b, settings);
  const compared = issues.map(compare).filter((issue) => issue !== undefined);
  const joint = withEqualWeights(compared, settings.weighting);
  return {
    a,
    b,
    joint,
    coverage: {
      issues: evidence.issues.length,
      a: countPositions(a),
      b: countPositions(b),
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
  const clusterOf = clusterNumbers(rule);
  return {
    scales: scales.map(({ id, labels }) => ({ scale: id, values: spaceEvenly(labels.length) })),
    issues: joint.map(({ selected, categories, weight, distance, imputed }) => {
      const cluster = clusterOf(selected);
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

/** A table of zeros for each scale. */
export function emptyStrata(scales: readonly Scale[]): readonly Stratum[] {
  return scales.map(emptyStratum);
}

/** The contingency table of a dyad: weights of position pairs, one stratum a scale that any of them is on. */
export function tabulate({ scales }: Evidence, joint: readonly JointIssue[]): Contingency {
  const byScale: (Stratum | undefined)[] = scales.map(() => undefined);
  const imputed = { weight: 0, distance: 0 };
  for (const issue of joint) {
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
