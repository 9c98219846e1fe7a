import { distanceTable } from './disagreement.ts';
import type { Distance, Stratum } from './measure.ts';

/** One joint issue, as far as a measure can see it. */
export type JointIssue = {
  /** > 0 */
  readonly weight: number;
  /** Issues of one cluster are drawn together; needed for all issues or for none. */
  readonly cluster?: string;
} & (
  | {
      /** Index into the scales. */
      readonly stratum: number;
      /** `i * k + j`: the first country in category i, the second in j. */
      readonly cell: number;
      readonly imputedDistance?: never;
    }
  /** One side was absent, and an absence rule gives the issue this distance in [0, 1]. */
  | { readonly imputedDistance: number; readonly stratum?: never; readonly cell?: never }
);

export interface JointIssues {
  readonly scales: readonly Pick<Stratum, 'scale' | 'values'>[];
  readonly issues: readonly JointIssue[];
}

/** What is drawn as one: an issue, or all the issues of a cluster. */
export type Unit = readonly JointIssue[];

/** Units in order of first appearance. */
export function groupIntoUnits(issues: readonly JointIssue[]): readonly Unit[] {
  const clusters = new Map<string, JointIssue[]>();
  const units: JointIssue[][] = [];
  for (const issue of issues) {
    const known = issue.cluster === undefined ? undefined : clusters.get(issue.cluster);
    if (known) {
      known.push(issue);
      continue;
    }
    const unit = [issue];
    units.push(unit);
    if (issue.cluster !== undefined) clusters.set(issue.cluster, unit);
  }
  return units;
}

/** Weight of each unit, and its weight times distance. */
export function weighUnits(
  units: readonly Unit[],
  scales: JointIssues['scales'],
  distance: Distance,
): { readonly weights: Float64Array; readonly weighted: Float64Array } {
  const weights = new Float64Array(units.length);
  const weighted = new Float64Array(units.length);
  const distances = scales.map(({ values }) => distanceTable(values, distance));
  for (let u = 0; u < units.length; u++) {
    const unit = units[u]!;
    for (let i = 0; i < unit.length; i++) {
      const { weight, imputedDistance, stratum, cell } = unit[i]!;
      weights[u]! += weight;
      weighted[u]! += weight * (imputedDistance ?? distances[stratum]![cell]!);
    }
  }
  return { weights, weighted };
}

/** Units that nothing asked for can tell apart are of one kind: resamples only count how many they have. */
export interface Kinds {
  /** One unit of each kind. */
  readonly units: readonly Unit[];
  /** How many there are of each. */
  readonly sizes: readonly number[];
}

/** Places of units of one weight and one linear distance, groups and units in order of first appearance. */
function groupAlike(units: readonly Unit[], scales: JointIssues['scales']): readonly number[][] {
  const { weights, weighted } = weighUnits(units, scales, 'linear');
  const groups: number[][] = [];
  const known = new Map<number, Map<number, number[]>>();
  for (let u = 0; u < units.length; u++) {
    let ofWeight = known.get(weights[u]!);
    if (!ofWeight) known.set(weights[u]!, (ofWeight = new Map()));
    const group = ofWeight.get(weighted[u]!);
    if (group) {
      group.push(u);
      continue;
    }
    const first = [u];
    groups.push(first);
    ofWeight.set(weighted[u]!, first);
  }
  return groups;
}

function splitBy(
  places: readonly number[],
  keyOf: (place: number) => unknown,
): readonly (readonly number[])[] {
  const parts = new Map<unknown, number[]>();
  for (const place of places) {
    const key = keyOf(place);
    const part = parts.get(key);
    if (part) part.push(place);
    else parts.set(key, [place]);
  }
  return [...parts.values()];
}

/**
 * Kinds of units that differ in weight, linear distance or key. Those that differ in their key alone
 * come one after the other: a question that tells them apart gets the same resamples as one that does not.
 */
function groupIntoKinds(
  units: readonly Unit[],
  scales: JointIssues['scales'],
  keyOf: ((place: number) => unknown) | undefined,
): Kinds {
  const groups = groupAlike(units, scales);
  const kinds = keyOf ? groups.flatMap((places) => splitBy(places, keyOf)) : groups;
  return {
    units: kinds.map((places) => units[places[0]!]!),
    sizes: kinds.map((places) => places.length),
  };
}

/** Kinds of units that differ in weight or distance. */
export function kindsByDistance(
  units: readonly Unit[],
  scales: JointIssues['scales'],
  distance: Distance,
): Kinds {
  if (distance === 'linear') return groupIntoKinds(units, scales, undefined);
  const { weighted } = weighUnits(units, scales, distance);
  return groupIntoKinds(units, scales, (place) => weighted[place]);
}

/** Kinds of units that differ in anything that a table shows. */
export function kindsByCell(units: readonly Unit[], scales: JointIssues['scales']): Kinds {
  return groupIntoKinds(units, scales, (place) =>
    units[place]!.map(({ stratum, cell, imputedDistance, weight }) =>
      [stratum, cell, imputedDistance, weight].join('/'),
    ).join(),
  );
}
