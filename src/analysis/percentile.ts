import { compareDyad, type Dyad, type DyadSettings, tabulate } from '../evidence/dyad.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { countryParty, type Party } from '../evidence/party.ts';
import type { Distance, DyadicMeasure } from '../measures/measure.ts';
import { type DyadVisitor, isPlain, visitPlainDyads } from './plain-dyads.ts';

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

function visitAllDyads(
  evidence: Evidence,
  parties: readonly Party[],
  settings: DyadSettings,
  visit: DyadVisitor,
) {
  for (const [a, first] of parties.entries()) {
    for (let b = a + 1; b < parties.length; b++) {
      const second = parties[b];
      if (!second) continue;
      const { joint } = compareDyad(evidence, first, second, settings);
      if (joint.length > 0) visit(a, b, joint.length, tabulate(evidence, joint));
    }
  }
}

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
export function joinCompany(companies: readonly Company[], joint: number, further: number): void {
  for (const company of companies) {
    if (joint < company.least) continue;
    company.others++;
    if (further > leastDifference) company.lower++;
  }
}

/** The company to rank among; `undefined` if there is none. */
export function settleCompany([strict, wide]: readonly [Company, Company]): Company | undefined {
  const company = strict.others < fewDyads && wide.others >= fewDyads ? wide : strict;
  return company.others > 0 ? company : undefined;
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
  const own = new Set([dyad.a.code, dyad.b.code]);
  const companies = companyOf(dyad.coverage.joint);
  const visit: DyadVisitor = (a, b, joint, table) => {
    if (own.has(evidence.countries[a] ?? '') && own.has(evidence.countries[b] ?? '')) return;
    if (joint < companies[1].least) return;
    const { value } = measure.compute(table, distance);
    if (value !== null) joinCompany(companies, joint, score - value);
  };
  const parties = evidence.countries.map((country) => countryParty(evidence, country, country));
  if (isPlain(settings, parties)) visitPlainDyads(evidence, parties, settings.weighting, visit);
  else if (evidence.countries.length ** 2 * evidence.issues.length > 2 * mostComparisons) {
    const reason = 'too many dyads to rank under these options';
    return { value: null, dyads: 0, reason };
  } else visitAllDyads(evidence, parties, settings, visit);
  const company = settleCompany(companies);
  if (!company) return { value: null, dyads: 0, reason: 'no other dyad has as many joint issues' };
  const { lower, others, least } = company;
  return { value: lower / others, dyads: others, leastJoint: least };
}
