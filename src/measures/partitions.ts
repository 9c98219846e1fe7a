const pairs = (n: number) => (n * (n - 1)) / 2;

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

function countEach<Key>(keys: readonly Key[]): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/**
 * Adjusted Rand index of two partitions of the same objects (Hubert & Arabie 1985): the pairs that both put together
 * or both put apart, corrected for chance. 1 where they are the same, 0 where they agree no more than two random
 * partitions with clusters of these sizes would; it may be negative. 1 where neither tells any two apart, or both all.
 *
 * @param first cluster of each object, by any labels
 * @param second the same of the other partition
 */
export function adjustedRand(first: readonly number[], second: readonly number[]): number {
  const together = (counts: ReadonlyMap<unknown, number>) => sum([...counts.values()].map(pairs));
  const inBoth = together(countEach(first.map((cluster, i) => `${cluster} ${second[i]}`)));
  const [inFirst, inSecond] = [together(countEach(first)), together(countEach(second))];
  const expected = (inFirst * inSecond) / Math.max(1, pairs(first.length));
  const most = (inFirst + inSecond) / 2;
  return most === expected ? 1 : (inBoth - expected) / (most - expected);
}

/** Jaccard similarity of two sets, in [0, 1]: shared members as a share of all; 1 for two empty ones. */
export function jaccard(first: ReadonlySet<number>, second: ReadonlySet<number>): number {
  const shared = [...first].filter((each) => second.has(each)).length;
  const all = first.size + second.size - shared;
  return all === 0 ? 1 : shared / all;
}
