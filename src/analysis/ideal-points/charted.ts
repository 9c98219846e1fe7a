import type { NamedSide } from '../../question/sides.ts';
import type { FittedPoint } from './fit.ts';

/** More lines than this cannot be told apart. */
export const mostCharted = 8;

/** Who is charted where nobody is named, if they vote. */
const permanentMembers = ['USA', 'GBR', 'FRA', 'RUS', 'CHN'];

/**
 * Codes of the countries for a chart: the first of those named, in their order; else the permanent members of
 * the Security Council, or without them the five with the most votes, ties by code.
 */
export function chartedOf(
  named: readonly NamedSide[],
  points: ReadonlyMap<string, readonly FittedPoint[]>,
): readonly string[] {
  const order = named.map(({ code }) => code).filter((code) => points.has(code));
  if (order.length > 0) return order.slice(0, mostCharted);
  const known = permanentMembers.filter((code) => points.has(code));
  if (known.length > 0) return known;
  const votes = (code: string) => points.get(code)!.reduce((sum, { n }) => sum + n, 0);
  return [...points.keys()]
    .sort((x, y) => votes(y) - votes(x) || (x < y ? -1 : 1))
    .slice(0, permanentMembers.length);
}
