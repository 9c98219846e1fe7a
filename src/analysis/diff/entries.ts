import type { Catalog, Coordination, Group, Interaction, Issue } from '../../catalog/model.ts';
import type { SelectedIssue } from '../../evidence/evidence.ts';
import { type Entry, facetsOf } from './facets.ts';

/** Entries of catalogs by id, as they are compared: all that an author writes, and nothing that follows from it. */
export type Entries = ReadonlyMap<string, Entry>;

function collect<T>(
  catalogs: readonly Catalog[],
  pick: (catalog: Catalog) => Iterable<readonly [id: string, entry: T]>,
  describe: (entry: T) => Entry,
): Entries {
  return new Map(
    catalogs.flatMap((each) =>
      [...pick(each)].map(([id, entry]) => [id, describe(entry)] as const),
    ),
  );
}

export function catalogEntries(catalogs: readonly Catalog[]): Entries {
  return collect(
    catalogs,
    (each) => [[each.id, each]],
    ({ title, short, version, description, coding, coders, license, rollCalls }) => {
      const records = Object.fromEntries(
        rollCalls.map(({ id, body, sources }) => [id, { body, sources }]),
      );
      const about = { title, short, version, description, coding, coders, license };
      const facets = { ...about, rollCalls: records };
      return { title, facets: facetsOf(facets) };
    },
  );
}

export function topicEntries(catalogs: readonly Catalog[]): Entries {
  return collect(
    catalogs,
    ({ topics }) => Object.entries(topics),
    (title) => ({ title, facets: facetsOf({ title }) }),
  );
}

export function scaleEntries(catalogs: readonly Catalog[]): Entries {
  return collect(
    catalogs,
    ({ scales }) => Object.entries(scales),
    ({ id, ...scale }) => ({ title: id, facets: facetsOf(scale) }),
  );
}

export function sourceEntries(catalogs: readonly Catalog[]): Entries {
  return collect(
    catalogs,
    ({ sources }) => Object.entries(sources),
    ({ id: _, ...source }) => ({ title: source.title, facets: facetsOf(source) }),
  );
}

function describeBloc({ title, members, note, sources }: Group): Entry {
  const spans = members.map(({ country, from, to }) => [
    country,
    from === undefined && to === undefined ? 'member' : `${from ?? ''}/${to ?? ''}`,
  ]);
  return {
    title,
    facets: facetsOf({ title, note, members: Object.fromEntries(spans), sources }),
  };
}

export function blocEntries(catalogs: readonly Catalog[]): Entries {
  return collect(catalogs, ({ groups }) => Object.entries(groups), describeBloc);
}

export function actorEntries(catalogs: readonly Catalog[]): Entries {
  return collect(
    catalogs,
    ({ actors }) => Object.entries(actors),
    ({ id: _, ...actor }) => ({ title: actor.title, facets: facetsOf(actor) }),
  );
}

function byPair(coordination: readonly Coordination[]) {
  return Object.fromEntries(
    coordination.map(({ between, ...how }) => [between.toSorted().join('-'), how]),
  );
}

/** An issue without its positions. Those of records read their words one by one, as these are. */
function describeIssue(issue: Issue, catalog: string): Entry {
  const { title, series, question, note, topics, dateLabel, scale, weight, vote, codingRule } =
    issue;
  return {
    title,
    facets: facetsOf({
      title,
      catalog,
      series,
      question,
      note,
      topic: topics,
      date: dateLabel,
      scale,
      weight,
      codingRule: codingRule === 'median' ? undefined : codingRule,
      vote,
      coordination: byPair(issue.coordination),
      sources: issue.sources,
    }),
  };
}

export function issueEntries(issues: readonly SelectedIssue[]): Entries {
  return new Map(
    issues.map(({ issue, catalog }) => [issue.id, describeIssue(issue, catalog)] as const),
  );
}

export function interactionEntries(interactions: readonly Interaction[]): Entries {
  return new Map(
    interactions.map(({ id, date: _, dateLabel, ...rest }) => [
      id,
      { title: rest.title, facets: facetsOf({ ...rest, date: dateLabel }) },
    ]),
  );
}
