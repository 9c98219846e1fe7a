import { groupByEach } from '../group-by.ts';
import type { Evidence, PositionTable } from '../evidence/evidence.ts';
import type { Side } from '../evidence/side.ts';
import { MINIMUM_ISSUES } from '../measures/share-interval.ts';
import type { ScoreSettings } from '../question/score-settings.ts';
import type { BlocTopic } from '../results/blocs.ts';
import { cohesionOfVotes } from './cohesion-of-bloc.ts';
import { type Divergences, divergencesOf } from './divergences.ts';

/** Mean divergences of a bloc; `null` where no pair has one. */
export interface Spread {
  readonly within: number | null;
  readonly outside: number | null;
}

/** Mean of the pairs that have a divergence; `null` without any. */
function meanOfPairs(
  values: readonly Float64Array[],
  first: readonly number[],
  second: (place: number) => readonly number[],
): number | null {
  let [sum, n] = [0, 0];
  for (const [place, i] of first.entries())
    for (const j of second(place)) {
      const value = values[i]![j]!;
      if (Number.isNaN(value)) continue;
      sum += value;
      n++;
    }
  return n === 0 ? null : sum / n;
}

/** How far members are from each other and from all others, each pair counting the same. */
export function spreadOf({ values }: Divergences, members: readonly number[]): Spread {
  const own = new Set(members);
  const others = values.flatMap((_, i) => (own.has(i) ? [] : [i]));
  return {
    within: meanOfPairs(values, members, (place) => members.slice(place + 1)),
    outside: meanOfPairs(values, members, () => others),
  };
}

/** What others are further apart by than members; of one alone, how far apart they are. */
export function apartOf({ within, outside }: Spread): number | null {
  return outside === null ? null : outside - (within ?? 0);
}

/** Sides where countries stand: what a bloc among them holds is its own position, not its members'. */
function tableOf(sides: readonly Side[]): PositionTable {
  const rows = new Map(sides.map(({ code, categories }) => [code, categories]));
  return {
    get: (code) => rows.get(code),
    has: (code) => rows.has(code),
    countries: sides.map(({ code }) => code),
  };
}

/** Evidence in which the sides that were clustered are the countries. */
export function evidenceOfSides(evidence: Evidence, sides: readonly Side[]): Evidence {
  return { ...evidence, positions: tableOf(sides) };
}

/** One topic of the evidence with the divergences on it. */
export interface TopicDivergences {
  readonly id: string;
  readonly title: string;
  readonly evidence: Evidence;
  readonly divergences: Divergences;
}

/** The divergences within each topic: those of the same question with `-t` that topic. */
export function divergeByTopic(
  evidence: Evidence,
  sides: readonly Side[],
  settings: ScoreSettings,
): readonly TopicDivergences[] {
  const { topicsAsked } = settings.weighting;
  return [...groupByEach(evidence.issues, ({ issue }) => issue.topics)]
    .filter(([id]) => topicsAsked?.includes(id) ?? true)
    .map(([id, issues]) => {
      const own = { ...evidence, issues };
      const weighting = { ...settings.weighting, topicsAsked: [id] };
      const divergences = divergencesOf(own, sides, { ...settings, weighting });
      return { id, title: evidence.topics[id] ?? id, evidence: own, divergences };
    });
}

/** How a bloc stands on each topic, those that set it apart most first, then by id. */
export function describeTopics(
  topics: readonly TopicDivergences[],
  members: readonly number[],
): readonly BlocTopic[] {
  return topics
    .map(({ id, title, evidence, divergences }): BlocTopic => {
      const { sides } = divergences;
      const spread = spreadOf(divergences, members);
      const codes = members.map((i) => sides[i]!.code);
      const votes =
        members.length > 1 ? cohesionOfVotes(evidenceOfSides(evidence, sides), codes) : null;
      return {
        id,
        title,
        issues: evidence.issues.length,
        ...spread,
        apart: apartOf(spread),
        agreementIndex: votes?.agreementIndex ?? null,
      };
    })
    .sort((x, y) => (y.apart ?? -Infinity) - (x.apart ?? -Infinity) || (x.id < y.id ? -1 : 1));
}

const mostNamed = 3;

/** The topics, of enough issues, that set a bloc apart more than the whole selection does. */
export function setApart(topics: readonly BlocTopic[], whole: Spread): readonly BlocTopic[] {
  const usual = apartOf(whole) ?? Infinity;
  return topics
    .filter(({ apart, issues }) => (apart ?? 0) > usual && issues >= MINIMUM_ISSUES)
    .slice(0, mostNamed);
}
