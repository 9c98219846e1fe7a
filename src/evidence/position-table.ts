import { holdersOf, stancesOf } from '../bundle/packed.ts';
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

/** Positions of each country, parallel to the entries: a row is made when it is first asked for. */
export function openPositions(entries: readonly Entry[], inForce: InForce): PositionTable {
  const records = [...new Set(entries.flatMap(({ record }) => record ?? []))];
  const read = (country: CountryCode): Int8Array | undefined => {
    const columns = new Map(records.map((record) => [record, record.votes.get(country)]));
    const own = new Int8Array(entries.length);
    entries.forEach(({ selected, record, row }, i) => {
      own[i] = record
        ? (columns.get(record)?.[row] ?? MISSING)
        : categoryOf(inForce(stancesOf(selected.issue, country) ?? []));
    });
    return own.every((category) => category === MISSING) ? undefined : own;
  };
  const rows = new Map<CountryCode, Int8Array | undefined>();
  const get = (country: CountryCode): Int8Array | undefined => {
    if (!rows.has(country)) rows.set(country, read(country));
    return rows.get(country);
  };
  const named = () => [
    ...records.flatMap(({ votes }) => [...votes.keys()]),
    ...entries.flatMap(({ selected, record }) => (record ? [] : holdersOf(selected.issue))),
  ];
  let countries: readonly CountryCode[] | undefined;
  return {
    get,
    has: (country) => get(country) !== undefined,
    get countries() {
      return (countries ??= [...new Set(named())].filter((country) => get(country)).sort());
    },
  };
}

/** Finds the stance behind a position. */
export function stanceFinder(
  entries: readonly Entry[],
  positions: PositionTable,
  inForce: InForce,
): Evidence['stance'] {
  return (country, { index }) => {
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
}
