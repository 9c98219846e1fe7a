import { type Cluster, clusterByAverage } from '../measures/average-linkage.ts';
import { isDivergence } from '../measures/divergence.ts';
import { MINIMUM_ISSUES } from '../measures/share-interval.ts';
import type { MeasureDescription } from '../measures/registry.ts';
import type { DyadTable } from './dyad-table.ts';

/** One dyad of an arrangement; `null` where the measure is undefined. */
export interface ArrangedDyad {
  readonly a: string;
  readonly b: string;
  /** Joint issues, at least 1. */
  readonly n: number;
  readonly value: number | null;
}

/** Dyads put in order for the eye. */
export interface Arrangement {
  /** Codes of the countries: alike ones stand together, and the first that was given stays first. */
  readonly order: readonly string[];
  /** In that order too; dyads without joint issues are left out. */
  readonly dyads: readonly ArrangedDyad[];
  /** With fewer joint issues a dyad is neither among the closest nor among the farthest. */
  readonly minJoint: number;
  /** Most extreme first, of equals the one with more joint issues; no dyad is in both. */
  readonly closest: readonly ArrangedDyad[];
  readonly farthest: readonly ArrangedDyad[];
}

/** A measure's values for least and most alike. */
export function rangeOf({
  id,
  range: [low, high],
}: Pick<MeasureDescription, 'id' | 'range'>): readonly [far: number, near: number] {
  return isDivergence(id) ? [high, low] : [low, high];
}

/** 0 for least alike, 1 for most. */
export function likeness(value: number, [far, near]: readonly [number, number]): number {
  return (value - far) / (near - far);
}

const keyOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Objects of a tree from left to right, the branch with the earlier object on the left. */
function leaves({ first, children }: Cluster): readonly number[] {
  return children.length === 0 ? [first] : children.flatMap(leaves);
}

/** Average linkage; a dyad without a value is halfway between near and far. */
function orderBySimilarity(
  codes: readonly string[],
  likenessOf: (a: string, b: string) => number | undefined,
): readonly string[] {
  if (codes.length < 3) return codes;
  const distances = codes.map((a) =>
    codes.map((b) => (a === b ? 0 : 1 - (likenessOf(a, b) ?? 0.5))),
  );
  return leaves(clusterByAverage(distances)).map((index) => codes[index]!);
}

/**
 * Arranges the dyads of a table: countries in the order of their similarity, and which dyads are closest
 * and farthest among those with at least half as many joint issues as the median dyad, and 5.
 *
 * @param codes the countries to arrange, in the order in which they were named
 * @param most dyads of either extreme
 */
export function arrangeDyads(
  { countries, size, a, b, n, value }: DyadTable,
  measure: Pick<MeasureDescription, 'id' | 'range'>,
  codes: readonly string[],
  most: number,
): Arrangement {
  const range = rangeOf(measure);
  const found = new Map<string, ArrangedDyad>();
  for (let row = 0; row < size; row++) {
    const [first, second] = [countries[a[row]!]!, countries[b[row]!]!];
    const own = Number.isNaN(value[row]!) ? null : value[row]!;
    found.set(keyOf(first, second), { a: first, b: second, n: n[row]!, value: own });
  }
  const likenessOf = ({ value: own }: ArrangedDyad) => likeness(own ?? Number.NaN, range);
  const order = orderBySimilarity(codes, (first, second) => {
    const dyad = found.get(keyOf(first, second));
    return dyad && dyad.value !== null ? likenessOf(dyad) : undefined;
  });
  const dyads = order.flatMap((first, i) =>
    order.slice(i + 1).flatMap((second) => {
      const dyad = found.get(keyOf(first, second));
      return dyad ? [{ ...dyad, a: first, b: second }] : [];
    }),
  );
  const sizes = dyads.map((dyad) => dyad.n).sort((x, y) => x - y);
  const median = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const minJoint = Math.max(MINIMUM_ISSUES, Math.ceil(median / 2));
  const ranked = dyads
    .filter((dyad) => dyad.n >= minJoint && dyad.value !== null)
    .toSorted(
      (x, y) =>
        likenessOf(y) - likenessOf(x) || y.n - x.n || (keyOf(x.a, x.b) < keyOf(y.a, y.b) ? -1 : 1),
    );
  const shown = Math.min(most, Math.floor(ranked.length / 2));
  return {
    order,
    dyads,
    minJoint,
    closest: ranked.slice(0, shown),
    farthest: ranked.slice(ranked.length - shown).toReversed(),
  };
}
