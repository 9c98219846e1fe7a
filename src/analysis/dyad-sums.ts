import { openDyads } from '../kernels/kernels.ts';

/** Issues on which all dyads are summed up alike. */
export interface CommonIssues {
  /** By index into the rows. */
  readonly issues: readonly number[];
  /** > 0 */
  readonly weight: number;
  /** A distance in [0, 1] that is summed up for every dyad beside its own. */
  readonly commonDistance: number;
  /** For each category in the rows from -2 on, the one it counts as; negative where it is missing. */
  readonly readAs: readonly number[];
  /** Of each pair of categories: symmetric; NaN where an issue with them is not joint. */
  readonly distances: readonly (readonly number[])[];
}

/** Sums over the joint issues of a dyad. */
export interface DyadSums {
  readonly weight: number;
  /** Weight times the common distance. */
  readonly common: number;
  /** Weight times the distance of the dyad itself. */
  readonly apart: number;
}

/** Sums of a dyad: weight, common distance, own distance. */
const sumsPerDyad = 3;

/**
 * Sums up what all dyads have in common on some classes of issues, by counting bits: see the kernels.
 *
 * @param rows of each country: a category for each issue, -2 or more
 * @param visit called for each dyad by index, a < b, in order
 */
export function sumDyads(
  rows: readonly Int8Array[],
  classes: readonly CommonIssues[],
  visit: (a: number, b: number, sums: DyadSums) => void,
): void {
  const countries = rows.length;
  const width = rows[0]?.length ?? 0;
  const dyads = (countries * (countries - 1)) / 2;
  const wordsOf = ({ issues }: CommonIssues) => Math.ceil(issues.length / 32);
  const largest = (sizeOf: (issues: CommonIssues) => number) => Math.max(0, ...classes.map(sizeOf));
  const { kernels, layOut } = openDyads();
  const { buffer, ...at } = layOut({
    rows: countries * width,
    readAs: largest(({ readAs }) => readAs.length),
    issues: largest(({ issues }) => issues.length) * 4,
    bits: largest((each) => wordsOf(each) * each.distances.length) * countries * 4,
    from: countries * 4,
    to: countries * 4,
    distances: largest(({ distances }) => distances.length ** 2) * 8,
    sums: dyads * sumsPerDyad * 8,
  });
  rows.forEach((row, c) => new Int8Array(buffer, at.rows + c * width, width).set(row));
  const sums = new Float64Array(buffer, at.sums, dyads * sumsPerDyad).fill(0);
  for (const each of classes) {
    const { issues, weight, commonDistance, readAs, distances } = each;
    const [categories, words] = [distances.length, wordsOf(each)];
    new Uint32Array(buffer, at.issues, issues.length).set(issues);
    new Int8Array(buffer, at.readAs, readAs.length).set(readAs);
    new Float64Array(buffer, at.distances, categories ** 2).set(distances.flat());
    kernels.packCountries(
      countries,
      categories,
      at.rows,
      width,
      at.readAs,
      at.issues,
      issues.length,
      at.bits,
      words,
      at.from,
      at.to,
    );
    kernels.sumCountries(
      countries,
      categories,
      at.bits,
      words,
      at.from,
      at.to,
      weight,
      weight * commonDistance,
      at.distances,
      at.sums,
    );
  }
  let place = 0;
  for (let a = 0; a < countries; a++)
    for (let b = a + 1; b < countries; b++, place += sumsPerDyad)
      visit(a, b, { weight: sums[place]!, common: sums[place + 1]!, apart: sums[place + 2]! });
}
