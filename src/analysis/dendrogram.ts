import { type Cluster, clusterByAverage, cutInto } from '../measures/average-linkage.ts';
import { meanSilhouette, silhouetteWidths } from '../measures/silhouette.ts';
import type { Merge } from '../results/blocs.ts';

/** Objects joined two by two, nearest first. */
export interface Dendrogram {
  /** Indexes of the objects from left to right: no two branches cross, the larger one stands first. */
  readonly order: readonly number[];
  readonly merges: readonly Merge[];
  /** Clusters where the tree is cut into so many: of each its objects, in the order of the tree. */
  readonly cut: (k: number) => readonly (readonly number[])[];
}

/** Of each branch its objects, the larger branch first, of equals the one with the earliest object. */
function orderObjects(root: Cluster): ReadonlyMap<Cluster, readonly number[]> {
  const found = new Map<Cluster, readonly number[]>();
  const visit = (cluster: Cluster): readonly number[] => {
    const branches = cluster.children.toSorted((x, y) => y.size - x.size || x.first - y.first);
    const objects = branches.length === 0 ? [cluster.first] : branches.flatMap(visit);
    found.set(cluster, objects);
    return objects;
  };
  visit(root);
  return found;
}

/** The joins of a tree, lowest first; parts of a branch come before the branch. */
function listMerges(
  root: Cluster,
  objects: ReadonlyMap<Cluster, readonly number[]>,
): readonly Merge[] {
  const order = objects.get(root)!;
  const placeOf = new Map(order.map((object, place) => [object, place]));
  const startOf = (cluster: Cluster) => placeOf.get(objects.get(cluster)![0]!)!;
  const joined: Cluster[] = [];
  const visit = (cluster: Cluster) => {
    cluster.children.forEach(visit);
    if (cluster.children.length > 0) joined.push(cluster);
  };
  visit(root);
  // A sort keeps what is equally high in the order found, parts before wholes.
  joined.sort((x, y) => x.height - y.height);
  const numbers = new Map(joined.map((cluster, i) => [cluster, order.length + i]));
  return joined.map(({ children, height, size }) => {
    const [first = 0, second = 0] = children
      .toSorted((x, y) => startOf(x) - startOf(y))
      .map((child) => numbers.get(child) ?? startOf(child));
    return { first, second, height, size };
  });
}

/**
 * The dendrogram of average linkage: see `clusterByAverage`.
 *
 * @param dissimilarity square and symmetric, of two objects at least, no value missing
 */
export function growDendrogram(dissimilarity: readonly ArrayLike<number>[]): Dendrogram {
  const root = clusterByAverage(dissimilarity);
  const objects = orderObjects(root);
  const order = objects.get(root)!;
  const placeOf = new Map(order.map((object, place) => [object, place]));
  return {
    order,
    merges: listMerges(root, objects),
    cut: (k) =>
      cutInto(root, k)
        .map((cluster) => objects.get(cluster)!)
        .toSorted((x, y) => placeOf.get(x[0]!)! - placeOf.get(y[0]!)!),
  };
}

/** Number of the cluster of each object. */
export function labelObjects(clusters: readonly (readonly number[])[]): readonly number[] {
  const labels: number[] = [];
  for (const [cluster, objects] of clusters.entries())
    for (const object of objects) labels[object] = cluster;
  return labels;
}

/** More clusters than this are not compared by silhouette: so many blocs say little. */
const mostClusters = 10;

interface Cut {
  readonly k: number;
  readonly silhouette: number;
}

/** Mean silhouette width of the tree cut into 2, 3 ... clusters, to 10 and below the number of objects. */
export function compareCuts(
  dissimilarity: readonly ArrayLike<number>[],
  { cut }: Pick<Dendrogram, 'cut'>,
): readonly Cut[] {
  const most = Math.min(mostClusters, dissimilarity.length - 1);
  return Array.from({ length: most - 1 }, (_, i) => {
    const labels = labelObjects(cut(i + 2));
    return { k: i + 2, silhouette: meanSilhouette(silhouetteWidths(dissimilarity, labels)) };
  });
}

/** The number with the widest mean silhouette; of equals (to 1e-12) the least. */
export function chooseCut(cuts: readonly Cut[]): number {
  return cuts.reduce((best, each) => (each.silhouette > best.silhouette + 1e-12 ? each : best)).k;
}
