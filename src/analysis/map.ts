import { sideLabel } from '../evidence/side.ts';
import { scaleClassically } from '../measures/classical-scaling.ts';
import { MINIMUM_ISSUES } from '../measures/share-interval.ts';
import type { OpenedQuestion } from '../question/look-up.ts';
import type { MapResult } from '../results/map.ts';
import { compareGroup } from './divergences.ts';

export interface MapSettings {
  /** Joint issues that a dyad needs, at least 1. */
  readonly minJoint: number;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

/**
 * Countries on a plane, as far apart as their divergences are as well as a plane can show them: classical scaling, with
 * how much of the divergences the two axes carry. The axes have no meaning of their own.
 *
 * @throws UserError as `compareGroup`
 */
export function mapOf(
  opened: OpenedQuestion,
  { minJoint }: MapSettings = { minJoint: MINIMUM_ISSUES },
): MapResult {
  const { divergences, group } = compareGroup(opened, minJoint);
  const { sides, values } = divergences;
  const { points, eigenvalues, fit } = scaleClassically(values, 2);
  const all = sum(eigenvalues.map(Math.abs));
  const shareOf = (value: number) => (all === 0 ? null : value / all);
  const errors = points.map(([x = 0, y = 0], i) =>
    points.flatMap(([u = 0, v = 0], j) =>
      i === j ? [] : [Math.abs(Math.hypot(x - u, y - v) - values[i]![j]!)],
    ),
  );
  const axisOf = (place: number) => {
    const eigenvalue = eigenvalues[place] ?? 0;
    return { eigenvalue, share: shareOf(Math.max(0, eigenvalue)) };
  };
  const negative = eigenvalues.filter((value) => value < 0);
  const [first = 0, second = 0] = eigenvalues;
  return {
    schema: 'align/map@1',
    points: sides.map((side, i) => {
      const { members: _members, ...label } = sideLabel(side);
      const [x = 0, y = 0] = points[i]!;
      return { ...label, x, y, error: mean(errors[i]!) };
    }),
    ...group,
    axes: [axisOf(0), axisOf(1)],
    fit: {
      absolute: fit?.absolute ?? null,
      positive: fit?.positive ?? null,
      error: mean(errors.flat()),
      divergence: mean(values.flatMap((row, i) => [...row].filter((_, j) => j !== i))),
      ...(fit === null ? { reason: 'all divergences are 0: there is one point' } : {}),
    },
    eigenvalues,
    negative: { n: negative.length, share: shareOf(sum(negative.map(Math.abs))) },
    turnable: first > 0 && first - second <= first * 1e-9,
  };
}
