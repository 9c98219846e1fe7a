import type {
  Catalog,
  Confidence,
  CountryCode,
  Issue,
  Scale,
  Source,
  Stance,
} from '../catalog/model.ts';
import { hintFor } from '../catalog/nearest.ts';
import { forEachPosition, stancesOf } from '../catalog/packed.ts';
import { UserError } from '../errors.ts';
import {
  ABSENT,
  type Evidence,
  MISSING,
  type SelectedIssue,
  type SelectionFilter,
} from './evidence.ts';

/** The selected roll calls of a record, as issues without positions of their own. */
export interface RecordedVotes {
  readonly catalog: string;
  readonly issues: readonly Issue[];
  /** Category index on the scale `vote`, `MISSING` or `ABSENT`, parallel to `issues`. */
  readonly votes: ReadonlyMap<CountryCode, Int8Array>;
  readonly sources: readonly string[];
}

const rank: Readonly<Record<Confidence, number>> = { low: 0, medium: 1, high: 2 };

/** The stance in force at the end of the period: the last one taken by then. */
function stanceInForce(stances: readonly Stance[], to: string | undefined): Stance | undefined {
  if (to === undefined) return stances.at(-1);
  return stances.findLast(({ from }) => from === undefined || from <= to);
}

/** A test of names against a pattern with `*` and `?`, as in file names; case does not matter. */
export function globMatcher(pattern: string): (name: string) => boolean {
  const escaped = pattern.replaceAll(/[\\^$.|+()[\]{}]/g, String.raw`\$&`);
  const expression = new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i');
  return (name) => expression.test(name);
}

function isUnanimous(issue: Issue): boolean {
  const cast = Object.values(issue.positions)
    .map((stances) => stances.at(-1)?.category)
    .filter((category) => typeof category === 'number');
  return new Set(cast).size <= 1;
}

/** Whether an issue of a catalog is in the selection; ballots obey the roll-call filter too. */
function issueFilter(filter: SelectionFilter): (issue: Issue) => boolean {
  const { sessions, important, noParagraphs, noAmendments, noUnanimous, resolution } =
    filter.rollCalls;
  const matches = resolution === undefined ? undefined : globMatcher(resolution);
  const tests: ((issue: Issue) => boolean)[] = [];
  const { topics, issues, from, to } = filter;
  if (topics) tests.push((issue) => issue.topics.some((topic) => topics.includes(topic)));
  if (issues) tests.push(({ id }) => issues.includes(id));
  if (from !== undefined) tests.push(({ date }) => date.to >= from);
  if (to !== undefined) tests.push(({ date }) => date.from <= to);
  if (matches) tests.push(({ vote }) => vote !== undefined && matches(vote.resolution));
  if (important) tests.push(({ vote }) => vote?.important === true);
  if (sessions)
    tests.push(({ vote }) => {
      const session = vote?.session;
      return session !== undefined && session >= sessions[0] && session <= sessions[1];
    });
  if (noParagraphs) tests.push(({ vote }) => vote?.on !== 'paragraph');
  if (noAmendments) tests.push(({ vote }) => vote?.on !== 'amendment');
  if (noUnanimous) tests.push((issue) => issue.vote === undefined || !isUnanimous(issue));
  if (filter.accepts) tests.push(filter.accepts);
  return (issue) => tests.every((test) => test(issue));
}

function mergeById<T>(
  catalogs: readonly Catalog[],
  pick: (catalog: Catalog) => Readonly<Record<string, T>>,
): Record<string, T> {
  return Object.assign({}, ...catalogs.map(pick)) as Record<string, T>;
}

function checkNames(
  asked: readonly string[] | undefined,
  known: readonly string[],
  what: string,
): void {
  const unknown = (asked ?? []).filter((name) => !known.includes(name));
  const [first] = unknown;
  if (first === undefined) return;
  throw new UserError(
    `no ${what} is called ${unknown.map((name) => `"${name}"`).join(', ')} in the catalogs loaded`,
    { hint: `${hintFor(first, known)}; align list ${what}s shows them` },
  );
}

/**
 * Gathers the evidence a question is asked of: the issues that pass the filter and every country's
 * position on them, as of the end of the period.
 *
 * A stance coded with less confidence than asked for is passed over; a country that has none left, or
 * took its first one later, is missing.
 *
 * @throws UserError (usage) if the filter names a topic or issue that no catalog has
 */
export function selectEvidence(
  catalogs: readonly Catalog[],
  records: readonly RecordedVotes[],
  filter: SelectionFilter,
): Evidence {
  const topics = mergeById(catalogs, ({ topics: own }) => own);
  checkNames(filter.topics, Object.keys(topics), 'topic');
  if (filter.issues)
    checkNames(
      filter.issues,
      [...catalogs, ...records].flatMap(({ issues }) => issues.map(({ id }) => id)),
      'issue',
    );

  const scaleTable = mergeById(catalogs, ({ scales }) => scales);
  const scales: Scale[] = Object.values(scaleTable);
  const scaleIndex = new Map(scales.map(({ id }, i) => [id, i]));

  const accepts = issueFilter(filter);
  const entries: {
    selected: SelectedIssue & { index: number };
    record?: RecordedVotes;
    row: number;
  }[] = [];
  const add = (issue: Issue, catalog: string, row: number, record?: RecordedVotes) => {
    const scale = scaleIndex.get(issue.scale);
    if (scale === undefined) throw new Error(`issue ${issue.id} has no scale ${issue.scale}`);
    entries.push({
      selected: { issue, catalog, scale, index: 0 },
      row,
      ...(record ? { record } : {}),
    });
  };
  for (const { id, issues } of catalogs)
    for (const [row, issue] of issues.entries()) if (accepts(issue)) add(issue, id, row);
  for (const record of records)
    for (const [row, issue] of record.issues.entries())
      if (filter.accepts?.(issue) ?? true) add(issue, record.catalog, row, record);
  entries.sort((x, y) => {
    const [p, q] = [x.selected.issue, y.selected.issue];
    if (p.date.from !== q.date.from) return p.date.from < q.date.from ? -1 : 1;
    return p.id < q.id ? -1 : 1;
  });
  for (const [i, { selected }] of entries.entries()) selected.index = i;

  const positions = new Map<CountryCode, Int8Array>();
  const rowOf = (country: CountryCode) => {
    let row = positions.get(country);
    if (!row) positions.set(country, (row = new Int8Array(entries.length).fill(MISSING)));
    return row;
  };
  const least = rank[filter.minConfidence];
  const inForce = (stances: readonly Stance[] | undefined) =>
    stances &&
    stanceInForce(
      least === rank.low ? stances : stances.filter(({ confidence }) => rank[confidence] >= least),
      filter.to,
    );
  for (const [i, { selected, record }] of entries.entries()) {
    if (record) continue;
    let stances: readonly Stance[] | undefined;
    let stance: Stance | undefined;
    forEachPosition(selected.issue, (country, held) => {
      if (held !== stances) stance = inForce((stances = held));
      if (stance) rowOf(country)[i] = stance.category ?? ABSENT;
    });
  }
  for (const record of records) {
    const places = entries.flatMap((entry, i) => (entry.record === record ? [[i, entry.row]] : []));
    for (const [country, votes] of record.votes) {
      const row = rowOf(country);
      for (const [i, from] of places) row[i as number] = votes[from as number] ?? MISSING;
    }
  }

  const recordOf = new Map(
    entries.flatMap(({ selected, record }) => (record ? [[selected, record] as const] : [])),
  );
  return {
    catalogs: catalogs.map(({ id, title, version, sha256 }) => ({ id, title, version, sha256 })),
    issues: entries.map(({ selected }) => selected),
    scales,
    countries: [...positions.keys()].sort(),
    positions,
    topics,
    sources: new Map<string, Source>(
      catalogs.flatMap((catalog) => Object.entries(catalog.sources)),
    ),
    interactions: catalogs
      .flatMap(({ interactions }) => interactions)
      .filter(
        ({ date, confidence }) =>
          rank[confidence] >= least &&
          (filter.from === undefined || date.to >= filter.from) &&
          (filter.to === undefined || date.from <= filter.to),
      )
      .sort((x, y) => (x.date.from + x.id < y.date.from + y.id ? -1 : 1)),
    stance: (country, selected) => {
      const record = recordOf.get(selected);
      if (!record) return inForce(stancesOf(selected.issue, country));
      const category = positions.get(country)?.[selected.index];
      if (category === undefined || category === MISSING) return undefined;
      return {
        category: category === ABSENT ? null : category,
        confidence: 'high',
        sources: record.sources,
      };
    },
  };
}
