import {
  matrixOfEvidence,
  matrixOfVotes,
  type MatrixPeriod,
  type MatrixResult,
  splitByPeriod,
} from '../analysis/matrix.ts';
import { estimate } from '../analysis/coefficients.ts';
import type { ScoreSettings } from '../question/score-settings.ts';
import { readingOf } from '../analysis/vote-tables.ts';
import type { Catalog, DateSpan } from '../catalog/model.ts';
import { UserError } from '../errors.ts';
import { compareDyad } from '../evidence/dyad.ts';
import type { Evidence, SelectedIssue } from '../evidence/evidence.ts';
import { periodOf } from '../evidence/period.ts';
import { countryParty, lenderOf, type Party } from '../evidence/party.ts';
import { selectEvidence } from '../evidence/select.ts';
import { buildBitPlanes, dyadTabulator } from '../rollcalls/bit-planes.ts';
import { openRecordedVotes, openRecords } from '../rollcalls/open.ts';
import { groupRollCalls } from '../rollcalls/periods.ts';
import { selectRollCalls } from '../rollcalls/select.ts';
import type { World } from '../question/library.ts';
import {
  gatherEvidence,
  type LookedUp,
  lookUp,
  refuseMembershipsAlone,
} from '../question/open-question.ts';
import type { Question } from '../question/question.ts';
import type { NamedSide } from '../question/sides.ts';
import type { Estimate } from '../results/parts.ts';

export interface AllDyads {
  readonly result: MatrixResult;
  readonly catalogs: readonly Catalog[];
  readonly nameOf: (code: string) => string;
  /** The headline measure of a dyad with its interval. */
  readonly estimate: (a: string, b: string) => Estimate;
  /** First and last day of the joint evidence of one with each of some others; `null` without any. */
  readonly jointPeriod: (a: string, others: readonly string[]) => DateSpan | null;
}

/**
 * All dyads of the sides of a question, or of all countries where it names none.
 *
 * @throws UserError as `openQuestion`, for a single side, and for memberships alone
 */
export async function compareAll(
  question: Question,
  world: World,
  by: 'year' | 'session' | null,
): Promise<AllDyads> {
  const asked = await lookUp(question, world);
  if (asked.named.length === 1)
    throw new UserError('a matrix needs two countries or blocs at least', {
      hint: 'name more; without any it has all countries, and align rank compares one with all',
    });
  return compareSides({ ...asked, everyone: asked.named.length === 0, by }, world);
}

/** All dyads of all countries, and of the side of a question with them. */
export async function compareWithAll(
  question: Question,
  world: World,
): Promise<AllDyads & { readonly focus: NamedSide }> {
  const asked = await lookUp(question, world);
  const [focus] = asked.named;
  if (!focus) throw new Error('a side expected');
  return { ...(await compareSides({ ...asked, everyone: true, by: null }, world)), focus };
}

interface Context extends LookedUp {
  /** Compare all countries, not only those named. */
  readonly everyone: boolean;
  readonly by: 'year' | 'session' | null;
}

async function compareSides(context: Context, world: World): Promise<AllDyads> {
  const { catalogs, library, named, settings, by } = context;
  const alone = isRecordAlone(context);
  const part = alone ? compareInRecord(context) : await compareInEvidence(context);
  world.note(`dyads: ${alone ? 'from the votes of the record' : 'from the evidence'}`);
  const silent = named.filter(({ code }) => !part.held.has(code));
  if (silent.length > 0)
    world.warn(
      `align: no position in this selection: ${silent.map(({ name }) => name).join(', ')}`,
    );
  const nameOf = (code: string) =>
    named.find((side) => side.code === code)?.name ?? library.nameOf(code);
  const { measure, distance } = settings.headline;
  const result: MatrixResult = {
    schema: 'align/matrix@1',
    countries: part.codes.map((code) => ({ code, name: nameOf(code) })),
    measure: measure.id,
    distance: measure.distances.length > 0 ? distance : null,
    issues: part.issues,
    by,
    periods: part.periods,
  };
  return { ...part, result, catalogs, nameOf };
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
function isRecordAlone({ catalogs, named, filter, settings }: Context): boolean {
  const { weighting, weighs } = settings;
  return (
    catalogs.flatMap(({ rollCalls }) => rollCalls).length === 1 &&
    catalogs.every(({ issues }) => issues.length === 0) &&
    named.every(({ members, continued }) => members.length === 0 && continued === undefined) &&
    filter.topics === undefined &&
    filter.issues === undefined &&
    weighs === undefined &&
    weighting.weighBy === 'issue' &&
    weighting.issueWeights.size === 0 &&
    weighting.topicWeights.size === 0
  );
}

function compareInRecord(context: Context): Compared {
  const { catalogs, named, everyone, filter, settings, by } = context;
  const [open] = openRecords(catalogs);
  if (!open) throw new Error('a record expected');
  const { record, names } = open;
  const asked = new Set(named.map(({ code }) => code));
  const codes = record.countries.filter((code) => everyone || asked.has(code));
  const rollCalls = selectRollCalls(record, filter, names);
  const groups =
    by === null ? [{ period: null, rollCalls }] : groupRollCalls(record, rollCalls, by);
  const { absences, read, rule } = readingOf(settings);
  const planes = buildBitPlanes(
    record,
    groups.map((group) => group.rollCalls),
    { countries: codes, absences },
  );
  const tabulate = dyadTabulator(planes);
  function* periods(): Generator<MatrixPeriod> {
    for (const [g, { period }] of groups.entries())
      yield { period, dyads: matrixOfVotes(codes, read(tabulate(g)), rule, settings) };
  }
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
    periods: periods(),
    ...comparisons(openEvidence, partyOfCode, settings),
  };
}

async function compareInEvidence(context: Context): Promise<Compared> {
  const { everyone, by } = context;
  const { evidence, named, settings, sides } = await gatherEvidence(context);
  refuseMembershipsAlone(evidence);
  const taken = new Set(
    named.flatMap(({ code, continued }) => [code, lenderOf(evidence, code, continued)]),
  );
  const others = everyone ? evidence.positions.countries.filter((code) => !taken.has(code)) : [];
  const compared = [...sides, ...others.map((code) => countryParty(evidence, code, code))];
  function* periods(): Generator<MatrixPeriod> {
    const parts =
      by === null
        ? [{ period: null, issues: evidence.issues }]
        : splitByPeriod(evidence.issues, by);
    for (const { period, issues } of parts) {
      yield { period, dyads: matrixOfEvidence({ ...evidence, issues }, compared, settings) };
    }
  }
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
    periods: periods(),
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
