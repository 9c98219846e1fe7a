import type { Dyad } from '../../evidence/dyad.ts';
import type { Evidence, SelectionFilter } from '../../evidence/evidence.ts';
import type { ScoreSettings } from '../../question/score-settings.ts';
import type { Fact, FactData, FactKind, Mention } from './explanation.ts';
import { groupTexts, mentionOf, type TellingIssue, unique } from './mentions.ts';
import type { ScoreResult } from '../../results/score.ts';

/** What all facts are drawn from. */
export interface Basis {
  readonly evidence: Evidence;
  readonly dyad: Dyad;
  readonly score: ScoreResult;
  readonly settings: ScoreSettings;
  readonly selection: Pick<SelectionFilter, 'to' | 'minConfidence'>;
  /** The joint issues, those most worth naming first. */
  readonly issues: readonly TellingIssue[];
  /** The same by topic, in each of theirs. */
  readonly byTopic: ReadonlyMap<string, readonly TellingIssue[]>;
}

export interface FactBasis {
  readonly issues?: readonly string[];
  readonly interactions?: readonly string[];
  readonly sources: readonly string[];
}

/** A fact; its id is its kind unless there may be several. */
export function fact<K extends FactKind>(
  kind: K,
  data: FactData[K],
  { issues = [], interactions = [], sources }: FactBasis,
  id: string = kind,
): Fact {
  return { id, kind, data, issues, interactions, sources: unique(sources) } as Fact;
}

/** The sources of many issues, those that most of them rest on first. */
export function commonSources(issues: readonly TellingIssue[]): readonly string[] {
  const lists = new Map<readonly string[], number>();
  for (const { sources } of issues) lists.set(sources, (lists.get(sources) ?? 0) + 1);
  const counts = new Map<string, number>();
  for (const [sources, n] of lists)
    for (const id of sources) counts.set(id, (counts.get(id) ?? 0) + n);
  return [...counts].sort(([x, m], [y, n]) => n - m || (x < y ? -1 : 1)).map(([id]) => id);
}

export const idsOf = (issues: readonly { readonly id: string }[]) => issues.map(({ id }) => id);

/** What facts about mentions rest on. */
export function mentioned(mentions: readonly Mention[]): FactBasis {
  return {
    issues: mentions.flatMap(({ issues }) => issues),
    sources: mentions.flatMap(({ sources }) => sources),
  };
}

/** Mentions of the issues, a text that comes back in one; in the order of the first issue of each, `most` of them at most. */
export function mention(
  { evidence, dyad }: Basis,
  issues: readonly TellingIssue[],
  most: number,
): readonly Mention[] {
  return groupTexts(evidence, issues)
    .slice(0, most)
    .map((group) => mentionOf(evidence, dyad, group));
}

/** Mentions of the texts that came back most often, ties by title. */
export function mentionCommonest(
  { evidence, dyad }: Basis,
  issues: readonly TellingIssue[],
  most: number,
): readonly Mention[] {
  const groups = groupTexts(evidence, issues)
    .filter(({ length }) => length > 1)
    .toSorted((x, y) => y.length - x.length);
  // Only among those as common as the last that is named does the title decide.
  const least = groups[most - 1]?.length ?? 0;
  return groups
    .filter(({ length }) => length >= least)
    .map((group) => mentionOf(evidence, dyad, group))
    .sort((x, y) => y.n - x.n || (x.title < y.title ? -1 : x.title > y.title ? 1 : 0))
    .slice(0, most);
}
