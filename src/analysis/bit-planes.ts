import { ABSENT } from '../evidence/evidence.ts';

/** Bits set in each four bits of a word. */
function countByFour(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  return (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
}

/** The sum of the eight numbers of four bits that make up a word. */
function sumOfFours(fours: number): number {
  return Math.imul((fours & 0x0f0f0f0f) + ((fours >>> 4) & 0x0f0f0f0f), 0x01010101) >>> 24;
}

/** Bits set in both of two runs of words: of three words at a time, as 12 is the most that four bits then hold. */
function countCommonBits(bits: Int32Array, a: number, b: number, words: number): number {
  let count = 0;
  let word = 0;
  for (; word + 2 < words; word += 3)
    count += sumOfFours(
      countByFour(bits[a + word]! & bits[b + word]!) +
        countByFour(bits[a + word + 1]! & bits[b + word + 1]!) +
        countByFour(bits[a + word + 2]! & bits[b + word + 2]!),
    );
  for (; word < words; word++) count += sumOfFours(countByFour(bits[a + word]! & bits[b + word]!));
  return count;
}

/** Bits set in both of two runs of words that differ in the runs which follow them at a distance. */
function countPartedBits(
  bits: Int32Array,
  a: number,
  b: number,
  distance: number,
  words: number,
): number {
  let count = 0;
  const parted = (word: number) =>
    bits[a + word]! & bits[b + word]! & (bits[a + distance + word]! ^ bits[b + distance + word]!);
  let word = 0;
  for (; word + 2 < words; word += 3)
    count += sumOfFours(
      countByFour(parted(word)) + countByFour(parted(word + 1)) + countByFour(parted(word + 2)),
    );
  for (; word < words; word++) count += sumOfFours(countByFour(parted(word)));
  return count;
}

/**
 * Who holds what, as bits: of each country a plane for each category, in which every issue has a bit. Two planes
 * and-ed and counted give a cell of a contingency table, 32 issues at a time.
 */
interface BitPlanes {
  /** Words of a plane. */
  readonly words: number;
  /** `bits[(country * categories + category) * words + word]` */
  readonly bits: Int32Array;
  /** First word in which each country has a bit, and the word after the last. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

function packRows(
  rows: readonly Int8Array[],
  issues: ArrayLike<number>,
  held: readonly number[],
): BitPlanes {
  const { length: categories } = held;
  const words = Math.ceil(issues.length / 32);
  // Of each category the first word of its plane among those of a country, or -1.
  const planeOf = Int32Array.from({ length: Math.max(...held, 0) - ABSENT + 1 }, (_, i) => {
    const plane = held.indexOf(i + ABSENT);
    return plane < 0 ? plane : plane * words;
  });
  const bits = new Int32Array(rows.length * categories * words);
  const from: number[] = [];
  const to: number[] = [];
  for (const [country, row] of rows.entries()) {
    let [first, end] = [words, 0];
    const planes = country * categories * words;
    for (let i = 0; i < issues.length; i++) {
      const plane = planeOf[row[issues[i]!]! - ABSENT] ?? -1;
      if (plane < 0) continue;
      const word = i >> 5;
      bits[planes + plane + word]! |= 1 << (i & 31);
      if (end === 0) first = word;
      end = word + 1;
    }
    from.push(first);
    to.push(end);
  }
  return { words, bits, from, to };
}

/** Number of dyads of so many countries. */
export function dyadCount(countries: number): number {
  return (countries * (countries - 1)) / 2;
}

/**
 * Contingency tables of all dyads, row = the category of the first country, for the dyads (0,1), (0,2) ... (1,2) ...
 *
 * @param rows of each country: its category on each issue, `MISSING` or `ABSENT`
 * @param issues the issues to count, by index into a row
 * @param held the categories that a table has rows and columns for, in this order; others are in no table
 */
export function tabulateDyads(
  rows: readonly Int8Array[],
  issues: ArrayLike<number>,
  held: readonly number[],
): Int32Array {
  const { length: categories } = held;
  const { words, bits, from, to } = packRows(rows, issues, held);
  const cells = new Int32Array(dyadCount(rows.length) * categories ** 2);
  // Loops, and words by index: the whole record of the General Assembly is 35 million pairs of them.
  let cell = 0;
  for (let a = 0; a < rows.length; a++) {
    for (let b = a + 1; b < rows.length; b++) {
      const first = Math.max(from[a]!, from[b]!);
      const size = Math.min(to[a]!, to[b]!) - first;
      if (size <= 0) {
        cell += categories ** 2;
        continue;
      }
      for (let i = 0; i < categories; i++) {
        const planeA = (a * categories + i) * words + first;
        for (let j = 0; j < categories; j++) {
          const planeB = (b * categories + j) * words + first;
          cells[cell++] = countCommonBits(bits, planeA, planeB, size);
        }
      }
    }
  }
  return cells;
}

/** Of each dyad (0,1), (0,2) ... (1,2) ... */
interface StepsApart {
  /** Issues on which both hold one of the categories. */
  readonly joint: Int32Array;
  /** How many categories the two lie apart, summed over those issues. */
  readonly steps: Int32Array;
}

/**
 * How far apart all dyads are on a scale, in steps from category to category: a third of the work of
 * `tabulateDyads`, for whoever needs no more. Two categories are as many steps apart as there are planes
 * "this category or a higher one" that only one of the countries is in.
 *
 * @param rows as for `tabulateDyads`, and so `issues`
 * @param held the categories, in ascending order; who holds another has none
 */
export function countSteps(
  rows: readonly Int8Array[],
  issues: ArrayLike<number>,
  held: readonly number[],
): StepsApart {
  const { length: planes } = held;
  const { words, bits, from, to } = packRows(rows, issues, held);
  for (let country = 0; country < rows.length; country++)
    for (let plane = planes - 2; plane >= 0; plane--) {
      const at = (country * planes + plane) * words;
      for (let word = 0; word < words; word++) bits[at + word]! |= bits[at + words + word]!;
    }
  const joint = new Int32Array(dyadCount(rows.length));
  const steps = new Int32Array(joint.length);
  for (let a = 0, dyad = 0; a < rows.length; a++)
    for (let b = a + 1; b < rows.length; b++, dyad++) {
      const first = Math.max(from[a]!, from[b]!);
      const size = Math.min(to[a]!, to[b]!) - first;
      const [ofA, ofB] = [a * planes * words + first, b * planes * words + first];
      joint[dyad] = countCommonBits(bits, ofA, ofB, size);
      for (let plane = 1; plane < planes; plane++)
        steps[dyad]! += countPartedBits(bits, ofA, ofB, plane * words, size);
    }
  return { joint, steps };
}
