import { MINIMUM_ISSUES } from '../measures/share-interval.ts';
import { meanSilhouette, silhouetteWidths } from '../measures/silhouette.ts';
import { countPositions, sideLabel } from '../evidence/side.ts';
import type { OpenedQuestion } from '../question/look-up.ts';
import { refuseBlocCount } from '../question/refusals.ts';
import type { Bloc, BlocsResult } from '../results/blocs.ts';
import type { LeaveOutUnit } from '../results/vocabulary.ts';
import { describeStability, followBloc, repeatClustering } from './bloc-stability.ts';
import {
  describeTopics,
  divergeByTopic,
  evidenceOfSides,
  setApart,
  spreadOf,
} from './bloc-topics.ts';
import { cohesionOf } from './cohesion-of-bloc.ts';
import { chooseCut, compareCuts, growDendrogram, labelObjects } from './dendrogram.ts';
import { compareGroup, type Divergences } from './divergences.ts';

export interface BlocsSettings {
  /** Number of blocs; left out, the one with the widest mean silhouette. */
  readonly k?: number;
  /** What is left out in turn to see how stable blocs are. */
  readonly leaveOut: LeaveOutUnit;
  /** Joint issues that a dyad needs, at least 1. */
  readonly minJoint: number;
}

export const defaultBlocsSettings: BlocsSettings = { leaveOut: 'year', minJoint: MINIMUM_ISSUES };

/**
 * The member with the least mean divergence from the others, of those with at least as many positions as the median
 * member: who is often absent, and there only where all agree, looks central. Of equals, to rounding, the first by code.
 */
function mostCentral({ sides, values }: Divergences, members: readonly number[]): number {
  const known = members.map((i) => countPositions(sides[i]!));
  const median = known.toSorted((x, y) => x - y)[Math.floor((members.length - 1) / 2)]!;
  const eligible = members.filter((_, m) => known[m]! >= median).sort((x, y) => x - y);
  const sumOf = (i: number) => members.reduce((sum, j) => sum + values[i]![j]!, 0);
  return eligible.reduce((best, i) => (sumOf(i) < sumOf(best) - 1e-12 ? i : best));
}

function meanBetween(
  { values }: Divergences,
  first: readonly number[],
  second: readonly number[],
): number {
  const all = first.flatMap((i) => second.map((j) => values[i]![j]!));
  return all.reduce((sum, value) => sum + value, 0) / all.length;
}

/**
 * Blocs of countries that stand near each other: hierarchical clustering of their divergences by average linkage,
 * cut where the mean silhouette width is greatest, or into as many as are asked for. Each bloc has its most central
 * member, the topics that set it apart, its cohesion, and how far it stays what it is when a year or topic is left out.
 *
 * @throws UserError as `compareGroup`; (usage) for a number of blocs that there are too few countries for
 */
export function blocsOf(
  opened: OpenedQuestion,
  { k: asked, leaveOut, minJoint }: BlocsSettings = defaultBlocsSettings,
): BlocsResult {
  const { evidence, settings } = opened;
  const { divergences, group } = compareGroup(opened, minJoint);
  const { sides, values } = divergences;
  refuseBlocCount(asked, sides.length);
  const tree = growDendrogram(values);
  const silhouettes = compareCuts(values, tree);
  const k = asked ?? chooseCut(silhouettes);
  const clusters = tree.cut(k);
  const widths = silhouetteWidths(values, labelObjects(clusters));
  const repetitions = repeatClustering(evidence, divergences, settings, clusters, leaveOut);
  const topics = divergeByTopic(evidence, sides, settings);
  const centres = clusters.map((members) => mostCentral(divergences, members));

  const blocs = clusters.map((members, own): Bloc => {
    const { code, name } = sides[centres[own]!]!;
    const spread = spreadOf(divergences, members);
    const described = describeTopics(topics, members);
    const named = setApart(described, spread);
    const { stability, stays } = followBloc(members, repetitions);
    const distances = clusters.map((other, i) => ({
      id: sides[centres[i]!]!.code,
      divergence: i === own ? Infinity : meanBetween(divergences, members, other),
    }));
    const codes = members.map((i) => sides[i]!.code);
    return {
      id: code,
      name: [name, named.map(({ title }) => title).join('; ')].filter(Boolean).join(': '),
      members: members.map((i, m) => ({
        code: sides[i]!.code,
        name: sides[i]!.name,
        ...(sides[i]!.actor ? { actor: true } : {}),
        silhouette: widths[i]!,
        stays: stays[m] ?? null,
      })),
      ...spread,
      nearest: distances.reduce((best, each) => (each.divergence < best.divergence ? each : best)),
      cohesion:
        members.length > 1
          ? cohesionOf(evidenceOfSides(evidence, sides), { code, name, members: codes })
          : null,
      topics: described,
      setApartBy: named.map(({ id }) => id),
      stability,
    };
  });
  return {
    schema: 'align/blocs@1',
    countries: tree.order.map((i) => sideLabel(sides[i]!)),
    ...group,
    k,
    chosenBy: asked === undefined ? 'silhouette' : 'asked',
    silhouette: meanSilhouette(widths),
    silhouettes,
    blocs,
    merges: tree.merges,
    stability: describeStability(repetitions, leaveOut),
  };
}
