import type { Catalog, Coding, Issue } from './model.ts';

/** What catalogs declare under ids of their own, and refer to by them. */
const kinds = ['topics', 'scales', 'sources', 'groups', 'actors'] as const;
type Kind = (typeof kinds)[number];

/** Kinds whose ids are looked up together, and must differ: a side is called by that of a group or an actor. */
const sides: readonly Kind[] = ['groups', 'actors'];

/** What makes two declarations the same thing: of a group its members, of an actor its name, of the others all of it. */
const contentsOf: {
  readonly [K in Kind]: (catalog: Catalog) => readonly (readonly [string, string])[];
} = {
  topics: ({ topics }) => Object.entries(topics),
  scales: ({ scales }) => Object.entries(scales).map(([id, scale]) => [id, JSON.stringify(scale)]),
  sources: ({ sources }) =>
    Object.entries(sources).map(([id, source]) => [id, JSON.stringify(source)]),
  groups: ({ groups }) =>
    Object.entries(groups).map(([id, { members }]) => [id, JSON.stringify(members)]),
  actors: ({ actors }) => Object.entries(actors).map(([id, { title }]) => [id, `actor ${title}`]),
};

/** Ids of a kind that catalogs give to different things, of its own or of a kind that it is looked up with. */
function clashing(catalogs: readonly Catalog[], kind: Kind): ReadonlySet<string> {
  const known = new Map<string, string>();
  const clashes = new Set<string>();
  const together = sides.includes(kind) ? sides : [kind];
  for (const [id, content] of catalogs.flatMap((each) =>
    together.flatMap((own) => contentsOf[own](each)),
  )) {
    if ((known.get(id) ?? content) !== content) clashes.add(id);
    known.set(id, content);
  }
  return clashes;
}

type Rename = (id: string) => string;

/** A catalog that refers to what it declares by other ids. */
function renamed(catalog: Catalog, rename: Readonly<Record<Kind, Rename>>): Catalog {
  const declared = <T>(own: Readonly<Record<string, T>>, by: Rename, change = (each: T) => each) =>
    Object.fromEntries(Object.entries(own).map(([id, each]) => [by(id), change(each)]));
  const identified =
    (by: Rename) =>
    <T extends { readonly id: string }>(each: T): T => ({ ...each, id: by(each.id) });
  const cited = <T extends { readonly sources: readonly string[] }>(each: T): T => ({
    ...each,
    sources: each.sources.map(rename.sources),
  });
  const coded = <T extends { readonly codings?: readonly Coding[] }>(each: T): T =>
    each.codings ? { ...each, codings: each.codings.map(cited) } : each;
  const issue = (each: Issue): Issue => ({
    ...cited(each),
    topics: each.topics.map(rename.topics),
    scale: rename.scales(each.scale),
    positions: declared(each.positions, rename.actors, (stances) =>
      stances.map((stance) => coded(cited(stance))),
    ),
    ...(each.undecided
      ? {
          undecided: each.undecided
            .map(coded)
            .map((one) => ({ ...one, country: rename.actors(one.country) })),
        }
      : {}),
    coordination: each.coordination.map((entry) => ({
      ...cited(entry),
      between: entry.between.map(rename.actors),
    })),
  });
  return {
    ...catalog,
    topics: declared(catalog.topics, rename.topics),
    scales: declared(catalog.scales, rename.scales, identified(rename.scales)),
    sources: declared(catalog.sources, rename.sources, identified(rename.sources)),
    groups: declared(catalog.groups, rename.groups, (group) =>
      identified(rename.groups)(cited(group)),
    ),
    actors: declared(catalog.actors, rename.actors, (actor) =>
      identified(rename.actors)(cited(actor)),
    ),
    issues: catalog.issues.map(issue),
    interactions: catalog.interactions.map(cited),
    rollCalls: catalog.rollCalls.map((file) => ({ ...cited(file), topicOf: rename.topics })),
    events: catalog.events.map(cited),
  };
}

/**
 * Catalogs that can be loaded together: where two give an id of a topic, scale, source, group or actor to different
 * things, each has its own one under `catalog/id`. The same thing under one id is shared. Catalogs without
 * such an id are the same objects.
 */
export function keepApart(catalogs: readonly Catalog[]): readonly Catalog[] {
  const clashes = Object.fromEntries(
    kinds.map((kind) => [kind, clashing(catalogs, kind)]),
  ) as Readonly<Record<Kind, ReadonlySet<string>>>;
  return catalogs.map((catalog) => {
    if (kinds.every((kind) => Object.keys(catalog[kind]).every((id) => !clashes[kind].has(id))))
      return catalog;
    const renaming =
      (kind: Kind): Rename =>
      (id) =>
        clashes[kind].has(id) ? `${catalog.id}/${id}` : id;
    return renamed(catalog, {
      topics: renaming('topics'),
      scales: renaming('scales'),
      sources: renaming('sources'),
      groups: renaming('groups'),
      actors: renaming('actors'),
    });
  });
}

/** Ids that several catalogs have of their own, under the part that they share. */
export function keptApart(id: string, known: readonly string[]): readonly string[] {
  return known.filter((each) => each.endsWith(`/${id}`)).sort();
}
