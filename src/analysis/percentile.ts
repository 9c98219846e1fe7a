import type { Dyad, DyadSettings } from '../evidence/dyad.ts';
import { ABSENT, type Evidence } from '../evidence/evidence.ts';
import { countryParty, type Party } from '../evidence/party.ts';
import type { Distance, DyadicMeasure } from '../measures/measure.ts';
import {
  type DyadVisitor,
  isPlain,
  sumPlainDyads,
  visitDyads,
  visitPlainDyads,
} from './all-dyads.ts';

export type Percentile =
  | {
      /** Share, in [0, 1], of the other dyads whose score is lower. */
      readonly value: number;
      /** The other dyads compared with. */
      readonly dyads: number;
      /** Joint issues that each of them has at least. */
      readonly leastJoint: number;
      readonly reason?: never;
    }
  | { readonly value: null; readonly dyads: number; readonly reason: string };

/** With fewer dyads of the same coverage than this, a rank among them says little. */
const fewDyads = 20;

/** Scores nearer than this to each other differ by rounding alone. */
const leastDifference = 1e-12;

/** Above this many comparisons of two positions, only the plain path answers in reasonable time. */
const mostComparisons = 20_000_000;

/** Dyads that a score is ranked among: those with at least so many joint issues. */
export interface Company {
  readonly least: number;
  lower: number;
  others: number;
}

/** The company of a dyad with so many joint issues, and a wider one in case there are few in it. */
export function companyOf(joint: number): readonly [strict: Company, wide: Company] {
  return [
    { lower: 0, others: 0, least: Math.max(1, joint) },
    { lower: 0, others: 0, least: Math.max(1, Math.ceil(joint / 3)) },
  ];
}

/** Counts another dyad, `further` below the score, in those it keeps company with. */
export function joinCompany(
  companies: readonly [Company, Company],
  joint: number,
  further: number,
): void {
  const lower = Number(further > leastDifference);
  const [strict, wide] = companies;
  if (joint < wide.least) return;
  wide.others++;
  wide.lower += lower;
  if (joint < strict.least) return;
  strict.others++;
  strict.lower += lower;
}

/** The company to rank among; `undefined` if there is none. */
export function settleCompany([strict, wide]: readonly [Company, Company]): Company | undefined {
  const company = strict.others < fewDyads && wide.others >= fewDyads ? wide : strict;
  return company.others > 0 ? company : undefined;
}

/** Joint issues, above 0, and defined score of a dyad of countries, by index, a < b. */
type ScoreVisitor = (a: number, b: number, joint: number, score: number) => void;

/** Whether a country has enough positions, or absences that a rule counts, for so many joint issues. */
function mayHaveJoint(categories: Int8Array, least: number, { absent }: DyadSettings): boolean {
  let count = 0;
  for (let i = 0; i < categories.length && count < least; i++) {
    const category = categories[i]!;
    if (category >= 0 || (category === ABSENT && absent !== 'exclude')) count++;
  }
  return count >= least;
}

/** Goes through the scores of all dyads of countries by the quickest way; false where there is no quick one. */
function visitScores(
  evidence: Evidence,
  measure: DyadicMeasure,
  distance: Distance,
  parties: readonly Party[],
  settings: DyadSettings,
  visit: ScoreVisitor,
): boolean {
  const visitTable: DyadVisitor = (a, b, joint, table) => {
    const { value } = measure.compute(table, distance);
    if (value !== null) visit(a, b, joint, value);
  };
  if (!isPlain(settings, parties)) {
    if (parties.length ** 2 * evidence.issues.length > 2 * mostComparisons) return false;
    visitDyads(evidence, parties, settings, visitTable);
  } else if (measure.rule?.chance === null) {
    const { coefficient } = measure.rule;
    const { joint, total, apart } = sumPlainDyads(evidence, parties, settings.weighting, distance);
    let dyad = 0;
    for (let a = 0; a < parties.length; a++) {
      for (let b = a + 1; b < parties.length; b++, dyad++) {
        const n = joint[dyad]!;
        if (n > 0) visit(a, b, n, coefficient(apart[dyad]! / total[dyad]!, Number.NaN));
      }
    }
  } else visitPlainDyads(evidence, parties, settings.weighting, visitTable);
  return true;
}

/**
 * Rank of a dyad among all dyads of countries of the same selection that have at least as many joint
 * issues. The best covered dyads have hardly any such company: where there are fewer than 20, and at
 * least 20 have a third as many joint issues, it is the rank among those.
 *
 * `null`, with the reason, for a bloc, for an undefined score, or without any other dyad.
 */
export function rankDyad(
  evidence: Evidence,
  dyad: Dyad,
  score: number | null,
  measure: DyadicMeasure,
  distance: Distance,
  settings: DyadSettings,
): Percentile {
  if (dyad.a.members.length > 0 || dyad.b.members.length > 0)
    return { value: null, dyads: 0, reason: 'blocs are not ranked among dyads of countries' };
  if (score === null) return { value: null, dyads: 0, reason: 'the score is undefined' };
  const companies = companyOf(dyad.coverage.joint);
  const parties = evidence.countries
    .map((country) => countryParty(evidence, country, country))
    .filter(({ categories }) => mayHaveJoint(categories, companies[1].least, settings));
  const [first = -1, second = -1] = [dyad.a.code, dyad.b.code]
    .map((code) => parties.findIndex((party) => party.code === code))
    .sort((x, y) => x - y);
  const join: ScoreVisitor = (a, b, joint, other) => {
    if (a !== first || b !== second) joinCompany(companies, joint, score - other);
  };
  const visited = visitScores(evidence, measure, distance, parties, settings, join);
  if (!visited)
    return { value: null, dyads: 0, reason: 'too many dyads to rank under these options' };
  const company = settleCompany(companies);
  if (!company) return { value: null, dyads: 0, reason: 'no other dyad has as many joint issues' };
  const { lower, others, least } = company;
  return { value: lower / others, dyads: others, leastJoint: least };
}
