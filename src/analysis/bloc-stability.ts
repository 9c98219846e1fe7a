import { groupByEach } from '../group-by.ts';
import type { Evidence, SelectedIssue } from '../evidence/evidence.ts';
import { adjustedRand, jaccard } from '../measures/partitions.ts';
import type { ScoreSettings } from '../question/score-settings.ts';
import type { BlocStability, Repetition, Stability } from '../results/blocs.ts';
import type { LeaveOutUnit } from '../results/vocabulary.ts';
import { chooseCut, compareCuts, growDendrogram, labelObjects } from './dendrogram.ts';
import { type Divergences, divergencesWithout, findComparable, pickSides } from './divergences.ts';

type Clusters = readonly (readonly number[])[];

/** The same countries clustered on part of the issues. */
interface Repeated extends Repetition {
  /** By index into the countries of the whole; `null` if there are too few. */
  readonly clusters: Clusters | null;
}

const unitsOf: Readonly<Record<LeaveOutUnit, (selected: SelectedIssue) => readonly string[]>> = {
  year: ({ issue }) => [issue.date.from.slice(0, 4)],
  topic: ({ issue }) => issue.topics,
};

/** Clusters the countries anew by divergences that some may lack now: these are left out. */
function clusterAgain(
  all: Divergences,
  k: number,
): Pick<Repeated, 'countries' | 'silhouetteK' | 'clusters'> {
  const { kept } = findComparable(all, 1);
  const countries = kept.length;
  if (countries <= k) return { countries, silhouetteK: null, clusters: null };
  const { values } = pickSides(all, kept);
  const tree = growDendrogram(values);
  return {
    countries,
    silhouetteK: chooseCut(compareCuts(values, tree)),
    clusters: tree.cut(k).map((cluster) => cluster.map((i) => kept[i]!)),
  };
}

/** The same partition of some of the objects. */
function restrict(labels: readonly number[], objects: readonly number[]): readonly number[] {
  return objects.map((object) => labels[object]!);
}

/**
 * Clusters again without each year or topic of the evidence in turn, cut into the same number of blocs.
 *
 * @param clusters the blocs of the whole
 */
export function repeatClustering(
  evidence: Evidence,
  whole: Divergences,
  settings: ScoreSettings,
  clusters: Clusters,
  leaveOut: LeaveOutUnit,
): readonly Repeated[] {
  const labels = labelObjects(clusters);
  const units = [...groupByEach(evidence.issues, unitsOf[leaveOut])].sort(([x], [y]) =>
    x < y ? -1 : 1,
  );
  if (units.length < 2) return [];
  const parts = units.map(([, issues]) => issues);
  const all = divergencesWithout(evidence, whole.sides, settings, parts);
  return [...all].map((divergences, i) => {
    const [leftOut, issues] = units[i]!;
    const again = clusterAgain(divergences, clusters.length);
    const objects = again.clusters?.flat() ?? [];
    const own = again.clusters && restrict(labelObjects(again.clusters), objects);
    return {
      leftOut,
      title: leaveOut === 'topic' ? (evidence.topics[leftOut] ?? leftOut) : leftOut,
      issues: issues.length,
      value: own && adjustedRand(restrict(labels, objects), own),
      ...again,
    };
  });
}

/** How far all blocs stay what they are. */
export function describeStability(
  repetitions: readonly Repeated[],
  leaveOut: LeaveOutUnit,
): Stability {
  const values = repetitions.flatMap(({ value }) => value ?? []);
  const listed = repetitions.map(({ clusters: _clusters, ...rest }) => rest);
  if (values.length === 0) {
    const reason =
      repetitions.length === 0
        ? `all issues are of one ${leaveOut}`
        : `without any ${leaveOut} too few countries can be compared`;
    return { leaveOut, value: null, lowest: null, repetitions: listed, reason };
  }
  const value = values.reduce((sum, each) => sum + each, 0) / values.length;
  return { leaveOut, value, lowest: Math.min(...values), repetitions: listed };
}

export interface BlocRepeated {
  readonly stability: BlocStability;
  /** Of each member, in the order given; `null` if it is in no repetition. */
  readonly stays: readonly (number | null)[];
}

/**
 * How far one bloc stays what it is: in each repetition the cluster most like it is looked for by Jaccard similarity,
 * among countries that are still there (Hennig 2007, with repetitions that leave out issues rather than resample).
 */
export function followBloc(
  members: readonly number[],
  repetitions: readonly Repeated[],
): BlocRepeated {
  const followed = repetitions.flatMap(({ clusters, leftOut }) => {
    const there = new Set(clusters?.flat());
    const own = new Set(members.filter((member) => there.has(member)));
    if (!clusters || own.size === 0) return [];
    const alike = clusters
      .map((cluster) => new Set(cluster))
      .map((cluster) => ({ cluster, value: jaccard(own, cluster), own, leftOut }));
    return [alike.reduce((best, each) => (each.value > best.value ? each : best))];
  });
  const stays = members.map((member) => {
    const seen = followed.filter(({ own }) => own.has(member));
    const kept = seen.filter(({ cluster }) => cluster.has(member));
    return seen.length === 0 ? null : kept.length / seen.length;
  });
  if (followed.length === 0) return { stability: null, stays };
  const { value, leftOut } = followed.reduce((low, each) => (each.value < low.value ? each : low));
  const mean = followed.reduce((sum, each) => sum + each.value, 0) / followed.length;
  return { stability: { value: mean, lowest: { value, leftOut } }, stays };
}
