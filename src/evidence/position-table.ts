import type { CountryCode, Issue, Stance } from '../catalog/model.ts';
import { type Holdings, holdingsOf, numberAt, type Shelf, stancesOf } from '../catalog/packed.ts';
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

/** Where some of the entries have their positions. */
interface Origin {
  /** All countries that may have a position. */
  readonly countries: () => readonly CountryCode[];
  /** Writes the positions of a country into its row, which it asks for only if there are any. */
  readonly write: (country: CountryCode, openRow: () => Int8Array) => void;
}

/** Places of entries, and what their positions are read from. */
interface Places<T> {
  readonly at: number[];
  readonly from: T[];
}

function categoryOf(stance: Stance | undefined): number {
  return stance ? (stance.category ?? ABSENT) : MISSING;
}

function catalogOrigin({ at, from }: Places<Issue>, inForce: InForce): Origin {
  return {
    countries: () => from.flatMap(({ positions }) => Object.keys(positions)),
    write: (country, openRow) => {
      for (let i = 0; i < at.length; i++) {
        const stances = stancesOf(from[i]!, country);
        const category = stances ? categoryOf(inForce(stances)) : MISSING;
        if (category !== MISSING) openRow()[at[i]!] = category;
      }
    },
  };
}

function packedOrigin(shelf: Shelf, { at, from }: Places<Holdings>, inForce: InForce): Origin {
  const categories: (number | undefined)[] = [];
  return {
    countries: () => shelf.countries,
    write: (country, openRow) => {
      const place = shelf.placeOf(country);
      if (place < 0) return;
      for (let i = 0; i < at.length; i++) {
        const number = numberAt(from[i]!, place);
        if (number === undefined) continue;
        const category = (categories[number] ??= categoryOf(inForce(shelf.stances(number))));
        if (category !== MISSING) openRow()[at[i]!] = category;
      }
    },
  };
}

function recordOrigin({ votes }: RecordedVotes, { at, from }: Places<number>): Origin {
  return {
    countries: () => [...votes.keys()],
    write: (country, openRow) => {
      const column = votes.get(country);
      if (!column) return;
      let row: Int8Array | undefined;
      for (let i = 0; i < at.length; i++) {
        const category = column[from[i]!] ?? MISSING;
        if (category !== MISSING) (row ??= openRow())[at[i]!] = category;
      }
    },
  };
}

function originsOf(entries: readonly Entry[], inForce: InForce): readonly Origin[] {
  const loose: Places<Issue> = { at: [], from: [] };
  const shelves = new Map<Shelf, Places<Holdings>>();
  const records = new Map<RecordedVotes, Places<number>>();
  const placesOf = <K, T>(groups: Map<K, Places<T>>, key: K): Places<T> => {
    let places = groups.get(key);
    if (!places) groups.set(key, (places = { at: [], from: [] }));
    return places;
  };
  const add = <T>({ at, from }: Places<T>, place: number, source: T) => {
    at.push(place);
    from.push(source);
  };
  for (let i = 0; i < entries.length; i++) {
    const { selected, record, row } = entries[i]!;
    const holdings = holdingsOf(selected.issue);
    if (record) add(placesOf(records, record), i, row);
    else if (holdings) add(placesOf(shelves, holdings.shelf), i, holdings);
    else add(loose, i, selected.issue);
  }
  return [
    catalogOrigin(loose, inForce),
    ...[...shelves].map(([shelf, places]) => packedOrigin(shelf, places, inForce)),
    ...[...records].map(([record, places]) => recordOrigin(record, places)),
  ];
}

/** Positions of each country, parallel to the entries: a row is made when it is first asked for. */
export function openPositions(entries: readonly Entry[], inForce: InForce): PositionTable {
  const origins = originsOf(entries, inForce);
  const rows = new Map<CountryCode, Int8Array | undefined>();
  const get = (country: CountryCode): Int8Array | undefined => {
    if (rows.has(country)) return rows.get(country);
    let row: Int8Array | undefined;
    const openRow = () => (row ??= new Int8Array(entries.length).fill(MISSING));
    for (const origin of origins) origin.write(country, openRow);
    rows.set(country, row);
    return row;
  };
  let countries: readonly CountryCode[] | undefined;
  return {
    get,
    has: (country) => get(country) !== undefined,
    get countries() {
      return (countries ??= [...new Set(origins.flatMap((origin) => origin.countries()))]
        .filter((country) => get(country) !== undefined)
        .sort());
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
