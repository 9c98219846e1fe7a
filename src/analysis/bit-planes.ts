import { type CountedBits, countedBits } from './common-bits.ts';

/**
 * Who holds what, as bits: of each country a plane for each category, in which every issue has a bit. Two planes
 * and-ed and counted give a cell of a contingency table, 64 issues at a time.
 */
interface BitPlanes extends CountedBits {
  /** Bytes of a plane, which is whole words. Planes lie in the order of countries, those of one in that of categories. */
  readonly size: number;
}

const bytesOfWord = 8;
const issuesOfByte = 8;

/** All that eight bits can say. */
const allCategories = 256;

function packRows(
  rows: readonly Int8Array[],
  issues: ArrayLike<number>,
  held: readonly number[],
): BitPlanes {
  const size = Math.ceil(issues.length / issuesOfByte / bytesOfWord) * bytesOfWord;
  const planes = rows.length * held.length;
  // One more is for categories that are not counted: to ask whether one is takes longer.
  const counted = countedBits((planes + 1) * size);
  const { bits } = counted;
  const placeOf = new Int32Array(allCategories).fill(planes * size);
  for (const [country, row] of rows.entries()) {
    for (const [i, category] of held.entries())
      placeOf[category & 0xff] = (country * held.length + i) * size;
    for (let i = 0; i < issues.length; i++)
      bits[placeOf[row[issues[i]!]! & 0xff]! + (i >> 3)]! |= 1 << (i & 7);
  }
  return { ...counted, size };
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
  const { size, countCommonBits } = packRows(rows, issues, held);
  const cells = new Int32Array(dyadCount(rows.length) * categories ** 2);
  let cell = 0;
  for (let a = 0; a < rows.length; a++)
    for (let b = a + 1; b < rows.length; b++)
      for (let i = 0; i < categories; i++)
        for (let j = 0; j < categories; j++)
          cells[cell++] = countCommonBits(
            (a * categories + i) * size,
            (b * categories + j) * size,
            size,
          );
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
 * @param held the categories, at least one, in ascending order; who holds another has none
 */
export function countSteps(
  rows: readonly Int8Array[],
  issues: ArrayLike<number>,
  held: readonly number[],
): StepsApart {
  const { length: categories } = held;
  const { bits, size, countCommonBits, countPartedBits } = packRows(rows, issues, held);
  for (let country = 0; country < rows.length; country++)
    for (let category = categories - 2; category >= 0; category--) {
      const plane = (country * categories + category) * size;
      for (let byte = plane; byte < plane + size; byte++) bits[byte]! |= bits[byte + size]!;
    }
  const joint = new Int32Array(dyadCount(rows.length));
  const steps = new Int32Array(joint.length);
  for (let a = 0, dyad = 0; a < rows.length; a++)
    for (let b = a + 1; b < rows.length; b++, dyad++) {
      const [ofA, ofB] = [a * categories * size, b * categories * size];
      joint[dyad] = countCommonBits(ofA, ofB, size);
      for (let category = 1; category < categories; category++)
        steps[dyad]! += countPartedBits(ofA, ofB, size, category * size);
    }
  return { joint, steps };
}
