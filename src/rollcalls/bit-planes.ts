import type { RollCallRecord } from './record.ts';

/**
 * Votes as bits: for every country a plane of "no", one of "abstain" and one of "yes", a bit a roll
 * call. Two planes and-ed and counted give a cell of a contingency table, 32 roll calls at a time.
 */
export interface BitPlanes {
  readonly countries: number;
  /** Words of a plane. */
  readonly words: number;
  /** Planes one after the other: `bits[(country * 3 + vote) * words + word]`. */
  readonly bits: Int32Array;
  /** First word of each group of roll calls, and the end of the last; groups share no word. */
  readonly groups: Uint32Array;
  /** First word in which a country voted, and the word after the last. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** Categories of the scale `vote`: no, abstain, yes. */
const votes = 3;
/** Cells of a contingency table of two countries. */
export const CELLS = votes * votes;

/**
 * Builds the planes of a record.
 *
 * @param groups roll calls by index, in one group or several that are counted apart; absences and
 *   non-members set no bit
 */
export function buildBitPlanes(
  record: RollCallRecord,
  groups: readonly (readonly number[] | Uint32Array)[],
): BitPlanes {
  const starts = new Uint32Array(groups.length + 1);
  groups.forEach((group, g) => (starts[g + 1] = starts[g]! + Math.ceil(group.length / 32)));
  const words = starts[groups.length]!;
  const countries = record.countries.length;
  const bits = new Int32Array(countries * votes * words);
  const from = new Uint32Array(countries).fill(words);
  const to = new Uint32Array(countries);
  for (let g = 0; g < groups.length; g++) {
    const group = groups[g]!;
    for (let first = 0, word = starts[g]!; first < group.length; first += 32, word++) {
      fillWord(record, group, first, Math.min(group.length, first + 32), bits, words, word);
    }
  }
  for (let country = 0; country < countries; country++) {
    const base = country * votes * words;
    for (let word = 0; word < words; word++) {
      if (
        (bits[base + word]! | bits[base + words + word]! | bits[base + 2 * words + word]!) ===
        0
      ) {
        continue;
      }
      if (word < from[country]!) from[country] = word;
      to[country] = word + 1;
    }
  }
  return { countries, words, bits, groups: starts, from, to };
}

/** Sets the bits of up to 32 roll calls, `group[first]` to `group[end - 1]`, for all countries. */
function fillWord(
  { votes: table, columns }: RollCallRecord,
  group: readonly number[] | Uint32Array,
  first: number,
  end: number,
  bits: Int32Array,
  words: number,
  word: number,
): void {
  const width = columns.length;
  for (let country = 0; country < width; country++) {
    const column = columns[country]!;
    let no = 0;
    let abstain = 0;
    let yes = 0;
    for (let i = first; i < end; i++) {
      // 1, 2 or 4 for no, abstain and yes; 0 for absent and missing, which are negative.
      const vote = table[group[i]! * width + column]!;
      const flag = (1 << vote) & ~(vote >> 31);
      no |= (flag & 1) << (i - first);
      abstain |= ((flag >> 1) & 1) << (i - first);
      yes |= (flag >> 2) << (i - first);
    }
    const at = country * 3 * words + word;
    bits[at] = no;
    bits[at + words] = abstain;
    bits[at + 2 * words] = yes;
  }
}

/** Number of dyads of `countries` countries. */
export function dyadCount(countries: number): number {
  return (countries * (countries - 1)) / 2;
}

/**
 * Contingency tables of all dyads in one group of roll calls, or in all: 9 cells a dyad, row = the
 * first country's vote (no, abstain, yes). Dyads in the order (0,1), (0,2) ... (1,2) ...
 *
 * @param cells where the tables go; made unless given
 */
export function tabulateDyads(
  planes: BitPlanes,
  group?: number,
  cells: Int32Array = new Int32Array(dyadCount(planes.countries) * CELLS),
): Int32Array {
  const { countries, words, bits, groups, from, to } = planes;
  const start = group === undefined ? 0 : groups[group]!;
  const end = group === undefined ? words : groups[group + 1]!;
  let at = 0;
  for (let a = 0; a < countries; a++) {
    for (let b = a + 1; b < countries; b++, at += CELLS) {
      const first = Math.max(start, from[a]!, from[b]!);
      const size = Math.min(end, to[a]!, to[b]!) - first;
      for (let i = 0; i < votes; i++) {
        const planeA = (a * votes + i) * words + first;
        for (let j = 0; j < votes; j++) {
          const planeB = (b * votes + j) * words + first;
          cells[at + i * votes + j] = size > 0 ? countCommonBits(bits, planeA, planeB, size) : 0;
        }
      }
    }
  }
  return cells;
}

/** Bits set in a word (Warren, Hacker's Delight, 5-1). */
function countBits(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  x = (x + (x >>> 4)) & 0x0f0f0f0f;
  return Math.imul(x, 0x01010101) >>> 24;
}

/**
 * Bits set in both of two runs of words. Eight words at a time go through carry-save adders (Harley
 * and Seal; Warren, Hacker's Delight, 5-1), so that one word in eight is counted.
 */
function countCommonBits(bits: Int32Array, a: number, b: number, size: number): number {
  let eights = 0;
  let ones = 0;
  let twos = 0;
  let fours = 0;
  let k = 0;
  for (; k + 8 <= size; k += 8) {
    let x = bits[a + k]! & bits[b + k]!;
    let y = bits[a + k + 1]! & bits[b + k + 1]!;
    let half = ones ^ x;
    const twosA = (ones & x) | (half & y);
    ones = half ^ y;
    x = bits[a + k + 2]! & bits[b + k + 2]!;
    y = bits[a + k + 3]! & bits[b + k + 3]!;
    half = ones ^ x;
    const twosB = (ones & x) | (half & y);
    ones = half ^ y;
    half = twos ^ twosA;
    const foursA = (twos & twosA) | (half & twosB);
    twos = half ^ twosB;
    x = bits[a + k + 4]! & bits[b + k + 4]!;
    y = bits[a + k + 5]! & bits[b + k + 5]!;
    half = ones ^ x;
    const twosC = (ones & x) | (half & y);
    ones = half ^ y;
    x = bits[a + k + 6]! & bits[b + k + 6]!;
    y = bits[a + k + 7]! & bits[b + k + 7]!;
    half = ones ^ x;
    const twosD = (ones & x) | (half & y);
    ones = half ^ y;
    half = twos ^ twosC;
    const foursB = (twos & twosC) | (half & twosD);
    twos = half ^ twosD;
    half = fours ^ foursA;
    eights += countBits((fours & foursA) | (half & foursB));
    fours = half ^ foursB;
  }
  let count = 8 * eights + 4 * countBits(fours) + 2 * countBits(twos) + countBits(ones);
  for (; k < size; k++) count += countBits(bits[a + k]! & bits[b + k]!);
  return count;
}
