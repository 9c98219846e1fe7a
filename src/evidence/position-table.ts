import type { Confidence, CountryCode, Issue, Stance } from '../catalog/model.ts';
import { holdingsOf, placeAt, stancesOf } from '../catalog/packed.ts';
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

type InForce = (stances: readonly Stance[]) => Stance | undefined;

/**
 * Finds the stance in force at the end of the period: the last one taken by then, passing over those
 * coded with less confidence than asked for.
 */
export function stancesInForce({ minConfidence, to }: SelectionFilter): InForce {
  const least = confidenceRank[minConfidence];
  return (stances) => {
    for (let s = stances.length - 1; s >= 0; s--) {
      const stance = stances[s]!;
      const { confidence, from } = stance;
      if (confidenceRank[confidence] < least) continue;
      if (to === undefined || from === undefined || from <= to) return stance;
    }
    return undefined;
  };
}

/** Positions of each country, parallel to the entries. */
export function tabulatePositions(
  entries: readonly Entry[],
  inForce: InForce,
): ReadonlyMap<CountryCode, Int8Array> {
  const positions = new Map<CountryCode, Int8Array>();
  const rowOf = (country: CountryCode) => {
    let row = positions.get(country);
    if (!row) positions.set(country, (row = new Int8Array(entries.length).fill(MISSING)));
    return row;
  };
  let listed: readonly CountryCode[] = [];
  let rows: (Int8Array | undefined)[] = [];
  const records = new Map<RecordedVotes, number[]>();
  for (let i = 0; i < entries.length; i++) {
    const { selected, record } = entries[i]!;
    if (record) {
      const places = records.get(record);
      if (places) places.push(i);
      else records.set(record, [i]);
      continue;
    }
    const { countries, stances, held } = holdingsOf(selected.issue);
    // Issues of one catalog share their list, and mostly follow each other.
    if (countries !== listed) [listed, rows] = [countries, []];
    for (let h = 0; h < held.length; h++) {
      const places = held[h]![0];
      const stance = inForce(stances[held[h]![1]]!);
      if (!stance) continue;
      const category = stance.category ?? ABSENT;
      for (let at = 0; at < places.length; at++) {
        const place = placeAt(places, at);
        (rows[place] ??= rowOf(countries[place]!))[i] = category;
      }
    }
  }
  for (const [record, places] of records) {
    for (const [country, votes] of record.votes) {
      const row = rowOf(country);
      for (const i of places) row[i] = votes[entries[i]!.row] ?? MISSING;
    }
  }
  return positions;
}

/** Finds the stance behind a position; what was found once is remembered. */
export function stanceFinder(
  entries: readonly Entry[],
  positions: ReadonlyMap<CountryCode, Int8Array>,
  inForce: InForce,
): Evidence['stance'] {
  const find = (country: CountryCode, { index }: SelectedIssue): Stance | undefined => {
    const { selected, record } = entries[index]!;
    if (!record) {
      const stances = stancesOf(selected.issue, country);
      return stances && inForce(stances);
    }
    const category = positions.get(country)?.[index];
    if (category === undefined || category === MISSING) return undefined;
    return {
      category: category === ABSENT ? null : category,
      confidence: 'high',
      sources: record.sources,
    };
  };
  const found = new Map<CountryCode, (Stance | null)[]>();
  return (country, selected) => {
    let known = found.get(country);
    if (!known) found.set(country, (known = []));
    let stance = known[selected.index];
    if (stance === undefined) known[selected.index] = stance = find(country, selected) ?? null;
    return stance ?? undefined;
  };
}
