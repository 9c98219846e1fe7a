import { bundledBytes, isAllBundled } from '../catalog/bundled.ts';
import type { Catalog } from '../catalog/model.ts';
import type { Distance } from '../measures/measure.ts';
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

/** Dyads without joint issues are left out. */
export function storeDistances({ joint, distances }: DyadDistances): Uint8Array {
  const known = [...joint.keys()].filter((dyad) => joint[dyad]! > 0);
  const head = Float64Array.from([mark, ...known.map((dyad) => distances[dyad]!)]);
  const tail = Int32Array.from(known, (dyad) => joint[dyad]!);
  return Buffer.concat([Buffer.from(head.buffer), Buffer.from(tail.buffer)]);
}

/** Reads what `storeDistances` made; `undefined` where bytes have another order than they had there. */
export function readDistances({
  buffer,
  byteOffset,
  byteLength,
}: Uint8Array): DyadDistances | undefined {
  const dyads = (byteLength - Float64Array.BYTES_PER_ELEMENT) / bytesPerDyad;
  const head = new Float64Array(buffer, byteOffset, dyads + 1);
  if (head[0] !== mark) return undefined;
  return {
    distances: head.subarray(1),
    joint: new Int32Array(buffer, byteOffset + head.byteLength, dyads),
  };
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
  return (distance: Distance) =>
    distance === 'linear' ? readDistances(bundledBytes(distancesFile)) : undefined;
}
