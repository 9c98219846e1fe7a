import { withoutCopies } from '../catalog/clashes.ts';
import type { Catalog, Interaction, Issue } from '../catalog/model.ts';
import { keptApart } from '../catalog/keep-apart.ts';
import { hintFor } from '../catalog/nearest.ts';
import { isMembership } from '../catalog/scales.ts';
import { UserError } from '../errors.ts';
import type { Evidence, PositionsHeld, SelectionFilter } from './evidence.ts';
import { issueFilter } from './issue-filter.ts';
import {
  confidenceRank,
  type Entry,
  type InForce,
  openPositions,
  type RecordedVotes,
  stanceFinder,
  stancesInForce,
} from './position-table.ts';
import type { Source } from '../results/parts.ts';

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
  const own = keptApart(first, known);
  if (own.length > 0)
    throw new UserError(`the ${what} "${first}" is another one in each of ${own.length} catalogs`, {
      hint: `say which: ${own.join(', ')}`,
    });
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

type Numbered = Entry & { readonly selected: { index: number } };

function positionsHeld(entries: Numbered[], inForce: InForce): PositionsHeld {
  entries.sort((x, y) => byDate(x.selected.issue, y.selected.issue));
  entries.forEach(({ selected }, i) => (selected.index = i));
  const positions = openPositions(entries, inForce);
  return {
    issues: entries.map(({ selected }) => selected),
    positions,
    stance: stanceFinder(entries, positions, inForce),
  };
}

/**
 * Gathers the evidence a question is asked of: the issues that pass the filter and every country's and
 * actor's position on them, as of the end of the period.
 *
 * Memberships are kept apart. A catalog that is named twice counts once. A stance coded with less confidence than asked for is passed over; a country that has none left, or
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
  // Sums go by scale: their last digit must not hang on the order in which catalogs are named.
  const scales = Object.values(scaleTable).sort((x, y) => (x.id < y.id ? -1 : 1));
  const scaleIndex = new Map(scales.map(({ id }, i) => [id, i]));

  const accepts = issueFilter(filter);
  const { from: _begun, ...asOfEnd } = filter;
  const acceptsMembership = filter.withMemberships ? accepts : issueFilter(asOfEnd);
  const entries: Numbered[] = [];
  const memberships: Numbered[] = [];
  const add = (issue: Issue, catalog: string, row: number, record?: RecordedVotes) => {
    const scale = scaleIndex.get(issue.scale);
    if (scale === undefined) throw new Error(`issue ${issue.id} has no scale ${issue.scale}`);
    const among = isMembership(issue) && !filter.withMemberships ? memberships : entries;
    const selected: Numbered['selected'] = record
      ? { issue, catalog, scale, index: 0, ofRecord: true }
      : { issue, catalog, scale, index: 0 };
    among.push({ selected, record, row });
  };
  for (const { id, issues } of catalogs)
    issues.forEach((issue, row) => {
      if (isMembership(issue) ? acceptsMembership(issue) : accepts(issue)) add(issue, id, row);
    });
  for (const record of records)
    record.issues.forEach((issue, row) => {
      if (filter.accepts?.(issue) ?? true) add(issue, record.catalog, row, record);
    });
  const inForce = stancesInForce(filter);
  let sources: ReadonlyMap<string, Source> | undefined;
  return {
    catalogs: catalogs.map(({ id, title, short, version, sha256, coders, package: origin }) => ({
      id,
      title,
      short,
      version,
      sha256,
      ...(coders ? { coders } : {}),
      ...(origin ? { package: origin } : {}),
    })),
    asked: filter,
    ...positionsHeld(entries, inForce),
    memberships: positionsHeld(memberships, inForce),
    scales,
    topics,
    actors: mergeById(catalogs, ({ actors }) => actors),
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
    eventSums: [],
  };
}
