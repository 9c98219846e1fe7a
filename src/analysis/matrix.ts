import { groupBy } from '../group-by.ts';
import type { DyadSettings } from '../evidence/dyad.ts';
import type { Evidence, SelectedIssue } from '../evidence/evidence.ts';
import type { Party } from '../evidence/party.ts';
import type { CountryCode } from '../catalog/model.ts';
import type { MeasureChoice } from '../measures/measure.ts';
import { cohenKappa } from '../measures/cohen-kappa.ts';
import { agreement } from '../measures/agreement.ts';
import { identical } from '../measures/identical.ts';
import { scottPi } from '../measures/scott-pi.ts';
import { signorinoRitter } from '../measures/signorino-ritter.ts';
import type { DyadicMeasure } from '../measures/measure.ts';
import { type DyadVisitor, isPlain, visitDyads, visitPlainDyads } from './all-dyads.ts';
import {
  createDyadTable,
  type DyadCoefficients,
  type DyadColumn,
  type DyadTable,
} from './dyad-table.ts';
import { measureVotes, readVotes, type VoteRule, type VoteTables } from './vote-tables.ts';
import type { Result } from '../results/parts.ts';
import type { matrix } from '../results/dyads.ts';
import type { PeriodUnit } from '../results/vocabulary.ts';

/** All dyads; as there may be many, they stand in tables. */
export type MatrixResult = Omit<Result<typeof matrix>, 'dyads'> & {
  /** One without a period, or one a period, oldest first; each is worked out when it is asked for. */
  readonly periods: Iterable<MatrixPeriod>;
};

export interface MatrixPeriod {
  readonly period: string | null;
  readonly dyads: DyadTable;
}

export interface MatrixSettings {
  readonly headline: MeasureChoice;
  /** Report 0 where a chance-corrected coefficient is undefined, as Häge's files do. */
  readonly undefinedAsZero: boolean;
}

const columnOf: Readonly<Record<string, DyadColumn>> = {
  [agreement.id]: 'agreement',
  [identical.id]: 'identical',
  [signorinoRitter.id]: 's',
  [cohenKappa.id]: 'kappa',
  [scottPi.id]: 'pi',
};

/**
 * All dyads of a roll-call record from their contingency tables.
 *
 * @param countries as many as the tables were counted for, sorted by code
 * @param tables dyads in the order (0,1), (0,2) ... (1,2) ...
 */
export function matrixOfVotes(
  countries: readonly CountryCode[],
  tables: VoteTables,
  rule: VoteRule,
  { headline, undefinedAsZero }: MatrixSettings,
): DyadTable {
  const dyads = (countries.length * (countries.length - 1)) / 2;
  const column = columnOf[headline.measure.id];
  const table = createDyadTable(countries, dyads, column);
  const row: DyadCoefficients = { n: 0, agreement: 0, identical: 0, s: 0, kappa: 0, pi: 0 };
  let dyad = 0;
  for (let a = 0; a < countries.length; a++) {
    for (let b = a + 1; b < countries.length; b++, dyad++) {
      readVotes(tables, dyad, rule, row);
      if (row.n === 0) continue;
      if (undefinedAsZero) zeroUndefined(row);
      if (column) table.add(a, b, row);
      else {
        const { value } = measureVotes(tables, dyad, rule, headline.measure);
        table.add(a, b, row, value ?? (undefinedAsZero ? 0 : Number.NaN));
      }
    }
  }
  return table.finish();
}

function zeroUndefined(row: DyadCoefficients): void {
  if (Number.isNaN(row.kappa)) row.kappa = 0;
  if (Number.isNaN(row.pi)) row.pi = 0;
}

/**
 * All dyads of some parties on the evidence, whatever its scales and weights. Parties are sorted by code.
 */
export function matrixOfEvidence(
  evidence: Evidence,
  parties: readonly Party[],
  settings: DyadSettings & MatrixSettings,
): DyadTable {
  const sorted = [...parties].sort((x, y) => (x.code < y.code ? -1 : 1));
  const codes = sorted.map(({ code }) => code);
  const { headline, undefinedAsZero } = settings;
  const column = columnOf[headline.measure.id];
  const table = createDyadTable(codes, (codes.length * (codes.length - 1)) / 2, column);
  const visit: DyadVisitor = (a, b, n, contingency) => {
    const take = (measure: DyadicMeasure) =>
      measure.compute(contingency, headline.distance).value ?? (undefinedAsZero ? 0 : Number.NaN);
    const row = {
      n,
      agreement: take(agreement),
      identical: take(identical),
      s: take(signorinoRitter),
      kappa: take(cohenKappa),
      pi: take(scottPi),
    };
    table.add(a, b, row, column ? undefined : take(headline.measure));
  };
  if (isPlain(settings, sorted)) visitPlainDyads(evidence, sorted, settings.weighting, visit);
  else visitDyads(evidence, sorted, settings, visit);
  return table.finish();
}

/** Issues of a year or of a session, in order; those without a session are in none. */
export function splitByPeriod(
  issues: readonly SelectedIssue[],
  by: PeriodUnit,
): readonly { readonly period: string; readonly issues: readonly SelectedIssue[] }[] {
  const periods = groupBy(issues, ({ issue: { date, vote } }) =>
    by === 'year' ? date.from.slice(0, 4) : vote?.session?.toString(),
  );
  return [...periods]
    .flatMap(([period, own]) => (period === undefined ? [] : [{ period, issues: own }]))
    .sort((x, y) => Number(x.period) - Number(y.period));
}
