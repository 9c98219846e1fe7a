import { type Held, heldOn, placeHeld, stancesOf } from '../bundle/packed.ts';
import { groupBy } from '../group-by.ts';
import type { CountryCode, Issue, Stance } from '../catalog/model.ts';
import {
  ABSENT,
  type Evidence,
  MISSING,
  type PositionTable,
  type SelectedIssue,
  type SelectionFilter,
} from './evidence.ts';
import type { Confidence } from '../results/vocabulary.ts';

/** The selected roll calls of a record, as issues without positions of their own. */
export interface RecordedVotes {
  readonly catalog: string;
  readonly issues: readonly Issue[];
  /** Category index on the scale `vote`, `MISSING` or `ABSENT`, parallel to `issues`: a map, or what is asked like one. */
  readonly votes: Pick<ReadonlyMap<CountryCode, Int8Array>, 'get' | 'keys'>;
  readonly sources: readonly string[];
  /** Ids of all roll calls of the record, selected or not. */
  readonly ids?: () => readonly string[];
}

/** An issue of the selection, and where its positions are: in its catalog, or in a row of a record. */
export interface Entry {
  readonly selected: SelectedIssue;
  readonly record: RecordedVotes | undefined;
  readonly row: number;
}

export const confidenceRank: Readonly<Record<Confidence, number>> = { low: 0, medium: 1, high: 2 };

export type InForce = (stances: readonly Stance[]) => Stance | undefined;

/**
 * Finds the stance in force at the end of the period: the last one taken by then, passing over those
 * coded with less confidence than asked for.
 */
export function stancesInForce({ minConfidence, to }: SelectionFilter): InForce {
  const least = confidenceRank[minConfidence];
  return (stances) =>
    stances.findLast(
      ({ confidence, from }) =>
        confidenceRank[confidence] >= least &&
        (to === undefined || from === undefined || from <= to),
    );
}

function categoryOf(stance: Stance | undefined): number {
  return stance ? (stance.category ?? ABSENT) : MISSING;
}

/** The positions on one issue of a catalog. */
interface Column extends Pick<Held, 'countries' | 'holders'> {
  /** Index of the issue. */
  readonly i: number;
  /** What each of the stances counts as, none at all first. */
  readonly categories: Int8Array;
}

function columnOf(i: number, { stances, ...held }: Held, inForce: InForce): Column {
  const categories = stances.map((own) => categoryOf(inForce(own)));
  return { i, ...held, categories: Int8Array.of(MISSING, ...categories) };
}

/** Fills in the positions of a country, by its place among those of a catalog. */
function fillRow(row: Int8Array, columns: readonly Column[], country: number): void {
  for (const { i, categories, holders } of columns)
    row[i] = categories[placeHeld(holders, country) + 1]!;
}

/** Positions of each country, parallel to the entries: its row is made when it is first asked for. */
export function openPositions(entries: readonly Entry[], inForce: InForce): PositionTable {
  // Issues of one catalog share their countries.
  const columns = groupBy(
    entries.flatMap(({ selected, record }, i) =>
      record ? [] : [columnOf(i, heldOn(selected.issue), inForce)],
    ),
    ({ countries }) => countries,
  );
  const records = groupBy(
    entries.filter(({ record }) => record !== undefined),
    ({ record }) => record!,
  );
  // Of each record, which issues are which of its rows.
  const places = [...records].map(([record, own]) => ({
    votesOf: record.votes,
    issues: Int32Array.from(own, ({ selected }) => selected.index),
    rows: Int32Array.from(own, ({ row }) => row),
  }));
  const makeRow = (country: CountryCode): Int8Array | undefined => {
    const row = new Int8Array(entries.length).fill(MISSING);
    for (const [countries, own] of columns) {
      const place = countries.indexOf(country);
      if (place >= 0) fillRow(row, own, place);
    }
    for (const { votesOf, issues, rows } of places) {
      const votes = votesOf.get(country);
      if (votes === undefined) continue;
      for (let i = 0; i < issues.length; i++) row[issues[i]!] = votes[rows[i]!]!;
    }
    return row.every((category) => category === MISSING) ? undefined : row;
  };
  const rows = new Map<CountryCode, Int8Array | undefined>();
  const get = (country: CountryCode): Int8Array | undefined => {
    if (!rows.has(country)) rows.set(country, makeRow(country));
    return rows.get(country);
  };
  const has = (country: CountryCode) => get(country) !== undefined;
  let countries: readonly CountryCode[] | undefined;
  return {
    get,
    has,
    get countries() {
      const voters = [...records.keys()].flatMap(({ votes }) => [...votes.keys()]);
      return (countries ??= [...new Set([...columns.keys(), voters].flat())].filter(has).sort());
    },
  };
}

/** What the votes of a record say: a stance for each category, whoever holds it on whatever issue. */
function stancesOfVotes({ sources }: RecordedVotes): (category: number) => Stance {
  const known = new Map<number, Stance>();
  return (category) => {
    const stance = known.get(category) ?? {
      category: category === ABSENT ? null : category,
      confidence: 'high',
      sources,
    };
    known.set(category, stance);
    return stance;
  };
}

/** Finds the stance behind a position; what was found once is remembered. */
export function stanceFinder(
  entries: readonly Entry[],
  positions: PositionTable,
  inForce: InForce,
): Evidence['stance'] {
  const recorded = new Map<RecordedVotes, (category: number) => Stance>();
  const ofVote = (record: RecordedVotes, country: CountryCode, index: number) => {
    const category = positions.get(country)?.[index] ?? MISSING;
    if (category === MISSING) return undefined;
    const stanceOf = recorded.get(record) ?? stancesOfVotes(record);
    recorded.set(record, stanceOf);
    return stanceOf(category);
  };
  const find = (country: CountryCode, { issue }: SelectedIssue): Stance | undefined =>
    inForce(stancesOf(issue, country) ?? []);
  const found = new Map<CountryCode, (Stance | null)[]>();
  return (country, selected) => {
    const { record } = entries[selected.index]!;
    if (record) return ofVote(record, country, selected.index);
    const known = found.get(country) ?? [];
    found.set(country, known);
    if (known[selected.index] === undefined)
      known[selected.index] = find(country, selected) ?? null;
    return known[selected.index] ?? undefined;
  };
}
