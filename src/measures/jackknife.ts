import { groupBy } from '../group-by.ts';
import type { Contingency, JointIssue, MeasureChoice } from './measure.ts';
import { sumOf } from './sum-of.ts';

/** Joint issues that count as one piece of evidence. */
export interface Cluster {
  readonly issues: readonly JointIssue[];
  readonly weight: number;
  /** The same for clusters with the same weights in the same cells, as most are like another one. */
  readonly alike: string;
}

/** Some joint issues by cluster. */
export function clustersOf(all: readonly JointIssue[]): readonly Cluster[] {
  return [...groupBy(all, ({ cluster }) => cluster).values()].map((issues) => ({
    issues,
    weight: sumOf(issues, ({ weight }) => weight),
    alike: issues.map(({ stratum, cell, weight }) => [stratum, cell, weight].join(' ')).join(),
  }));
}

/**
 * (G - 1) / G Σ (θ_g - mean)² over the coefficients θ_g without each of the G clusters; one that is undefined
 * counts as the whole one. The table of all clusters is worked on, and left as it was.
 */
export function jackknifeVariance(
  { strata, imputed }: Contingency,
  clusters: readonly Cluster[],
  { measure, distance }: MeasureChoice,
  whole: number,
): number {
  const all = strata.map(({ cells }) => cells.slice());
  const counts = strata.map(({ cells }) => new Uint32Array(cells.length));
  for (const { issues } of clusters)
    for (const { stratum, cell } of issues) if (stratum !== undefined) counts[stratum]![cell]!++;
  const known = new Map<string, number>();
  const without = clusters.map(({ issues, alike }) => {
    const before = known.get(alike);
    if (before !== undefined) return before;
    for (const { stratum, cell, weight } of issues) {
      if (stratum === undefined) continue;
      const { cells } = strata[stratum]!;
      const left = --counts[stratum]![cell]!;
      // Nothing may be left of an empty cell: without variation a coefficient is undefined.
      cells[cell] = left === 0 ? 0 : cells[cell]! - weight;
    }
    const value = measure.compute({ strata, imputed }, distance).value ?? whole;
    known.set(alike, value);
    for (const { stratum, cell } of issues) {
      if (stratum === undefined) continue;
      counts[stratum]![cell]!++;
      strata[stratum]!.cells[cell] = all[stratum]![cell]!;
    }
    return value;
  });
  const mean = sumOf(without, (value) => value) / without.length;
  return ((without.length - 1) / without.length) * sumOf(without, (value) => (value - mean) ** 2);
}
