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

/** Units that no measure can tell apart are of one kind: drawing a unit only counts its kind. */
export interface Kinds {
  /** One unit of each kind. */
  readonly units: readonly Unit[];
  /** The kind of every unit that may be drawn. */
  readonly of: Uint32Array;
}

export function groupIntoKinds(units: readonly Unit[]): Kinds {
  const known = new Map<string, number>();
  const kept: Unit[] = [];
  const of = Uint32Array.from(units, (unit) => {
    const key = unit
      .map((issue) => `${issue.stratum}/${issue.cell}/${issue.imputedDistance}/${issue.weight}`)
      .join();
    const kind = known.get(key) ?? kept.push(unit) - 1;
    known.set(key, kind);
    return kind;
  });
  return { units: kept, of };
}

/** Weight of each unit, and its weight times distance. */
export function weighUnits(
  units: readonly Unit[],
  scales: JointIssues['scales'],
  distance: Distance,
): { readonly weights: Float64Array; readonly weighted: Float64Array } {
  const weights = new Float64Array(units.length);
  const weighted = new Float64Array(units.length);
  for (let u = 0; u < units.length; u++) {
    for (const { weight, imputedDistance, stratum, cell } of units[u]!) {
      weights[u]! += weight;
      weighted[u]! +=
        weight * (imputedDistance ?? distanceTable(scales[stratum]!.values, distance)[cell]!);
    }
  }
  return { weights, weighted };
}
