/**
 * Silhouette width of each object of a partition, in [-1, 1] (Rousseeuw 1987): with a the mean dissimilarity to the
 * others of its own cluster and b the least mean dissimilarity to another cluster, (b - a) / max(a, b). Near 1 it
 * lies well within its cluster, below 0 nearer to another one. 0 for an object alone in its cluster, and where a
 * and b are both 0. Without a second cluster it is undefined: NaN.
 *
 * @param dissimilarity square and symmetric, >= 0, no value missing
 * @param clusters cluster of each object, numbered from 0 without gaps
 */
export function silhouetteWidths(
  dissimilarity: readonly ArrayLike<number>[],
  clusters: readonly number[],
): readonly number[] {
  const k = Math.max(-1, ...clusters) + 1;
  const sizes = Array.from({ length: k }, () => 0);
  for (const cluster of clusters) sizes[cluster]!++;
  if (k < 2) return clusters.map(() => Number.NaN);
  return clusters.map((own, i) => {
    if (sizes[own] === 1) return 0;
    const sums = sizes.map(() => 0);
    const row = dissimilarity[i]!;
    for (let j = 0; j < clusters.length; j++) sums[clusters[j]!]! += row[j]!;
    const a = sums[own]! / (sizes[own]! - 1);
    const others = sums.map((sum, cluster) => (cluster === own ? Infinity : sum / sizes[cluster]!));
    const b = Math.min(...others);
    return a === b ? 0 : (b - a) / Math.max(a, b);
  });
}

/** Mean silhouette width, by which numbers of clusters are compared; NaN where it is undefined. */
export function meanSilhouette(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) / widths.length;
}
