import { ABSENT, type Evidence, MISSING } from '../evidence/evidence.ts';
import { positionLabel } from '../evidence/label.ts';
import { type Side, sideLabel } from '../evidence/side.ts';
import { positionAt } from '../measures/contingency.ts';
import type { GridCell, GridResult } from '../results/grid.ts';

/** No position is known, which is no stance. */
const nothing: GridCell = { position: null, value: null };

/**
 * Who stands where: issues by countries, positions as of the end of the period.
 *
 * @param differ keep only issues on which two of the sides hold different positions; absence is none
 */
export function gridOfPositions(
  evidence: Evidence,
  sides: readonly Side[],
  { differ = false }: { readonly differ?: boolean | undefined } = {},
): GridResult {
  const issues = evidence.issues.map(({ issue, catalog, scale, index }) => {
    const size = evidence.scales[scale]?.labels.length ?? 0;
    const held = sides.map(({ categories }) => categories[index] ?? MISSING);
    const cells = held.map((category): GridCell => {
      if (category === MISSING) return nothing;
      const value = category === ABSENT ? null : positionAt(category, size);
      return { position: positionLabel(evidence, scale, category, value), value };
    });
    const stances = new Set(held.filter((category) => category >= 0));
    return {
      issue: issue.id,
      title: issue.title,
      topics: [...issue.topics],
      date: issue.dateLabel,
      scale: issue.scale,
      catalog,
      differ: stances.size > 1,
      cells,
    };
  });
  return {
    schema: 'align/grid@1',
    countries: sides.map(sideLabel),
    issues: issues.filter(
      (row) => (row.differ || !differ) && row.cells.some(({ position }) => position !== null),
    ),
  };
}

/** All countries with a position, those with most of them first, then by code. */
export function byPositions(sides: readonly Side[]): readonly Side[] {
  const known = new Map(
    sides.map((side) => [side, side.categories.filter((each) => each >= 0).length] as const),
  );
  return sides.toSorted((x, y) => known.get(y)! - known.get(x)! || (x.code < y.code ? -1 : 1));
}
