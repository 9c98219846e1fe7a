import type { DateSpan } from '../catalog/model.ts';
import { compareDyad, issueComparer } from '../evidence/dyad.ts';
import type { SelectedIssue } from '../evidence/evidence.ts';
import { countrySide, lenderOf, type Side } from '../evidence/side.ts';
import { periodOf } from '../evidence/period.ts';
import type { Library } from '../question/library.ts';
import { gatherEvidence, type LookedUp, type OpenedQuestion } from '../question/look-up.ts';
import { refuseMembershipsAlone, refuseSingleSide } from '../question/refusals.ts';
import type { NamedSide } from '../question/sides.ts';
import type { matrix } from '../results/dyads.ts';
import type { Estimate, Result } from '../results/parts.ts';
import type { PeriodUnit } from '../results/vocabulary.ts';
import { selectRollCalls } from '../rollcalls/select.ts';
import { estimate } from './coefficients.ts';
import { listDyads } from './dyad-table.ts';
import { matricesOfEvidence, matricesOfRecord, type MatrixResult } from './matrix.ts';
import { isRecordAlone } from './ways.ts';

/** All dyads of the sides of a question, or of all countries. */
export interface AllDyads extends Pick<Library, 'catalogs' | 'labelOf'> {
  readonly result: MatrixResult;
}

/** All dyads of all countries, and of one side with them. */
export interface DyadsWithAll extends AllDyads {
  readonly focus: NamedSide;
  /** The headline measure of the side with another, with its interval. */
  readonly estimate: (other: string) => Estimate;
  /** First and last day of the joint evidence of the side with each of some others; `null` without any. */
  readonly jointPeriod: (others: readonly string[]) => DateSpan | null;
}

/**
 * All dyads of the sides of a question, or of all countries where it names none.
 *
 * @throws UserError as `gatherEvidence`, for a single side, and for memberships alone
 */
export async function compareAll(asked: LookedUp, by: PeriodUnit | null): Promise<AllDyads> {
  refuseSingleSide(asked.named);
  const everyone = asked.named.length === 0;
  const compared = isRecordAlone(asked)
    ? await compareInRecord(asked, everyone, by)
    : compareInEvidence(await gatherEvidence(asked), everyone, by);
  return describe(asked, compared);
}

/** The same as plain data, a row a dyad. @throws UserError as `compareAll` */
export async function matrixOf(
  asked: LookedUp,
  by: PeriodUnit | null = null,
): Promise<Result<typeof matrix>> {
  return plainMatrix((await compareAll(asked, by)).result);
}

/** A matrix with its tables as rows. */
export function plainMatrix({ periods, ...head }: MatrixResult): Result<typeof matrix> {
  const dyads = [...periods].flatMap((each) => [...listDyads(each.dyads, each.period)]);
  return { ...head, dyads };
}

/** All dyads of all countries, and of the side of a question with them. @throws UserError as `compareAll` */
export async function compareWithAll(asked: LookedUp): Promise<DyadsWithAll> {
  const opened = await gatherEvidence(asked);
  const { evidence, settings, named } = opened;
  const [focus] = named;
  if (!focus) throw new Error('a side expected');
  const compared = isRecordAlone(opened)
    ? await compareInRecord(opened, true, null)
    : compareInEvidence(opened, true, null);
  const sides = new Map(everySideOf(opened).map((side) => [side.code, side]));
  const own = sides.get(focus.code)!;
  return {
    ...describe(opened, compared),
    focus,
    estimate: (other) => {
      const { joint } = compareDyad(evidence, own, sides.get(other)!, settings);
      return estimate(evidence, joint, [settings.headline], settings)[0]!;
    },
    jointPeriod: (others) => {
      const comparers = others.map((other) =>
        issueComparer(evidence, own, sides.get(other)!, settings),
      );
      const isJoint = (selected: SelectedIssue) =>
        comparers.some((compare) => compare(selected) !== undefined);
      const endOf = ({ issue }: SelectedIssue) => issue.date.to;
      const latestFirst = evidence.issues.toSorted((x, y) => (endOf(x) < endOf(y) ? 1 : -1));
      const ends = [evidence.issues.find(isJoint), latestFirst.find(isJoint)];
      const known = ends.flatMap((selected) => (selected ? [{ selected }] : []));
      return periodOf(evidence, known);
    },
  };
}

/** Sides that were compared, by whatever measure. */
export interface Compared extends Pick<MatrixResult, 'by' | 'periods' | 'issues' | 'interactions'> {
  /** Sorted. */
  readonly codes: readonly string[];
  /** Those with anything that is measured. */
  readonly held: ReadonlySet<string>;
  /** What they were compared in. */
  readonly way: string;
}

/** What was compared as a matrix has it. Of sides that are named and have nothing that is measured, it warns. */
export function describeDyads(
  { catalogs, library, named }: Pick<LookedUp, 'catalogs' | 'library' | 'named'>,
  { codes, held, way, ...found }: Compared,
  { measure, distance }: Pick<MatrixResult, 'measure' | 'distance'>,
): AllDyads {
  const { warn, note } = library;
  note(`dyads: from ${way}`);
  const silent = named.filter(({ code }) => !held.has(code)).map(({ name }) => name);
  const what = found.interactions === undefined ? 'position' : 'interaction';
  if (silent.length > 0) warn(`align: no ${what} in this selection: ${silent.join(', ')}`);
  const labelOf = (code: string) => {
    const name = named.find((side) => side.code === code)?.name;
    return { ...library.labelOf(code), ...(name === undefined ? {} : { name }) };
  };
  const result: MatrixResult = {
    schema: 'align/matrix@1',
    countries: codes.map(labelOf),
    measure,
    distance,
    ...found,
  };
  return { result, catalogs, labelOf };
}

function describe(asked: LookedUp, compared: Compared): AllDyads {
  const { measure, distance } = asked.settings.headline;
  const taken = measure.distances.length > 0 ? distance : null;
  return describeDyads(asked, compared, { measure: measure.id, distance: taken });
}

async function compareInRecord(
  { library, named, filter, settings }: LookedUp,
  everyone: boolean,
  by: PeriodUnit | null,
): Promise<Compared> {
  const [open] = await library.records();
  if (!open) throw new Error('a record expected');
  const { record, names } = open;
  const asked = new Set(named.map(({ code }) => code));
  const codes = record.countries.filter((code) => everyone || asked.has(code));
  const rollCalls = selectRollCalls(record, filter, names);
  return {
    codes,
    held: new Set(record.countries),
    issues: rollCalls.length,
    by,
    periods: matricesOfRecord(record, codes, rollCalls, by, settings),
    way: 'the votes of the record',
  };
}

/** The sides of a question, and every country that is none of them nor lends one its positions. */
export function everySideOf({ evidence, named, sides }: OpenedQuestion): readonly Side[] {
  const taken = new Set(
    named.flatMap(({ code, continued }) => [code, lenderOf(evidence, code, continued)]),
  );
  const others = evidence.positions.countries.filter((code) => !taken.has(code));
  return [...sides, ...others.map((code) => countrySide(evidence, code, code))];
}

function compareInEvidence(
  opened: OpenedQuestion,
  everyone: boolean,
  by: PeriodUnit | null,
): Compared {
  const { evidence, settings } = opened;
  refuseMembershipsAlone(evidence);
  const sides = everyone ? everySideOf(opened) : opened.sides;
  const held = sides.filter(({ categories }) => categories.some((category) => category >= 0));
  return {
    codes: sides.map(({ code }) => code).sort(),
    held: new Set(held.map(({ code }) => code)),
    issues: evidence.issues.length,
    by,
    periods: matricesOfEvidence(evidence, sides, by, settings),
    way: 'the evidence',
  };
}
