import type { Atlas } from '../../countries/resolve.ts';
import { decidePosition, isOrdered } from '../codings.ts';
import type { CountryCode } from '../model.ts';
import type { CatalogFile } from '../schema.ts';
import type { Path } from '../locate.ts';
import type { Scale } from '../../results/inventory.ts';
import type { CodingRule } from '../../results/vocabulary.ts';

type IssueFile = NonNullable<CatalogFile['issues']>[number];
type PositionFile = NonNullable<IssueFile['positions']>[string];
type GroupFile = NonNullable<CatalogFile['groups']>[string];
export type StanceFile = Extract<PositionFile, { stance?: string | undefined }>;
export type CodingFile = NonNullable<StanceFile['codings']>[number];

/** The code of the country that a name means; `undefined` where it means none, or several. */
export function codeOf(atlas: Atlas, name: string): CountryCode | undefined {
  const resolution = atlas.resolve(name);
  return resolution.kind === 'found' ? resolution.country.code : undefined;
}

/** Whether a name is the id of an actor that the catalog declares. */
export function isActor({ actors = {} }: Pick<CatalogFile, 'actors'>, name: string): boolean {
  return Object.hasOwn(actors, name);
}

/** Who holds a position under a name: an actor of the catalog by its id, else the country that the name means. */
export function holderOf(
  { file, atlas }: { readonly file: CatalogFile; readonly atlas: Atlas },
  name: string,
): CountryCode | undefined {
  return isActor(file, name) ? name : codeOf(atlas, name);
}

/** The scale that an issue is on, if there is one of that name. */
export function scaleOf(
  { scale, votes }: Pick<IssueFile, 'scale' | 'votes'>,
  scales: Readonly<Record<string, Scale>>,
): Scale | undefined {
  const id = scale ?? (votes ? 'vote' : 'stance5');
  return Object.hasOwn(scales, id) ? scales[id] : undefined;
}

/** Which position counts where coders part on one of the issue. */
export function ruleOf(
  { codingRule }: Pick<IssueFile, 'codingRule'>,
  file: Pick<CatalogFile, 'codingRule'>,
): CodingRule {
  return codingRule ?? file.codingRule ?? 'median';
}

/** The label that counts of a stance, written or coded; `undefined` where nothing decides, or off the scale. */
export function labelOf(
  { stance, codings = [] }: StanceFile,
  scale: Scale,
  rule: CodingRule,
): string | undefined {
  if (codings.length === 0 || stance !== undefined) return stance;
  const categories = codings.map((coding) => scale.labels.indexOf(coding.stance));
  if (categories.includes(-1)) return undefined;
  const { category } = decidePosition(categories, { rule, ordered: isOrdered(scale) });
  return category === undefined ? undefined : scale.labels[category];
}

/** A country named in a catalog, and where. */
export interface CountryMention {
  /** The days for which it is named; two mentions in one slot may not share any. */
  readonly during?: { readonly from?: string | undefined; readonly to?: string | undefined };
  readonly name: string;
  readonly path: Path;
  readonly part: 'key' | 'value';
  /** Whether an actor of the catalog may stand here as well. */
  readonly orActor?: boolean;
  /** Mentions with the same slot must name different countries, or different days. */
  readonly slot?: string;
}

function listed(value: string | readonly string[] | undefined, path: Path): CountryMention[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return [{ name: value, path, part: 'value' }];
  return value.map((name, i) => ({ name, path: [...path, i], part: 'value' as const }));
}

function withSlot(mentions: readonly CountryMention[], slot: string): CountryMention[] {
  return mentions.map((mention) => ({ ...mention, slot }));
}

/** The members of a bloc, dated ones with their days. */
export function membersOf(id: string, group: GroupFile): readonly CountryMention[] {
  const isList = Array.isArray(group);
  const path = isList ? ['groups', id] : ['groups', id, 'members'];
  const mentions = (isList ? group : group.members).flatMap((member, i) =>
    typeof member === 'string'
      ? listed(member, [...path, i])
      : Object.entries(member).map(([name, during]) => ({
          name,
          path: [...path, i, name],
          part: 'key' as const,
          during,
        })),
  );
  return withSlot(mentions, `group ${id}`);
}

/** Every place where a catalog names a country, or an actor that stands where one can. */
export function* countryMentions(file: CatalogFile): Generator<CountryMention> {
  for (const [id, group] of Object.entries(file.groups ?? {})) yield* membersOf(id, group);
  for (const [i, issue] of (file.issues ?? []).entries()) {
    for (const name of Object.keys(issue.positions ?? {}))
      yield {
        name,
        path: ['issues', i, 'positions', name],
        part: 'key',
        orActor: true,
        slot: `the positions of ${issue.id}`,
      };
    for (const [choice, names] of Object.entries(issue.votes ?? {}))
      yield* withSlot(listed(names, ['issues', i, 'votes', choice]), `the votes of ${issue.id}`);
    const submitters = issue.vote?.submitters;
    if (submitters !== 'president')
      yield* withSlot(
        listed(submitters, ['issues', i, 'vote', 'submitters']),
        `the submitters of ${issue.id}`,
      );
    for (const [c, entry] of (issue.coordination ?? []).entries())
      yield* withSlot(
        listed(entry.between, ['issues', i, 'coordination', c, 'between']).map((mention) => ({
          ...mention,
          orActor: true,
        })),
        `coordination ${c + 1} of ${issue.id}`,
      );
  }
  for (const [i, event] of (file.interactions ?? []).entries()) {
    for (const role of ['between', 'actor', 'target'] as const)
      yield* withSlot(listed(event[role], ['interactions', i, role]), `${role} of ${event.id}`);
  }
}

/** The stances written for one country: one, or dated ones. */
export function stancesOf(position: PositionFile): readonly StanceFile[] {
  if (typeof position === 'string') return [{ stance: position }];
  return Array.isArray(position) ? position : [position];
}

/** Every stance of an issue with its place. */
export function* stancesWithPath(
  issue: IssueFile,
  issueIndex: number,
): Generator<{ readonly country: string; readonly stance: StanceFile; readonly path: Path }> {
  for (const [country, position] of Object.entries(issue.positions ?? {})) {
    const path = ['issues', issueIndex, 'positions', country];
    for (const [i, stance] of stancesOf(position).entries())
      yield { country, stance, path: Array.isArray(position) ? [...path, i] : path };
  }
}

/** Every coding of an issue with its place. */
export function* codingsWithPath(
  issue: IssueFile,
  issueIndex: number,
): Generator<{ readonly country: string; readonly coding: CodingFile; readonly path: Path }> {
  for (const { country, stance, path } of stancesWithPath(issue, issueIndex))
    for (const [c, coding] of (stance.codings ?? []).entries())
      yield { country, coding, path: [...path, 'codings', c] };
}

/** Every list of source ids with its place. */
export function* sourceLists(
  file: CatalogFile,
): Generator<{ readonly ids: readonly string[]; readonly path: Path }> {
  for (const [id, group] of Object.entries(file.groups ?? {})) {
    if (!Array.isArray(group) && group.sources)
      yield { ids: group.sources, path: ['groups', id, 'sources'] };
  }
  for (const [id, actor] of Object.entries(file.actors ?? {})) {
    if (typeof actor !== 'string' && actor.sources)
      yield { ids: actor.sources, path: ['actors', id, 'sources'] };
  }
  for (const [i, issue] of (file.issues ?? []).entries()) {
    if (issue.sources) yield { ids: issue.sources, path: ['issues', i, 'sources'] };
    for (const { stance, path } of stancesWithPath(issue, i))
      if (stance.sources) yield { ids: stance.sources, path: [...path, 'sources'] };
    for (const { coding, path } of codingsWithPath(issue, i))
      if (coding.sources) yield { ids: coding.sources, path: [...path, 'sources'] };
    for (const [c, entry] of (issue.coordination ?? []).entries())
      if (entry.sources)
        yield { ids: entry.sources, path: ['issues', i, 'coordination', c, 'sources'] };
  }
  for (const [i, event] of (file.interactions ?? []).entries())
    if (event.sources) yield { ids: event.sources, path: ['interactions', i, 'sources'] };
  for (const [i, record] of (file.rollCalls ?? []).entries())
    if (record.sources) yield { ids: record.sources, path: ['rollCalls', i, 'sources'] };
  for (const [i, source] of (file.events ?? []).entries())
    if (source.sources) yield { ids: source.sources, path: ['events', i, 'sources'] };
}
