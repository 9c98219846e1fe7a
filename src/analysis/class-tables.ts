import type { Evidence } from '../evidence/evidence.ts';
import type { Party } from '../evidence/party.ts';
import type { Weighting } from '../evidence/weights.ts';
import { openDyads } from '../kernels/kernels.ts';
import { spaceEvenly } from '../measures/contingency.ts';
import { distanceTable } from '../measures/disagreement.ts';
import type { Distance } from '../measures/measure.ts';
import type { DyadDistances } from './dyad-distances.ts';

/** Issues of one catalog, scale and weight, which are counted together: often the same countries have them. */
export interface IssueClass {
  /** Index into the scales of the evidence. */
  readonly scale: number;
  readonly values: Float64Array;
  readonly weight: number;
  /** By index into the positions. */
  readonly issues: readonly number[];
}

/** All dyads, one class of issues at a time, which has to be packed first. */
export interface ClassTables {
  readonly classes: readonly IssueClass[];
  readonly pack: (issues: IssueClass) => void;
  /**
   * Contingency tables on the class that was packed last: categories squared counts for each dyad,
   * in the order (0,1), (0,2) ... (1,2) ...; overwritten by those of the next.
   */
  readonly tabulate: (issues: IssueClass) => Int32Array;
  /** Adds the class that was packed last to the distances. */
  readonly addUp: (issues: IssueClass, distance: Distance) => void;
  /** The distances over all classes added, in the same order. */
  readonly average: () => DyadDistances;
}

function classify(evidence: Evidence, { issueWeights }: Weighting): readonly IssueClass[] {
  const classes = new Map<string, IssueClass & { issues: number[] }>();
  for (const { issue, catalog, scale, index } of evidence.issues) {
    const weight = issueWeights.get(issue.id) ?? issue.weight;
    const key = `${catalog} ${scale} ${weight}`;
    const known = classes.get(key);
    if (known) {
      known.issues.push(index);
      continue;
    }
    const values = spaceEvenly(evidence.scales[scale]?.labels.length ?? 0);
    classes.set(key, { scale, values, weight, issues: [index] });
  }
  return [...classes.values()];
}

/** The engine may have better code for a kernel after a few calls, but never during one. */
const countriesPerCall = 8;

const wordsOf = ({ issues }: IssueClass) => Math.ceil(issues.length / 32);

/**
 * Opens the tables of all dyads of parties, on evidence where every issue has one weight for all.
 *
 * @param least parties with fewer positions have no joint issue with any other
 */
export function openClassTables(
  evidence: Evidence,
  parties: readonly Party[],
  weighting: Weighting,
  least = 0,
): ClassTables {
  const classes = classify(evidence, weighting);
  const countries = parties.length;
  const dyads = (countries * (countries - 1)) / 2;
  const width = parties[0]?.categories.length ?? 0;
  const largest = (sizeOf: (issues: IssueClass) => number) => Math.max(0, ...classes.map(sizeOf));
  const { kernels, layOut } = openDyads();
  const { buffer, ...at } = layOut({
    rows: countries * width,
    issues: largest(({ issues }) => issues.length) * 4,
    bits: largest((each) => wordsOf(each) * each.values.length) * countries * 4,
    from: countries * 4,
    to: countries * 4,
    distances: largest(({ values }) => values.length ** 2) * 8,
    cells: largest(({ values }) => values.length ** 2) * dyads * 4,
    joint: dyads * 4,
    total: dyads * 8,
    apart: dyads * 8,
  });
  const rows = new Int8Array(buffer, at.rows, countries * width);
  parties.forEach(({ categories }, c) => rows.set(categories, c * width));
  return {
    classes,
    pack: (each) => {
      const { issues, values } = each;
      const words = wordsOf(each);
      new Uint32Array(buffer, at.issues, issues.length).set(issues);
      const { rows: rowsAt, issues: issuesAt, bits, from, to } = at;
      kernels.packCountries(
        countries,
        values.length,
        rowsAt,
        width,
        least,
        issuesAt,
        issues.length,
        bits,
        words,
        from,
        to,
      );
    },
    tabulate: (each) => {
      const words = wordsOf(each);
      const k = each.values.length;
      kernels.tabulateCountries(countries, k, at.bits, words, at.from, at.to, 0, words, at.cells);
      return new Int32Array(buffer, at.cells, dyads * k * k);
    },
    addUp: (each, distance) => {
      const { values, weight } = each;
      const distances = distanceTable(values, distance);
      new Float64Array(buffer, at.distances, distances.length).set(distances);
      const { bits, from, to, joint, total, apart } = at;
      const words = wordsOf(each);
      for (let start = 0; start < countries; start += countriesPerCall)
        kernels.sumCountries(
          start,
          Math.min(start + countriesPerCall, countries),
          countries,
          values.length,
          bits,
          words,
          from,
          to,
          weight,
          at.distances,
          joint,
          total,
          apart,
        );
    },
    average: () => {
      kernels.averageDyads(dyads, at.total, at.apart);
      return {
        joint: new Int32Array(buffer, at.joint, dyads),
        distances: new Float64Array(buffer, at.apart, dyads),
      };
    },
  };
}
