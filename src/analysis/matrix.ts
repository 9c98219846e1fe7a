import type { CountryCode } from '../catalog/model.ts';
import { groupBy } from '../group-by.ts';
import { builtInScales } from '../catalog/scales.ts';
import type { DyadSettings } from '../evidence/dyad.ts';
import type { Evidence, SelectedIssue } from '../evidence/evidence.ts';
import type { Side } from '../evidence/side.ts';
import { fixedWeight, type Weighting } from '../evidence/weights.ts';
import { agreement } from '../measures/agreement.ts';
import { cohenKappa } from '../measures/cohen-kappa.ts';
import { identical } from '../measures/identical.ts';
import type { DyadicMeasure, MeasureChoice } from '../measures/measure.ts';
import { scottPi } from '../measures/scott-pi.ts';
import { signorinoRitter } from '../measures/signorino-ritter.ts';
import type { matrix } from '../results/dyads.ts';
import type { Result } from '../results/parts.ts';
import type { PeriodUnit } from '../results/vocabulary.ts';
import type { RollCallRecord } from '../rollcalls/record.ts';
import { type DyadVisitor, type IssueClass, visitCountedDyads, visitDyads } from './all-dyads.ts';
import { dyadCount } from './bit-planes.ts';
import type { DyadTable } from './dyad-table.ts';
import { isCountable } from './ways.ts';

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

const whyUndefined =
  'no variation, or an absence rule supplies distances but no positions: chance agreement is unknown';

const measured = [agreement, identical, signorinoRitter, cohenKappa, scottPi];

/** A row for each dyad that is visited. @param countries sorted by code */
function fillTable(
  countries: readonly CountryCode[],
  { headline: { measure: asked, distance }, undefinedAsZero }: MatrixSettings,
  forEachDyad: (visit: DyadVisitor) => void,
): DyadTable {
  const capacity = dyadCount(countries.length);
  const a = new Uint16Array(capacity);
  const b = new Uint16Array(capacity);
  const n = new Int32Array(capacity);
  const columns = new Map<DyadicMeasure, Float64Array>(
    [...measured, asked].map((measure) => [measure, new Float64Array(capacity)]),
  );
  let size = 0;
  forEachDyad((first, second, joint, contingency) => {
    a[size] = first;
    b[size] = second;
    n[size] = joint;
    for (const [measure, column] of columns) {
      const { value } = measure.compute(contingency, distance);
      column[size] = value ?? (undefinedAsZero ? 0 : Number.NaN);
    }
    size++;
  });
  const columnOf = (measure: DyadicMeasure) => columns.get(measure)!.subarray(0, size);
  return {
    countries,
    size,
    a: a.subarray(0, size),
    b: b.subarray(0, size),
    n: n.subarray(0, size),
    value: columnOf(asked),
    agreement: columnOf(agreement),
    identical: columnOf(identical),
    s: columnOf(signorinoRitter),
    kappa: columnOf(cohenKappa),
    pi: columnOf(scottPi),
    whyUndefined,
  };
}

/** Issues of one scale and weight. Those of a catalog stay together, as the same countries often have positions on them. */
export function classifyIssues(
  { issues }: Pick<Evidence, 'issues'>,
  weighting: Weighting,
): readonly (IssueClass & { readonly issues: readonly number[] })[] {
  const weightOf = (each: SelectedIssue) => fixedWeight(each, weighting);
  const keyOf = (each: SelectedIssue) => `${each.catalog} ${each.scale} ${weightOf(each)}`;
  return [...groupBy(issues, keyOf).values()].map((alike) => ({
    scale: alike[0]!.scale,
    weight: weightOf(alike[0]!),
    issues: alike.map(({ index }) => index),
  }));
}

/** Goes through all dyads of some sides on the evidence, whatever its scales and weights. */
export function visitSides(
  evidence: Evidence,
  sides: readonly Side[],
  settings: DyadSettings,
  visit: DyadVisitor,
): void {
  if (!isCountable(settings, sides)) return visitDyads(evidence, sides, settings, visit);
  const classes = classifyIssues(evidence, settings.weighting);
  const rows = sides.map(({ categories }) => categories);
  return visitCountedDyads(rows, evidence.scales, classes, settings, visit);
}

/** All dyads of some sides on the evidence. Sides are sorted by code. */
export function matrixOfEvidence(
  evidence: Evidence,
  sides: readonly Side[],
  settings: DyadSettings & MatrixSettings,
): DyadTable {
  const sorted = [...sides].sort((x, y) => (x.code < y.code ? -1 : 1));
  const codes = sorted.map(({ code }) => code);
  return fillTable(codes, settings, (visit) => visitSides(evidence, sorted, settings, visit));
}

/**
 * All dyads of some countries of a roll-call record, sorted by code, where each roll call has the same weight: as
 * `matrixOfEvidence` has it, without evidence being made of the record.
 */
export function matrixOfRecord(
  record: Pick<RollCallRecord, 'votesOf'>,
  countries: readonly CountryCode[],
  rollCalls: ArrayLike<number>,
  settings: DyadSettings & MatrixSettings,
): DyadTable {
  const rows = countries.map((code) => record.votesOf(code));
  const classes = [{ scale: 0, weight: 1, issues: rollCalls }];
  return fillTable(countries, settings, (visit) =>
    visitCountedDyads(rows, [builtInScales['vote']!], classes, settings, visit),
  );
}

/** What belongs to each period, oldest first; what belongs to none is left out. */
function splitByPeriod<T>(
  all: Iterable<T>,
  by: PeriodUnit | null,
  periodOf: (each: T, unit: PeriodUnit) => string | undefined,
): readonly { readonly period: string | null; readonly own: readonly T[] }[] {
  if (by === null) return [{ period: null, own: [...all] }];
  return [...groupBy(all, (each) => periodOf(each, by))]
    .flatMap(([period, own]) => (period ? [{ period, own }] : []))
    .sort((x, y) => Number(x.period) - Number(y.period));
}

/** The matrix of each year or session of the evidence, or of all of it. */
export function* matricesOfEvidence(
  evidence: Evidence,
  sides: readonly Side[],
  by: PeriodUnit | null,
  settings: DyadSettings & MatrixSettings,
): Generator<MatrixPeriod> {
  const parts = splitByPeriod(evidence.issues, by, ({ issue: { date, vote } }, unit) =>
    unit === 'year' ? date.from.slice(0, 4) : vote?.session?.toString(),
  );
  for (const { period, own } of parts)
    yield { period, dyads: matrixOfEvidence({ ...evidence, issues: own }, sides, settings) };
}

/** The matrix of each year or session of some roll calls of a record, or of all of them. */
export function* matricesOfRecord(
  record: RollCallRecord,
  countries: readonly CountryCode[],
  rollCalls: Iterable<number>,
  by: PeriodUnit | null,
  settings: DyadSettings & MatrixSettings,
): Generator<MatrixPeriod> {
  const parts = splitByPeriod(rollCalls, by, (rollCall, unit) =>
    unit === 'year'
      ? record.detail('date', rollCall).slice(0, 4)
      : record.detail('session', rollCall),
  );
  for (const { period, own } of parts)
    yield { period, dyads: matrixOfRecord(record, countries, own, settings) };
}
