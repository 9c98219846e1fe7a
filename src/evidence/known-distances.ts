import { bundledBytes, isAllBundled } from '../catalog/bundled.ts';
import type { Catalog } from '../catalog/model.ts';
import {
  type DyadDistances,
  type Evidence,
  plainFilter,
  type SelectionFilter,
} from './evidence.ts';

/** Holds the distances of all dyads on all bundled catalogs, as `storeDistances` makes it. */
export const distancesFile = 'distances.bin';

/** Comes first. */
const mark = 1;

const bytesPerDyad = Float64Array.BYTES_PER_ELEMENT + Int32Array.BYTES_PER_ELEMENT;

/** Those with most joint issues come first; dyads without any are left out. */
export function storeDistances({ joint, distances }: DyadDistances): Uint8Array {
  const known = [...joint.keys()]
    .filter((dyad) => joint[dyad]! > 0)
    .sort((x, y) => joint[y]! - joint[x]! || x - y);
  const head = Float64Array.from([mark, ...known.map((dyad) => distances[dyad]!)]);
  const tail = Int32Array.from(known, (dyad) => joint[dyad]!);
  return Buffer.concat([Buffer.from(head.buffer), Buffer.from(tail.buffer)]);
}

/** How many of these numbers, in descending order, are at least so large. */
function countAtLeast(numbers: Int32Array, least: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (numbers[middle]! >= least) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * Reads what `storeDistances` made, of dyads with so many joint issues; `undefined` where bytes have
 * another order than they had there.
 */
export function readDistances(
  { buffer, byteOffset, byteLength }: Uint8Array,
  leastJoint: number,
): DyadDistances | undefined {
  const dyads = (byteLength - Float64Array.BYTES_PER_ELEMENT) / bytesPerDyad;
  const head = new Float64Array(buffer, byteOffset, dyads + 1);
  if (head[0] !== mark) return undefined;
  const joint = new Int32Array(buffer, byteOffset + head.byteLength, dyads);
  const size = countAtLeast(joint, leastJoint);
  return { joint: joint.subarray(0, size), distances: head.subarray(1, size + 1) };
}

function isPlain({ minConfidence, rollCalls, ...others }: SelectionFilter): boolean {
  const asked: readonly unknown[] = [...Object.values(rollCalls), ...Object.values(others)];
  return (
    minConfidence === plainFilter.minConfidence &&
    asked.every((each) => each === undefined || each === false)
  );
}

/** The distances of a selection without records, where they were worked out by the build. */
export function knownDistancesOf(
  catalogs: readonly Catalog[],
  filter: SelectionFilter,
): Evidence['knownDistances'] {
  if (!isAllBundled(catalogs) || !isPlain(filter)) return () => undefined;
  return (distance, leastJoint) =>
    distance === 'linear' ? readDistances(bundledBytes(distancesFile), leastJoint) : undefined;
}
