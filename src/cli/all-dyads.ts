import { isCountable } from '../analysis/all-dyads.ts';
import {
  matricesOfEvidence,
  matricesOfRecord,
  type MatrixPeriod,
  type MatrixResult,
} from '../analysis/matrix.ts';
import { estimate, type Estimate } from '../analysis/coefficients.ts';
import type { ScoreSettings } from '../analysis/score.ts';
import type { Catalog, DateSpan } from '../catalog/model.ts';
import { UserError } from '../errors.ts';
import { compareDyad } from '../evidence/dyad.ts';
import type { Evidence, SelectedIssue, SelectionFilter } from '../evidence/evidence.ts';
import { periodOf } from '../evidence/period.ts';
import { countryParty, lenderOf, type Party } from '../evidence/party.ts';
import { selectEvidence } from '../evidence/select.ts';
import { openRecordedVotes, openRecords } from '../rollcalls/open.ts';
import { selectRollCalls } from '../rollcalls/select.ts';
import {
  gatherEvidence,
  openAtlas,
  openNamedCatalogs,
  partyOf,
  refuseMembershipsAlone,
  refuseOneRow,
  resolveParty,
  selectionFilter,
} from './context.ts';
import type { Io } from './io.ts';
import type { GlobalOptions, MeasureOptions, SelectionOptions } from './options.ts';
import { applyConvention, findConvention, scoreSettings } from './settings.ts';

export type AllDyadsOptions = SelectionOptions & MeasureOptions & GlobalOptions;

export interface AllDyads {
  readonly result: MatrixResult;
  readonly catalogs: readonly Catalog[];
  readonly nameOf: (code: string) => string;
  /** The headline measure of a dyad with its interval. */
  readonly estimate: (a: string, b: string) => Estimate;
  /** First and last day of the joint evidence of one with each of some others; `null` without any. */
  readonly jointPeriod: (a: string, others: readonly string[]) => DateSpan | null;
}

type Found = ReturnType<typeof resolveParty>;

/**
 * All dyads of the countries and blocs named, or of all countries, on the selection that the options ask for.
 *
 * @throws UserError as the options, names and catalogs give cause
 */
export async function compareAll(
  names: readonly string[],
  options: AllDyadsOptions,
  by: 'year' | 'session' | null,
  io: Io,
): Promise<AllDyads> {
  return compareParties({ names, among: 'named' }, options, by, io);
}

/** All dyads of all countries, and of the country or bloc named with them. */
export async function compareWithAll(
  name: string,
  options: AllDyadsOptions,
  io: Io,
): Promise<AllDyads & { readonly focus: Found }> {
  const compared = await compareParties({ names: [name], among: 'all' }, options, null, io);
  const [focus] = compared.parties;
  if (!focus) throw new Error('a party expected');
  return { ...compared, focus };
}

async function compareParties(
  { names, among }: { readonly names: readonly string[]; readonly among: 'named' | 'all' },
  options: AllDyadsOptions,
  by: 'year' | 'session' | null,
  io: Io,
): Promise<AllDyads & { readonly parties: readonly Found[] }> {
  const settings = await scoreSettings(options, [], io);
  const filter = applyConvention(selectionFilter(options), findConvention(options.convention));
  const atlas = openAtlas();
  const catalogs = await openNamedCatalogs(options, io, atlas);
  const named = names.map((name) => resolveParty(name, atlas, catalogs));
  const parties = named.filter(({ code }, i) => named.findIndex((p) => p.code === code) === i);

  if (among === 'named' && parties.length === 1)
    throw new UserError('a matrix needs two countries or blocs at least', {
      hint: 'name more; without any it has all countries, and align rank compares one with all',
    });
  const { measure, distance } = settings.headline;
  const everyone = among === 'all' || parties.length === 0;
  const context: Context = { catalogs, parties, everyone, filter, settings, by, options };
  const part = isRecordAlone(context) ? compareInRecord(context) : await compareInEvidence(context);
  const silent = parties.filter(({ code }) => !part.held.has(code));
  if (silent.length > 0 && !options.quiet)
    io.stderr.write(
      `align: no position in this selection: ${silent.map(({ name }) => name).join(', ')}\n`,
    );
  const namesOfParties = new Map(parties.map(({ code, name }) => [code, name]));
  const nameOf = (code: string) => namesOfParties.get(code) ?? atlas.byCode(code)?.name ?? code;
  const result: MatrixResult = {
    schema: 'align/matrix@1',
    countries: part.codes.map((code) => ({ code, name: nameOf(code) })),
    measure: measure.id,
    distance: measure.distances.length > 0 ? distance : null,
    issues: part.issues,
    by,
    periods: part.periods,
  };
  return { ...part, result, catalogs, parties, nameOf };
}

interface Context {
  readonly catalogs: readonly Catalog[];
  readonly parties: readonly Found[];
  /** Compare all countries, not only the parties. */
  readonly everyone: boolean;
  readonly filter: SelectionFilter;
  readonly settings: ScoreSettings;
  readonly by: 'year' | 'session' | null;
  readonly options: AllDyadsOptions;
}

interface Compared {
  readonly codes: readonly string[];
  /** Those with any position. */
  readonly held: ReadonlySet<string>;
  readonly issues: number;
  readonly periods: Iterable<MatrixPeriod>;
  readonly estimate: AllDyads['estimate'];
  readonly jointPeriod: AllDyads['jointPeriod'];
}

/** Whether the votes of one record, each of the same weight, are all there is to compare. */
function isRecordAlone({ catalogs, parties, filter, settings }: Context): boolean {
  const { weighting } = settings;
  return (
    catalogs.flatMap(({ rollCalls }) => rollCalls).length === 1 &&
    catalogs.every(({ issues }) => issues.length === 0) &&
    parties.every(({ members, continued }) => members.length === 0 && continued === undefined) &&
    filter.topics === undefined &&
    filter.issues === undefined &&
    weighting.issueWeights.size === 0 &&
    // Nobody's salience is coded in a record.
    isCountable({ ...settings, weighting: { ...weighting, salience: 'off' } })
  );
}

function compareInRecord(context: Context): Compared {
  const { catalogs, parties, everyone, filter, settings, by } = context;
  const [open] = openRecords(catalogs);
  if (!open) throw new Error('a record expected');
  const { record, names } = open;
  const asked = new Set(parties.map(({ code }) => code));
  const codes = record.countries.filter((code) => everyone || asked.has(code));
  const rollCalls = selectRollCalls(record, filter, names);
  // Only a ranking needs evidence.
  let opened: Evidence | undefined;
  const openEvidence = () =>
    (opened ??= selectEvidence(catalogs, openRecordedVotes(catalogs, filter), filter));
  const partyOfCode = (code: string) => countryParty(openEvidence(), code, code);
  const held = new Set(record.countries);
  return {
    codes,
    held,
    issues: rollCalls.length,
    periods: matricesOfRecord(record, codes, rollCalls, by, settings),
    ...comparisons(openEvidence, partyOfCode, settings),
  };
}

async function compareInEvidence(context: Context): Promise<Compared> {
  const { catalogs, parties, everyone, filter, settings, by, options } = context;
  const evidence = await gatherEvidence(catalogs, filter);
  refuseMembershipsAlone(evidence);
  refuseOneRow(evidence, parties);
  const taken = new Set(
    parties.flatMap(({ code, continued }) => [code, lenderOf(evidence, code, continued)]),
  );
  const others = everyone ? evidence.positions.countries.filter((code) => !taken.has(code)) : [];
  const found = [...parties, ...others.map((code) => ({ code, name: code, members: [] }))];
  const compared = found.map((party) => partyOf(evidence, party, options.blocPosition));
  const partyOfCode = (code: string) => {
    const party = compared.find((each) => each.code === code);
    if (!party) throw new Error('a party of the matrix expected');
    return party;
  };
  return {
    codes: compared.map(({ code }) => code).sort(),
    held: new Set(
      compared
        .filter(({ categories }) => categories.some((category) => category >= 0))
        .map(({ code }) => code),
    ),
    issues: evidence.issues.length,
    periods: matricesOfEvidence(evidence, compared, by, settings),
    ...comparisons(() => evidence, partyOfCode, settings),
  };
}

/** Answers on single dyads, from evidence that is opened when the first is asked for. */
function comparisons(
  open: () => Evidence,
  partyOfCode: (code: string) => Party,
  settings: ScoreSettings,
): Pick<AllDyads, 'estimate' | 'jointPeriod'> {
  return {
    estimate: (a, b) => {
      const evidence = open();
      const { joint } = compareDyad(evidence, partyOfCode(a), partyOfCode(b), settings);
      const [headline] = estimate(evidence, joint, [settings.headline], settings);
      if (!headline) throw new Error('an estimate is missing');
      return headline;
    },
    jointPeriod: (a, others) => {
      const evidence = open();
      const own = partyOfCode(a);
      const parties = others.map(partyOfCode);
      const isJoint = (issue: SelectedIssue) =>
        parties.some(
          (party) => compareDyad(evidence, own, party, settings, [issue]).joint.length > 0,
        );
      const latestFirst = evidence.issues.toSorted((x, y) =>
        x.issue.date.to < y.issue.date.to ? 1 : -1,
      );
      const ends = [evidence.issues.find(isJoint), latestFirst.find(isJoint)];
      return periodOf(
        evidence,
        ends.filter((issue) => issue !== undefined),
      );
    },
  };
}
