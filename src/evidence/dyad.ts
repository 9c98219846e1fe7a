import { spaceEvenly } from '../measures/contingency.ts';
import type { Contingency, Distance } from '../measures/measure.ts';
import type { JointIssues } from '../measures/resampling-units.ts';
import { distanceBetween } from '../measures/disagreement.ts';
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
  /** In [0, 1]: linear, squared or nominal, as asked. */
  readonly distance: number;
  /** The distance does not come from a pair of categories: an absence rule, or a bloc's mean between them. */
  readonly imputed: boolean;
}

/** Equal positions. */
export function isSame({ values: [x, y] }: JointIssue): boolean {
  return x !== null && x === y;
}

/** On opposite sides of the neutral point. */
export function isOpposed({ values: [x, y] }: JointIssue): boolean {
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

function isKnown(category: number): boolean {
  return category !== MISSING && category !== ABSENT;
}

const neutralOf = (categoryCount: number) => (categoryCount - 1) / 2;

/** The category that the absence rule `abstain` reads an absence as: neutral, on scales that have one. */
function neutralCategory(categoryCount: number): number {
  const neutral = neutralOf(categoryCount);
  return Number.isInteger(neutral) ? neutral : ABSENT;
}

type Comparison = Pick<JointIssue, 'categories' | 'values' | 'distance' | 'imputed'>;

function compare(
  a: Party,
  b: Party,
  index: number,
  values: Float64Array,
  settings: DyadSettings,
): Comparison | undefined {
  const raw = [a.categories[index] ?? MISSING, b.categories[index] ?? MISSING] as const;
  if (raw.includes(MISSING)) return undefined;
  const categories =
    settings.absent === 'abstain'
      ? (raw.map((c) => (c === ABSENT ? neutralCategory(values.length) : c)) as [number, number])
      : raw;
  const [i, j] = categories;
  const absent = Number(!isKnown(i)) + Number(!isKnown(j));
  if (absent === 2) return undefined;
  const valueOf = (party: Party, category: number) =>
    isKnown(category) ? (party.means?.[index] ?? values[category] ?? 0) : null;
  const positions = [valueOf(a, i), valueOf(b, j)] as const;
  if (absent === 1) {
    if (settings.absent !== 'half' && settings.absent !== 'disagree') return undefined;
    const distance = settings.absent === 'half' ? 0.5 : 1;
    return { categories, values: positions, distance, imputed: true };
  }
  return {
    categories,
    values: positions,
    distance: distanceBetween(positions[0] ?? 0, positions[1] ?? 0, settings.distance),
    imputed: positions[0] !== values[i] || positions[1] !== values[j],
  };
}

function known(party: Party): number {
  return party.categories.reduce((n, category) => n + Number(isKnown(category)), 0);
}

/**
 * Compares two parties on every issue of the evidence. An issue with a missing side is left out;
 * absence follows the rule of the settings.
 */
export function compareDyad(evidence: Evidence, a: Party, b: Party, settings: DyadSettings): Dyad {
  const spaced = evidence.scales.map(({ labels }) => spaceEvenly(labels.length));
  const compared = evidence.issues.flatMap((selected) => {
    const values = spaced[selected.scale];
    const comparison = values && compare(a, b, selected.index, values, settings);
    if (!comparison || (settings.dropsNeutral && comparison.values.includes(0))) return [];
    const weight =
      settings.weighs?.(selected, comparison.values.includes(null)) ??
      issueWeight(evidence, selected, [a, b], settings.weighting);
    return weight > 0 ? [{ selected, weight, ...comparison }] : [];
  });
  const weights = equalizeWeights(
    compared.map(({ selected }) => selected),
    compared.map(({ weight }) => weight),
    settings.weighting.weighBy,
  );
  const joint = compared.map((issue, i) => ({ ...issue, weight: weights[i] ?? issue.weight }));
  return {
    a,
    b,
    joint,
    coverage: { issues: evidence.issues.length, a: known(a), b: known(b), joint: joint.length },
  };
}

/** The joint issues as the measures and the bootstrap see them, one stratum a scale. */
export function toJointIssues(
  evidence: Evidence,
  joint: readonly JointIssue[],
  clusterOf?: (issue: SelectedIssue) => string,
): JointIssues {
  const scales = evidence.scales.map(({ id, labels }) => ({
    scale: id,
    values: spaceEvenly(labels.length),
  }));
  const issues = joint.map(({ selected, categories: [i, j], weight, distance, imputed }) => ({
    weight,
    ...(clusterOf ? { cluster: clusterOf(selected) } : {}),
    ...(imputed
      ? { imputedDistance: distance }
      : {
          stratum: selected.scale,
          cell: i * (scales[selected.scale]?.values.length ?? 0) + j,
        }),
  }));
  return { scales, issues };
}

/** The contingency table of a dyad: weights of position pairs, one stratum a scale. */
export function tabulate(evidence: Evidence, joint: readonly JointIssue[]): Contingency {
  const strata = evidence.scales.map(({ id, labels }) => ({
    scale: id,
    values: spaceEvenly(labels.length),
    cells: new Float64Array(labels.length ** 2),
  }));
  const imputed = { weight: 0, distance: 0 };
  for (const issue of joint) {
    if (issue.imputed) {
      imputed.weight += issue.weight;
      imputed.distance += issue.weight * issue.distance;
    } else {
      const { cells, values } = strata[issue.selected.scale]!;
      cells[issue.categories[0] * values.length + issue.categories[1]]! += issue.weight;
    }
  }
  return { strata, imputed };
}
