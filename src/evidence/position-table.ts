import { heldOn, stancesOf } from '../bundle/packed.ts';
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
  /** Category index on the scale `vote`, `MISSING` or `ABSENT`, parallel to `issues`. */
  readonly votes: ReadonlyMap<CountryCode, Int8Array>;
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

/** Positions of each country, parallel to the entries: a row of a record is made when it is first asked for. */
export function openPositions(entries: readonly Entry[], inForce: InForce): PositionTable {
  const rows = new Map<CountryCode, Int8Array>();
  const openRow = (country: CountryCode): Int8Array => {
    const known = rows.get(country);
    if (known) return known;
    const row = new Int8Array(entries.length).fill(MISSING);
    rows.set(country, row);
    return row;
  };
  entries.forEach(({ selected, record }, i) => {
    for (const { stances, countries } of record ? [] : heldOn(selected.issue)) {
      const category = categoryOf(inForce(stances));
      if (category !== MISSING) for (const country of countries) openRow(country)[i] = category;
    }
  });

  const records = [...new Set(entries.flatMap(({ record }) => record ?? []))];
  const filled = new Set<CountryCode>();
  const fill = (country: CountryCode): void => {
    const columns = new Map(records.map((record) => [record, record.votes.get(country)]));
    entries.forEach(({ record, row }, i) => {
      const category = record && columns.get(record)?.[row];
      if (category !== undefined && category !== MISSING) openRow(country)[i] = category;
    });
  };
  const get = (country: CountryCode): Int8Array | undefined => {
    if (records.length > 0 && !filled.has(country)) fill(country);
    filled.add(country);
    return rows.get(country);
  };
  let countries: readonly CountryCode[] | undefined;
  return {
    get,
    has: (country) => get(country) !== undefined,
    get countries() {
      if (countries) return countries;
      for (const { votes } of records) for (const country of votes.keys()) get(country);
      return (countries = [...rows.keys()].sort());
    },
  };
}

/** Finds the stance behind a position; what was found once is remembered. */
export function stanceFinder(
  entries: readonly Entry[],
  positions: PositionTable,
  inForce: InForce,
): Evidence['stance'] {
  const find = (country: CountryCode, { index }: SelectedIssue): Stance | undefined => {
    const { selected, record } = entries[index]!;
    if (!record) return inForce(stancesOf(selected.issue, country) ?? []);
    const category = positions.get(country)?.[index] ?? MISSING;
    if (category === MISSING) return undefined;
    return {
      category: category === ABSENT ? null : category,
      confidence: 'high',
      sources: record.sources,
    };
  };
  const found = new Map<CountryCode, (Stance | null)[]>();
  return (country, selected) => {
    const known = found.get(country) ?? [];
    found.set(country, known);
    if (known[selected.index] === undefined)
      known[selected.index] = find(country, selected) ?? null;
    return known[selected.index] ?? undefined;
  };
}
