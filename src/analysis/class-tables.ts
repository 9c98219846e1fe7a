import { ABSENT, type Evidence } from '../evidence/evidence.ts';
import type { Party } from '../evidence/party.ts';
import type { Weighting } from '../evidence/weights.ts';
import { openDyads } from '../kernels/kernels.ts';
import { spaceEvenly } from '../measures/contingency.ts';

/** Issues of one catalog, scale and weight, which are counted together: often the same countries have them. */
export interface IssueClass {
  /** Index into the scales of the evidence. */
  readonly scale: number;
  readonly values: Float64Array;
  readonly weight: number;
  /** By index into the positions. */
  readonly issues: readonly number[];
}

/** All dyads, one class of issues at a time. */
export interface ClassTables {
  readonly classes: readonly IssueClass[];
  /**
   * Contingency tables on a class: categories squared counts for each dyad, in the order
   * (0,1), (0,2) ... (1,2) ...; overwritten by those of the next.
   */
  readonly tabulate: (issues: IssueClass) => Int32Array;
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

const wordsOf = ({ issues }: IssueClass) => Math.ceil(issues.length / 32);

/** Opens the tables of all dyads of parties, on evidence where every issue has one weight for all. */
export function openClassTables(
  evidence: Evidence,
  parties: readonly Party[],
  weighting: Weighting,
): ClassTables {
  const classes = classify(evidence, weighting);
  const countries = parties.length;
  const dyads = (countries * (countries - 1)) / 2;
  const width = parties[0]?.categories.length ?? 0;
  const largest = (sizeOf: (issues: IssueClass) => number) => Math.max(0, ...classes.map(sizeOf));
  const categories = largest(({ values }) => values.length) - ABSENT;
  const { kernels, layOut } = openDyads();
  const { buffer, ...at } = layOut({
    rows: countries * width,
    readAs: categories,
    issues: largest(({ issues }) => issues.length) * 4,
    bits: largest((each) => wordsOf(each) * each.values.length) * countries * 4,
    from: countries * 4,
    to: countries * 4,
    cells: largest(({ values }) => values.length ** 2) * dyads * 4,
  });
  const rows = new Int8Array(buffer, at.rows, countries * width);
  parties.forEach((party, c) => rows.set(party.categories, c * width));
  new Int8Array(buffer, at.readAs, categories).forEach((_, i, readAs) => (readAs[i] = i + ABSENT));
  return {
    classes,
    tabulate: (each) => {
      const { issues, values } = each;
      const { rows: rowsAt, readAs, issues: issuesAt, bits, from, to, cells } = at;
      const [k, size, words] = [values.length, issues.length, wordsOf(each)];
      new Uint32Array(buffer, issuesAt, size).set(issues);
      kernels.packCountries(
        countries,
        k,
        rowsAt,
        width,
        readAs,
        issuesAt,
        size,
        bits,
        words,
        from,
        to,
      );
      kernels.tabulateCountries(countries, k, bits, words, from, to, 0, words, cells);
      return new Int32Array(buffer, cells, dyads * k * k);
    },
  };
}
