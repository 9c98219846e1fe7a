import type { CountryCode } from '../catalog/model.ts';
import { ABSENT, MISSING } from '../evidence/evidence.ts';
import { openDyads } from '../kernels/kernels.ts';
import type { RollCallRecord } from './record.ts';

/**
 * Votes as bits: for every country a plane of "no", one of "abstain" and one of "yes", a bit a roll
 * call. Two planes and-ed and counted give a cell of a contingency table, 32 roll calls at a time.
 */
export interface BitPlanes {
  readonly countries: number;
  /** Planes of a country, one a category, and absences as the last where they are counted. */
  readonly categories: number;
  readonly absences: boolean;
  /** Words of a plane. */
  readonly words: number;
  /** Planes one after the other: `bits[(country * categories + category) * words + word]`. */
  readonly bits: Int32Array;
  /** First word of each group of roll calls, and the end of the last; groups share no word. */
  readonly groups: Uint32Array;
  /** First word in which a country has a bit, and the word after the last. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** What an absence is taken as: missing, the vote "abstain", or a category of its own, with or without the votes of no members. */
export type AbsencePlane = 'missing' | 'abstain' | 'own' | 'uncast';

export interface BitPlaneOptions {
  /** All of the record unless given. */
  readonly countries?: readonly CountryCode[];
  readonly absences?: AbsencePlane;
}

/** Contingency tables of all dyads, `categories` squared cells each, row = the first country's vote. */
export interface DyadCells {
  readonly categories: number;
  /** Dyads in the order (0,1), (0,2) ... (1,2) ... */
  readonly cells: Int32Array;
}

const votes = 3;
/** Shifts by which the flag of an absence reaches its plane; 0 flags nothing. */
const absenceFlags: Readonly<Record<AbsencePlane, number>> = {
  missing: 0,
  abstain: 2,
  own: 8,
  uncast: 8,
};

/**
 * Builds the planes of a record.
 *
 * @param groups roll calls by index, in one group or several that are counted apart
 */
export function buildBitPlanes(
  record: RollCallRecord,
  groups: readonly (readonly number[] | Uint32Array)[],
  { countries: codes = record.countries, absences = 'missing' }: BitPlaneOptions = {},
): BitPlanes {
  const starts = new Uint32Array(groups.length + 1);
  groups.forEach((group, g) => (starts[g + 1] = starts[g]! + Math.ceil(group.length / 32)));
  const isOwn = absences === 'own' || absences === 'uncast';
  const categories = isOwn ? 4 : votes;
  const words = starts[groups.length]!;
  const countries = codes.length;
  const planes: BitPlanes = {
    countries,
    categories,
    absences: isOwn,
    words,
    bits: new Int32Array(countries * categories * words),
    groups: starts,
    from: new Uint32Array(countries).fill(words),
    to: new Uint32Array(countries),
  };
  const columns = Uint32Array.from(codes, (code) => {
    const column = record.columns[record.countries.indexOf(code)];
    if (column === undefined) throw new RangeError(`no votes of ${code} in this record`);
    return column;
  });
  const table = {
    votes: record.votes,
    width: record.countries.length,
    columns,
    flags: flagsOf(absences),
  };
  for (let g = 0; g < groups.length; g++) {
    const group = groups[g]!;
    for (let first = 0, word = starts[g]!; first < group.length; first += 32, word++) {
      const part = group.slice(first, first + 32);
      fillWord(table, part, planes, word);
    }
  }
  return planes;
}

/** Bit of the plane that a vote sets, by vote + 2: 1 no, 2 abstain, 4 yes, 8 absent. */
function flagsOf(absences: AbsencePlane): Int32Array {
  const flags = new Int32Array(votes + 2);
  flags[ABSENT + 2] = absenceFlags[absences];
  flags[MISSING + 2] = absences === 'uncast' ? absenceFlags.uncast : 0;
  for (let vote = 0; vote < votes; vote++) flags[vote + 2] = 1 << vote;
  return flags;
}

interface VoteTable {
  readonly votes: Int8Array;
  readonly width: number;
  readonly columns: Uint32Array;
  readonly flags: Int32Array;
}

/** Sets the bits of up to 32 roll calls, for all countries. */
function fillWord(
  { votes: table, width, columns, flags }: VoteTable,
  rollCalls: readonly number[] | Uint32Array,
  { bits, words, categories, absences, from, to }: BitPlanes,
  word: number,
): void {
  const size = rollCalls.length;
  for (let country = 0; country < columns.length; country++) {
    const column = columns[country]!;
    let no = 0;
    let abstain = 0;
    let yes = 0;
    let absent = 0;
    for (let i = 0; i < size; i++) {
      const flag = flags[table[rollCalls[i]! * width + column]! + 2]!;
      no |= (flag & 1) << i;
      abstain |= ((flag >> 1) & 1) << i;
      yes |= ((flag >> 2) & 1) << i;
      absent |= (flag >> 3) << i;
    }
    if ((no | abstain | yes | absent) === 0) continue;
    const at = country * categories * words + word;
    bits[at] = no;
    bits[at + words] = abstain;
    bits[at + 2 * words] = yes;
    if (absences) bits[at + 3 * words] = absent;
    if (word < from[country]!) from[country] = word;
    to[country] = word + 1;
  }
}

/** Number of dyads of `countries` countries. */
export function dyadCount(countries: number): number {
  return (countries * (countries - 1)) / 2;
}

/**
 * Counts contingency tables of all dyads, in one group of roll calls or in all. Two absences are no
 * cell. The result is overwritten by the next call.
 */
export function dyadTabulator(planes: BitPlanes): (group?: number) => DyadCells {
  const { countries, categories, absences, words, bits, groups, from, to } = planes;
  const size = categories ** 2;
  const { kernels, layOut } = openDyads();
  const { buffer, ...at } = layOut({
    bits: bits.byteLength,
    from: from.byteLength,
    to: to.byteLength,
    cells: dyadCount(countries) * size * 4,
  });
  new Int32Array(buffer, at.bits, bits.length).set(bits);
  new Uint32Array(buffer, at.from, countries).set(from);
  new Uint32Array(buffer, at.to, countries).set(to);
  const cells = new Int32Array(buffer, at.cells, dyadCount(countries) * size);
  return (group) => {
    const start = group === undefined ? 0 : groups[group]!;
    const end = group === undefined ? words : groups[group + 1]!;
    const { bits: planesAt, from: fromAt, to: toAt, cells: cellsAt } = at;
    kernels.tabulateCountries(
      countries,
      categories,
      planesAt,
      words,
      fromAt,
      toAt,
      start,
      end,
      cellsAt,
    );
    if (absences) for (let cell = size - 1; cell < cells.length; cell += size) cells[cell] = 0;
    return { categories, cells };
  };
}

/** Contingency tables of all dyads, in one group of roll calls or in all. */
export function tabulateDyads(planes: BitPlanes, group?: number): DyadCells {
  return dyadTabulator(planes)(group);
}
