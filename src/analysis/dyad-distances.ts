/** How far apart dyads are. */
export interface DyadDistances {
  /** Joint issues. */
  readonly joint: Int32Array;
  /** Weighted mean of their distances; NaN without any. */
  readonly distances: Float64Array;
}

const bytesPerDyad = Float64Array.BYTES_PER_ELEMENT + Int32Array.BYTES_PER_ELEMENT;

/** The distances as bytes, those of dyads with most joint issues first; dyads without any are left out. */
export function storeDistances({ joint, distances }: DyadDistances): Uint8Array {
  const known = [...joint.keys()]
    .filter((dyad) => joint[dyad]! > 0)
    .sort((x, y) => joint[y]! - joint[x]! || x - y);
  const head = Float64Array.from(known, (dyad) => distances[dyad]!);
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

/** Reads what `storeDistances` made, of dyads with so many joint issues. */
export function readDistances(
  { buffer, byteOffset, byteLength }: Uint8Array,
  leastJoint: number,
): DyadDistances {
  const dyads = byteLength / bytesPerDyad;
  const distances = new Float64Array(buffer, byteOffset, dyads);
  const joint = new Int32Array(buffer, byteOffset + distances.byteLength, dyads);
  const size = countAtLeast(joint, leastJoint);
  return { joint: joint.subarray(0, size), distances: distances.subarray(0, size) };
}
