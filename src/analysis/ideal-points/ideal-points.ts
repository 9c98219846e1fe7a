import { noEvidence, UserError } from '../../errors.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { countriesAlone, lenderOf } from '../../evidence/side.ts';
import type { OpenedQuestion } from '../../question/look-up.ts';
import type { NamedSide } from '../../question/sides.ts';
import type { IdealPoint, IdealPointsResult } from '../../results/ideal-points.ts';
import { yearBeforeFirst } from '../../rollcalls/record.ts';
import { chartedOf } from './charted.ts';
import { fitIdealPoints, type FittedPoint } from './fit.ts';
import { linkByTitle } from './links.ts';
import { type RollCall, type RollCalls, rollCallsOf } from './roll-calls.ts';
import { describeSessions } from './sessions.ts';
import type { IdealPointSettings } from './settings.ts';
import { type Standing, standingsOf } from './standing.ts';

const leastRollCalls = 2;
const leastCountries = 3;
/** The levels and scales of all sessions are one system of equations. */
const mostSessions = 250;

/** @throws UserError (no evidence) where votes tell too little apart for anyone to have a point */
function refuseTooLittle({ rollCalls, leftOut }: RollCalls): void {
  const voters = rollCalls[0]?.votes.filter((_, country) =>
    rollCalls.some(({ votes }) => votes[country]! >= 0),
  ).length;
  if (rollCalls.length >= leastRollCalls && (voters ?? 0) >= leastCountries) return;
  const left = leftOut.parts + leftOut.unanimous + leftOut.session19;
  throw new UserError(
    rollCalls.length < leastRollCalls
      ? `ideal points need ${leastRollCalls} roll calls at least on which answers differ; this selection has ${rollCalls.length}`
      : `ideal points need ${leastCountries} countries at least; in this selection ${voters} voted`,
    {
      hint: `${left > 0 ? `${left} more are unanimous, or on paragraphs and amendments; ` : ''}widen the selection, or import a record with align import`,
      exitCode: noEvidence,
    },
  );
}

/** @throws UserError (usage) for more sessions than can be fitted together */
function refuseSessions(rollCalls: readonly RollCall[]): void {
  const { size } = new Set(rollCalls.map(({ session }) => session));
  if (size > mostSessions)
    throw new UserError(
      `${size} sessions are too many: at most ${mostSessions} are fitted together`,
      {
        hint: 'narrow the selection with --session, or with --from and --to',
      },
    );
}

/** @throws UserError (usage) for blocs, which have no vote and so no point */
function refuseBlocs(named: readonly NamedSide[]): void {
  const bloc = named.find(({ members }) => members.length > 0);
  if (bloc)
    throw new UserError(`${bloc.name} is a bloc: only who votes has an ideal point`, {
      hint: `name its members: ${bloc.members.join(' ')}`,
    });
}

/** Votes cast by each country, in the order of the evidence. */
function votesCast(rollCalls: readonly RollCall[], countries: number): Int32Array {
  const cast = new Int32Array(countries);
  for (const { votes } of rollCalls)
    for (let i = 0; i < countries; i++) cast[i]! += Number(votes[i]! >= 0);
  return cast;
}

/** The country (by place) whose side is positive: the one named, else the United States, else who voted most. */
function positiveOf(
  { library, filter, evidence }: OpenedQuestion,
  name: string | undefined,
  cast: Int32Array,
): number {
  const { countries } = evidence.positions;
  if (name === undefined) {
    const usa = countries.indexOf('USA');
    return (cast[usa] ?? 0) > 0 ? usa : cast.indexOf(Math.max(...cast));
  }
  const side = library.find(name, filter.to);
  refuseBlocs([side]);
  const place = countries.indexOf(rowOf(evidence, side));
  if ((cast[place] ?? 0) > 0) return place;
  throw new UserError(
    `${side.name} has no vote in this selection and cannot say which side is positive`,
    {
      hint: 'name a country that votes with --positive',
      exitCode: noEvidence,
    },
  );
}

/** The country whose row the votes of a side are in: the Soviet Union's are in Russia's. */
function rowOf(evidence: Evidence, { code, continued }: NamedSide): string {
  return lenderOf(evidence, code, continued) ?? code;
}

/** Sessions in which a historic state voted whose votes are in another's row; `undefined` for all others. */
function ownSessions(
  { sides }: OpenedQuestion,
  { code }: NamedSide,
  rollCalls: readonly RollCall[],
): ReadonlySet<number> | undefined {
  const side = sides.find((each) => each.code === code);
  if (side?.lender === undefined) return undefined;
  const own = rollCalls.filter(({ selected }) => side.categories[selected.index]! >= 0);
  return new Set(own.map(({ session }) => session));
}

/**
 * Ideal points of the countries that vote in the roll calls of a selection, by session: see
 * `fitIdealPoints`. All of them are fitted; those of the sides of the question, if it names any, are given.
 *
 * Order and relative distance within a session are measured. Level and scale of a session come from the
 * walk and from the texts that tie it to the one before; without such texts they are a convention.
 *
 * @throws UserError (usage) for blocs and for more than 250 sessions; (no evidence) with fewer than two roll calls on which answers differ,
 *   fewer than three countries, or where none of those named votes
 */
export function idealPointsOf(
  opened: OpenedQuestion,
  { edition, links, positive, model }: IdealPointSettings,
): IdealPointsResult {
  const { evidence, library, named } = opened;
  refuseBlocs(named);
  const found = rollCallsOf(evidence, edition);
  refuseTooLittle(found);
  refuseSessions(found.rollCalls);
  const { rollCalls, leftOut } = found;
  const codes = countriesAlone(evidence);
  const cast = votesCast(rollCalls, codes.length);
  const positivePlace = positiveOf(opened, positive, cast);

  const items = links ? linkByTitle(rollCalls) : Int32Array.from(rollCalls.keys());
  const { points, rounds, ...fit } = fitIdealPoints(
    rollCalls.map(({ session, votes }, place) => ({ session, votes, item: items[place]! })),
    codes.length,
    positivePlace,
    model,
  );
  const standings = standingsOf(points);
  const byCode = new Map<string, FittedPoint[]>();
  for (const point of points) {
    const code = codes[point.country]!;
    byCode.set(code, [...(byCode.get(code) ?? []), point]);
  }
  const given = named.length > 0 ? namedPoints(opened, rollCalls, byCode) : byCode;
  const nameOf = (code: string) =>
    named.find((side) => side.code === code)?.name ?? library.nameOf(code);
  const countries = [...given.keys()].sort();
  return {
    schema: 'align/ideal-points@1',
    body: found.body!,
    edition,
    positive: { code: codes[positivePlace]!, name: library.nameOf(codes[positivePlace]!) },
    countries: countries.map((code) => ({ code, name: nameOf(code) })),
    charted: chartedOf(named, given),
    points: countries.flatMap((code) =>
      given.get(code)!.map((point) => describePoint(code, point, standings.get(point)!)),
    ),
    sessions: describeSessions(rollCalls, items, points),
    fit: {
      logLikelihood: fit.logLikelihood,
      iterations: rounds,
      converged: fit.converged,
      change: fit.change,
      rollCalls: rollCalls.length,
      items: fit.items,
      votes: fit.votes,
      points: points.length,
    },
    leftOut,
  };
}

/** Points of the sides of a question; those without any are told of. @throws UserError (no evidence) if none has */
function namedPoints(
  opened: OpenedQuestion,
  rollCalls: readonly RollCall[],
  byCode: ReadonlyMap<string, readonly FittedPoint[]>,
): ReadonlyMap<string, readonly FittedPoint[]> {
  const { evidence, library, named } = opened;
  const all = named.map((side) => {
    const sessions = ownSessions(opened, side, rollCalls);
    const points = byCode.get(rowOf(evidence, side)) ?? [];
    const own = sessions ? points.filter(({ session }) => sessions.has(session)) : points;
    return { side, own };
  });
  const silent = all.filter(({ own }) => own.length === 0).map(({ side }) => side.name);
  if (silent.length === named.length)
    throw new UserError(`${silent.join(', ')}: no vote in this selection`, {
      hint: 'widen the selection; without countries there are the points of all who vote',
      exitCode: noEvidence,
    });
  if (silent.length > 0) library.warn(`align: no vote in this selection: ${silent.join(', ')}`);
  return new Map(
    all.filter(({ own }) => own.length > 0).map(({ side, own }) => [side.code, own] as const),
  );
}

function describePoint(
  country: string,
  { session, value, low, high, n }: FittedPoint,
  { rank, percentile }: Standing,
): IdealPoint {
  const year = session + yearBeforeFirst;
  return { country, session, year, value, low, high, n, rank, percentile };
}
