import type { Scale } from '../results/inventory.ts';
import {
  compareDyad,
  distanceOfCategories,
  type DyadSettings,
  emptyStrata,
  readCategories,
  tabulate,
} from '../evidence/dyad.ts';
import { ABSENT, type Evidence, MISSING } from '../evidence/evidence.ts';
import type { Side } from '../evidence/side.ts';
import type { Contingency } from '../measures/measure.ts';
import { tabulateDyads } from './bit-planes.ts';

/** Number of joint issues, above 0, and contingency table of a dyad, by index, a < b. */
export type DyadVisitor = (a: number, b: number, joint: number, table: Contingency) => void;

/** Goes through all dyads of sides under any rules, issue by issue. */
export function visitDyads(
  evidence: Evidence,
  sides: readonly Side[],
  settings: DyadSettings,
  visit: DyadVisitor,
): void {
  for (const [a, first] of sides.entries()) {
    for (let b = a + 1; b < sides.length; b++) {
      const { joint } = compareDyad(evidence, first, sides[b]!, settings);
      if (joint.length > 0) visit(a, b, joint.length, tabulate(evidence, joint));
    }
  }
}

/** Issues that are counted together, as they are alike to all dyads. */
export interface IssueClass {
  /** Index into the scales. */
  readonly scale: number;
  /** Of each issue, > 0. */
  readonly weight: number;
  /** By index into the rows. */
  readonly issues: ArrayLike<number>;
}

/** Two categories that make an issue a joint one. */
interface JointPair {
  /** Where they are counted in a table. */
  readonly place: number;
  /** In [0, 1]. */
  readonly distance: number;
  /** Cell of the contingency table; `undefined` where an absence rule gave the distance. */
  readonly cell: number | undefined;
}

/** The categories of a scale that count under the rules, and the pairs of them. */
export function readScale(
  scale: Scale,
  settings: DyadSettings,
): { readonly held: readonly number[]; readonly pairs: readonly JointPair[] } {
  const { length: labels } = scale.labels;
  const all = [...Array(labels).keys(), MISSING, ABSENT];
  const between = (x: number, y: number) => distanceOfCategories([x, y], scale, settings);
  const held = all.filter((x) => all.some((y) => between(x, y) !== undefined));
  const pairs = held.flatMap((x, i) =>
    held.flatMap((y, j): readonly JointPair[] => {
      const distance = between(x, y);
      if (distance === undefined) return [];
      const read = readCategories([x, y], scale, settings);
      const cell = read?.includes(ABSENT) ? undefined : read && read[0] * labels + read[1];
      return [{ place: i * held.length + j, distance, cell }];
    }),
  );
  return { held, pairs };
}

/** How often each dyad holds each pair of categories on the issues of a class: see `tabulateDyads`. */
export interface CountedClass extends Pick<IssueClass, 'scale' | 'weight'> {
  readonly counts: Int32Array;
}

/**
 * Counts the issues that are alike together. Counts of some issues are those of more less those of the rest.
 *
 * @param rows of each country: its category on each issue, `MISSING` or `ABSENT`
 */
export function countDyads(
  rows: readonly Int8Array[],
  scales: readonly Scale[],
  classes: readonly IssueClass[],
  settings: DyadSettings,
): readonly CountedClass[] {
  const readings = scales.map((scale) => readScale(scale, settings));
  return classes.map(({ scale, weight, issues }) => {
    const counts = tabulateDyads(rows, issues, readings[scale]!.held);
    return { scale, weight, counts };
  });
}

/**
 * Goes through all dyads of countries by what was counted; the table is reused from dyad to dyad. Absences and neutral
 * positions count as they do issue by issue.
 *
 * @param countries how many
 */
export function visitCounts(
  countries: number,
  scales: readonly Scale[],
  classes: readonly CountedClass[],
  settings: DyadSettings,
  visit: DyadVisitor,
): void {
  const strata = emptyStrata(scales);
  const imputed = { weight: 0, distance: 0 };
  const readings = scales.map((scale) => readScale(scale, settings));
  const counted = classes.map(({ scale, weight, counts }) => {
    const { held, pairs } = readings[scale]!;
    return { weight, pairs, cells: strata[scale]!.cells, counts, size: held.length ** 2 };
  });
  let dyad = 0;
  for (let a = 0; a < countries; a++) {
    for (let b = a + 1; b < countries; b++, dyad++) {
      let joint = 0;
      for (const { cells } of strata) cells.fill(0);
      imputed.weight = 0;
      imputed.distance = 0;
      for (const { weight, pairs, cells, counts, size } of counted) {
        for (const { place, distance, cell } of pairs) {
          const count = counts[dyad * size + place]!;
          if (count === 0) continue;
          joint += count;
          if (cell === undefined) {
            imputed.weight += count * weight;
            imputed.distance += count * weight * distance;
          } else cells[cell]! += count * weight;
        }
      }
      if (joint > 0) visit(a, b, joint, { strata, imputed });
    }
  }
}

/** `countDyads`, then `visitCounts`. */
export function visitCountedDyads(
  rows: readonly Int8Array[],
  scales: readonly Scale[],
  classes: readonly IssueClass[],
  settings: DyadSettings,
  visit: DyadVisitor,
): void {
  visitCounts(rows.length, scales, countDyads(rows, scales, classes, settings), settings, visit);
}
