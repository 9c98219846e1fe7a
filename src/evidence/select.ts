import type { Catalog, Interaction, Issue, Scale, Source } from '../catalog/model.ts';
import { withoutCopies } from '../catalog/copies.ts';
import { hintFor } from '../catalog/nearest.ts';
import { UserError } from '../errors.ts';
import type { Evidence, SelectionFilter } from './evidence.ts';
import { issueFilter } from './issue-filter.ts';
import {
  confidenceRank,
  type Entry,
  openPositions,
  type RecordedVotes,
  stanceFinder,
  stancesInForce,
} from './position-table.ts';

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

/** By first day, then id. */
function byDate(x: Issue | Interaction, y: Issue | Interaction): number {
  if (x.date.from !== y.date.from) return x.date.from < y.date.from ? -1 : 1;
  return x.id < y.id ? -1 : 1;
}

/**
 * Gathers the evidence a question is asked of: the issues that pass the filter and every country's
 * position on them, as of the end of the period.
 *
 * A catalog that is named twice counts once. A stance coded with less confidence than asked for is passed over; a country that has none left, or
 * took its first one later, is missing.
 *
 * @throws UserError (usage) if the filter names a topic or issue that no catalog has
 */
export function selectEvidence(
  named: readonly Catalog[],
  records: readonly RecordedVotes[],
  filter: SelectionFilter,
): Evidence {
  const catalogs = withoutCopies(named);
  const topics = mergeById(catalogs, ({ topics: own }) => own);
  checkNames(filter.topics, Object.keys(topics), 'topic');
  if (filter.issues)
    checkNames(
      filter.issues,
      [
        ...[...catalogs, ...records].flatMap(({ issues }) => issues.map(({ id }) => id)),
        ...records.flatMap(({ ids }) => ids?.() ?? []),
      ],
      'issue',
    );

  const scaleTable = mergeById(catalogs, ({ scales }) => scales);
  const scales: Scale[] = Object.values(scaleTable);
  const scaleIndex = new Map(scales.map(({ id }, i) => [id, i]));

  const accepts = issueFilter(filter);
  const entries: (Entry & { selected: { index: number } })[] = [];
  const add = (issue: Issue, catalog: string, row: number, record?: RecordedVotes) => {
    const scale = scaleIndex.get(issue.scale);
    if (scale === undefined) throw new Error(`issue ${issue.id} has no scale ${issue.scale}`);
    entries.push({ selected: { issue, catalog, scale, index: 0 }, record, row });
  };
  for (const { id, issues } of catalogs)
    issues.forEach((issue, row) => {
      if (accepts(issue)) add(issue, id, row);
    });
  for (const record of records)
    record.issues.forEach((issue, row) => {
      if (filter.accepts?.(issue) ?? true) add(issue, record.catalog, row, record);
    });
  entries.sort((x, y) => byDate(x.selected.issue, y.selected.issue));
  entries.forEach(({ selected }, i) => (selected.index = i));

  const inForce = stancesInForce(filter);
  const positions = openPositions(entries, inForce);
  let sources: ReadonlyMap<string, Source> | undefined;
  return {
    catalogs: catalogs.map(({ id, title, short, version, sha256 }) => ({
      id,
      title,
      short,
      version,
      sha256,
    })),
    asked: filter,
    issues: entries.map(({ selected }) => selected),
    scales,
    positions,
    topics,
    get sources() {
      return (sources ??= new Map(catalogs.flatMap((each) => Object.entries(each.sources))));
    },
    interactions: catalogs
      .flatMap(({ interactions }) => interactions)
      .filter(
        ({ date, confidence }) =>
          confidenceRank[confidence] >= confidenceRank[filter.minConfidence] &&
          (filter.from === undefined || date.to >= filter.from) &&
          (filter.to === undefined || date.from <= filter.to),
      )
      .sort(byDate),
    stance: stanceFinder(entries, positions, inForce),
  };
}
