import { compareDyad, type DyadSettings, tabulate } from '../evidence/dyad.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Party } from '../evidence/party.ts';
import type { CountryCode } from '../catalog/model.ts';
import type { MeasureChoice } from '../measures/bootstrap.ts';
import { cohenKappa } from '../measures/cohen-kappa.ts';
import { agreement } from '../measures/agreement.ts';
import { identical } from '../measures/identical.ts';
import { scottPi } from '../measures/scott-pi.ts';
import { signorinoRitter } from '../measures/signorino-ritter.ts';
import type { DyadicMeasure } from '../measures/measure.ts';
import { createDyadTable, type DyadCoefficients, type DyadTable } from './dyad-table.ts';
import { measureVotes, readVotes, type VoteRule, type VoteTables } from './vote-tables.ts';

export interface MatrixSettings {
  readonly headline: MeasureChoice;
  /** Report 0 where a chance-corrected coefficient is undefined, as Häge's files do. */
  readonly undefinedAsZero: boolean;
}

/** Coefficients that every row has anyway, by id of the measure. */
const columnOf: Readonly<Record<string, (row: DyadCoefficients) => number>> = {
  [agreement.id]: (row) => row.agreement,
  divergence: (row) => 1 - row.agreement,
  [identical.id]: (row) => row.identical,
  [signorinoRitter.id]: (row) => row.s,
  [cohenKappa.id]: (row) => row.kappa,
  [scottPi.id]: (row) => row.pi,
};

function emptyRow(): DyadCoefficients {
  return { n: 0, agreement: 0, identical: 0, s: 0, kappa: 0, pi: 0 };
}

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
  const table = createDyadTable(countries, dyads);
  const row = emptyRow();
  const column = columnOf[headline.measure.id];
  const rest = column ? undefined : headline.measure;
  let dyad = 0;
  for (let a = 0; a < countries.length; a++) {
    for (let b = a + 1; b < countries.length; b++, dyad++) {
      readVotes(tables, dyad, rule, row);
      if (row.n === 0) continue;
      if (undefinedAsZero) zeroUndefined(row);
      const value = rest
        ? (measureVotes(tables, dyad, rule, rest).value ?? (undefinedAsZero ? 0 : Number.NaN))
        : column!(row);
      table.add(a, b, row, value);
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
  const table = createDyadTable(codes, (codes.length * (codes.length - 1)) / 2);
  const { headline, undefinedAsZero } = settings;
  for (const [a, first] of sorted.entries()) {
    for (let b = a + 1; b < sorted.length; b++) {
      const { joint } = compareDyad(evidence, first, sorted[b]!, settings);
      if (joint.length === 0) continue;
      const contingency = tabulate(evidence, joint);
      const take = (measure: DyadicMeasure) =>
        measure.compute(contingency, headline.distance).value ?? (undefinedAsZero ? 0 : Number.NaN);
      const row = {
        n: joint.length,
        agreement: take(agreement),
        identical: take(identical),
        s: take(signorinoRitter),
        kappa: take(cohenKappa),
        pi: take(scottPi),
      };
      table.add(a, b, row, columnOf[headline.measure.id]?.(row) ?? take(headline.measure));
    }
  }
  return table.finish();
}
