import { ABSENT } from '../evidence/evidence.ts';
import { type CountedBits, countedBits } from './common-bits.ts';

/**
 * Who holds what, as bits: of each country a plane for each category, in which every issue has a bit. Two planes
 * and-ed and counted give a cell of a contingency table, 64 issues at a time.
 */
interface BitPlanes extends CountedBits {
  /** Bytes of a plane, which is whole words. Planes lie in the order of countries, those of one in that of categories. */
  readonly size: number;
  /** Where in a plane of each country the words with bits begin, and where they end. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const issuesOfWord = 64;
const bytesOfWord = 8;

function packRows(
  rows: readonly Int8Array[],
  issues: ArrayLike<number>,
  held: readonly number[],
): BitPlanes {
  const size = Math.ceil(issues.length / issuesOfWord) * bytesOfWord;
  // Where the plane of each category begins among those of a country, or -1.
  const placeOf = Int32Array.from({ length: Math.max(...held, 0) - ABSENT + 1 }, (_, i) => {
    const plane = held.indexOf(i + ABSENT);
    return plane < 0 ? plane : plane * size;
  });
  const counted = countedBits(rows.length * held.length * size);
  const { bits } = counted;
  const from: number[] = [];
  const to: number[] = [];
  for (const [country, row] of rows.entries()) {
    let [first, end] = [0, 0];
    const planes = country * held.length * size;
    for (let i = 0; i < issues.length; i++) {
      const place = placeOf[row[issues[i]!]! - ABSENT] ?? -1;
      if (place < 0) continue;
      bits[planes + place + (i >> 3)]! |= 1 << (i & 7);
      if (end === 0) first = i;
      end = i + 1;
    }
    from.push(Math.floor(first / issuesOfWord) * bytesOfWord);
    to.push(Math.ceil(end / issuesOfWord) * bytesOfWord);
  }
  return { ...counted, size, from, to };
}

/** Where the words begin in which two countries may both have bits, and the bytes that these take. */
function commonRun({ from, to }: BitPlanes, a: number, b: number) {
  const first = Math.max(from[a]!, from[b]!);
  return { first, bytes: Math.max(0, Math.min(to[a]!, to[b]!) - first) };
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
  const planes = packRows(rows, issues, held);
  const { size, countCommonBits } = planes;
  const cells = new Int32Array(dyadCount(rows.length) * categories ** 2);
  let cell = 0;
  for (let a = 0; a < rows.length; a++)
    for (let b = a + 1; b < rows.length; b++) {
      const { first, bytes } = commonRun(planes, a, b);
      for (let i = 0; i < categories; i++)
        for (let j = 0; j < categories; j++)
          cells[cell++] = countCommonBits(
            (a * categories + i) * size + first,
            (b * categories + j) * size + first,
            bytes,
          );
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
  const { length: categories } = held;
  const planes = packRows(rows, issues, held);
  const { bits, size, countCommonBits, countPartedBits } = planes;
  for (let country = 0; country < rows.length; country++)
    for (let category = categories - 2; category >= 0; category--) {
      const plane = (country * categories + category) * size;
      for (let byte = plane; byte < plane + size; byte++) bits[byte]! |= bits[byte + size]!;
    }
  const joint = new Int32Array(dyadCount(rows.length));
  const steps = new Int32Array(joint.length);
  for (let a = 0, dyad = 0; a < rows.length; a++)
    for (let b = a + 1; b < rows.length; b++, dyad++) {
      const { first, bytes } = commonRun(planes, a, b);
      const [ofA, ofB] = [a * categories * size + first, b * categories * size + first];
      joint[dyad] = countCommonBits(ofA, ofB, bytes);
      for (let category = 1; category < categories; category++)
        steps[dyad]! += countPartedBits(ofA, ofB, bytes, category * size);
    }
  return { joint, steps };
}
