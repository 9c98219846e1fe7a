import {
  matrixOfEvidence,
  matrixOfVotes,
  type MatrixPeriod,
  type MatrixResult,
  splitByPeriod,
} from '../analysis/matrix.ts';
import type { ScoreSettings } from '../analysis/score.ts';
import type { Catalog } from '../catalog/model.ts';
import type { Atlas } from '../countries/resolve.ts';
import type { SelectionFilter } from '../evidence/evidence.ts';
import { buildBitPlanes, dyadCount, tabulateDyads } from '../rollcalls/bit-planes.ts';
import { openRecords } from '../rollcalls/open.ts';
import { groupRollCalls } from '../rollcalls/periods.ts';
import { selectRollCalls } from '../rollcalls/select.ts';
import { gatherEvidence, openAtlas, openNamedCatalogs, partyOf, resolveParty } from './context.ts';
import type { Io } from './io.ts';
import type { GlobalOptions, MeasureOptions, SelectionOptions } from './options.ts';
import { applyConvention, findConvention, scoreSettings } from './settings.ts';
import { selectionFilter } from './context.ts';

export type AllDyadsOptions = SelectionOptions & MeasureOptions & GlobalOptions;

export interface AllDyads {
  readonly result: MatrixResult;
  readonly catalogs: readonly Catalog[];
  readonly settings: ScoreSettings;
  readonly atlas: Atlas;
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
  const settings = await scoreSettings(options, { ids: [], intervals: false }, io);
  const filter = applyConvention(selectionFilter(options), findConvention(options.convention));
  const atlas = openAtlas();
  const catalogs = await openNamedCatalogs(options, io, atlas);
  const named = names.map((name) => resolveParty(name, atlas, catalogs));
  const parties = named.filter(({ code }, i) => named.findIndex((p) => p.code === code) === i);

  const { measure, distance } = settings.headline;
  const context: Context = { catalogs, parties, filter, settings, by, options };
  const part = isRecordAlone(context) ? compareInRecord(context) : await compareInEvidence(context);
  const nameOf = new Map(parties.map(({ code, name }) => [code, name]));
  const result: MatrixResult = {
    schema: 'align/matrix@1',
    countries: part.codes.map((code) => ({
      code,
      name: nameOf.get(code) ?? atlas.byCode(code)?.name ?? code,
    })),
    measure: measure.id,
    distance: measure.distances.length > 0 ? distance : null,
    issues: part.issues,
    by,
    periods: part.periods,
  };
  return { result, catalogs, settings, atlas };
}

interface Context {
  readonly catalogs: readonly Catalog[];
  readonly parties: readonly Found[];
  readonly filter: SelectionFilter;
  readonly settings: ScoreSettings;
  readonly by: 'year' | 'session' | null;
  readonly options: AllDyadsOptions;
}

interface Compared {
  readonly codes: readonly string[];
  readonly issues: number;
  readonly periods: Iterable<MatrixPeriod>;
}

/** Whether the votes of one record, each of the same weight, are all there is to compare. */
function isRecordAlone({ catalogs, parties, filter, settings }: Context): boolean {
  const { weighting, weighs } = settings;
  return (
    catalogs.flatMap(({ rollCalls }) => rollCalls).length === 1 &&
    catalogs.every(({ issues }) => issues.length === 0) &&
    parties.every(({ members }) => members.length === 0) &&
    filter.topics === undefined &&
    filter.issues === undefined &&
    weighs === undefined &&
    weighting.weighBy === 'issue' &&
    weighting.issueWeights.size === 0 &&
    weighting.topicWeights.size === 0
  );
}

function compareInRecord({ catalogs, parties, filter, settings, by }: Context): Compared {
  const [open] = openRecords(catalogs);
  if (!open) throw new Error('a record expected');
  const { record, names } = open;
  const asked = new Set(parties.map(({ code }) => code));
  const codes = record.countries.filter((code) => parties.length === 0 || asked.has(code));
  const rollCalls = selectRollCalls(record, filter, names);
  const groups =
    by === null ? [{ period: null, rollCalls }] : groupRollCalls(record, rollCalls, by);
  const planes = buildBitPlanes(
    record,
    groups.map((group) => group.rollCalls),
    { countries: codes, absences: absencePlane[settings.absent] },
  );
  const cells = new Int32Array(dyadCount(codes.length) * planes.categories ** 2);
  const rule = {
    distance: settings.distance,
    absence: absenceDistance[settings.absent],
    dropsNeutral: settings.dropsNeutral,
  };
  function* periods(): Generator<MatrixPeriod> {
    for (const [g, { period }] of groups.entries()) {
      const tables = tabulateDyads(planes, g, cells);
      yield { period, dyads: matrixOfVotes(codes, tables, rule, settings) };
    }
  }
  return { codes, issues: rollCalls.length, periods: periods() };
}

const absencePlane = {
  exclude: 'missing',
  abstain: 'abstain',
  half: 'own',
  disagree: 'own',
} as const;

const absenceDistance = { exclude: null, abstain: null, half: 0.5, disagree: 1 } as const;

async function compareInEvidence(context: Context): Promise<Compared> {
  const { catalogs, parties, filter, settings, by, options } = context;
  const evidence = await gatherEvidence(catalogs, filter);
  const found: readonly Found[] =
    parties.length > 0
      ? parties
      : evidence.countries.map((code) => ({ code, name: code, members: [] }));
  const compared = found.map((party) => partyOf(evidence, party, options.blocPosition));
  function* periods(): Generator<MatrixPeriod> {
    const parts =
      by === null
        ? [{ period: null, issues: evidence.issues }]
        : splitByPeriod(evidence.issues, by);
    for (const { period, issues } of parts) {
      yield { period, dyads: matrixOfEvidence({ ...evidence, issues }, compared, settings) };
    }
  }
  return {
    codes: compared.map(({ code }) => code).sort(),
    issues: evidence.issues.length,
    periods: periods(),
  };
}
