import { parseDate } from '../catalog/dates.ts';
import type { Problem } from '../catalog/document.ts';
import type { Ballot } from '../catalog/model.ts';
import type { CatalogFile } from '../catalog/schema.ts';
import type { Country } from '../countries/model.ts';
import type { Atlas } from '../countries/resolve.ts';
import { ABSENT, MISSING } from '../evidence/evidence.ts';
import { ABSTAIN, NO, YES } from './record.ts';
import type { OpenRecord } from './open.ts';

type IssueFile = NonNullable<CatalogFile['issues']>[number];
type BallotFile = NonNullable<IssueFile['vote']>;
type Choice = keyof NonNullable<IssueFile['votes']>;

export interface VoteDifference extends Problem {
  readonly code:
    | 'vote-differs'
    | 'tally-differs'
    | 'date-differs'
    | 'not-in-record'
    | 'ambiguous-roll-call';
}

/** How far the recorded votes of catalogs and an official record agree. */
export interface Comparison {
  /** Issues with recorded votes of a body that the record is of. */
  readonly claimed: number;
  /** Those among them whose roll call was found. */
  readonly found: number;
  /** Votes of single countries in the roll calls found, and how many are the same. */
  readonly votes: number;
  readonly agreeing: number;
}

interface Candidate {
  readonly open: OpenRecord;
  readonly rollCall: number;
  readonly ballot: Ballot;
  readonly date: string;
  /** Whether the record says who was absent. */
  readonly listsAbsences: boolean;
}

/** Votes of official records, by what they were on. */
export interface RollCallIndex {
  readonly bodies: ReadonlySet<string>;
  /** First and last day of all records together. */
  readonly dates: { readonly from: string; readonly to: string };
  /** Also votes on amendments and single paragraphs. */
  readonly rollCallsOn: (body: string, resolution: string) => readonly Candidate[];
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

function readRoman(text: string): number {
  const values = [...text].map((letter) => romanDigits[letter] ?? 0);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}

/**
 * One spelling for the symbols of a resolution: `A/RES/74/168` and `R/74/168`, `A/RES/3379 (XXX)` and
 * `R/30/3379`, `A/RES/ES-10/19` and `ESS/10/19`. Symbols of any other form only lose case and spaces.
 */
function symbolKey(symbol: string): string {
  return symbol
    .toUpperCase()
    .replaceAll(/\s+/g, '')
    .replace(/^(?:A\/RES|R)\//, '')
    .replace(/^ESS\//, 'ES-')
    .replace(/^SS\//, 'S-')
    .replace(
      /^(\d+)([A-Z]?)\(([IVXL]+)\)$/,
      (_, number: string, part: string, session: string) =>
        `${readRoman(session)}/${number}${part}`,
    );
}

function bodyKey(body: string): string {
  return body.trim().toUpperCase();
}

/** Makes the roll calls of records ready to be found by body and resolution. */
export function indexRollCalls(records: readonly OpenRecord[]): RollCallIndex {
  const key = (body: string, resolution: string) => `${bodyKey(body)} ${symbolKey(resolution)}`;
  let [from, to] = ['9999', ''];
  const places = new Map<string, { open: OpenRecord; rollCall: number }[]>();
  for (const open of records) {
    for (let rollCall = 0; rollCall < open.record.size; rollCall++) {
      const date = open.record.detail('date', rollCall);
      if (date < from) from = date;
      if (date > to) to = date;
      const resolution = open.record.detail('resolution', rollCall);
      if (resolution === '') continue;
      const at = key(open.origin.body, resolution);
      const known = places.get(at);
      if (known) known.push({ open, rollCall });
      else places.set(at, [{ open, rollCall }]);
    }
  }
  const withAbsences = new Set(records.filter(({ record }) => record.votes.includes(ABSENT)));
  return {
    dates: { from, to },
    bodies: new Set(records.map(({ origin }) => bodyKey(origin.body))),
    rollCallsOn: (body, resolution) =>
      (places.get(key(body, resolution)) ?? []).flatMap(({ open, rollCall }) => {
        const { vote, date } = open.names.issueOf(rollCall);
        return vote
          ? [
              {
                open,
                rollCall,
                ballot: vote,
                date: date.from,
                listsAbsences: withAbsences.has(open),
              },
            ]
          : [];
      }),
  };
}

/** Where a roll call stands, for whoever wants to look it up. */
function placeOf({ open, rollCall, date }: Candidate): string {
  return `${open.file}:${open.record.lineOf(rollCall)}, the vote of ${date}`;
}

function spanOf({ date }: IssueFile): { readonly from: string; readonly to: string } | undefined {
  const [first, last] = typeof date === 'string' ? [date, date] : [date.from, date.to];
  const [from, to] = [parseDate(first)?.from, parseDate(last)?.to];
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** Days between a day and the nearest one of an issue; 0 within it. */
function daysApart(issue: IssueFile, day: string): number {
  const span = spanOf(issue);
  if (!span || (day >= span.from && day <= span.to)) return 0;
  const nearest = day < span.from ? span.from : span.to;
  return Math.abs(Date.parse(day) - Date.parse(nearest)) / 86_400_000;
}

/**
 * Of the roll calls on a resolution, those that an issue can mean: on the whole text (or on the part
 * that it names), nearest to its date and, where several are of one day, of the result that it gives.
 */
function likeliest(issue: IssueFile, candidates: readonly Candidate[]): readonly Candidate[] {
  const onSame = candidates.filter(({ ballot }) => ballot.on === issue.vote?.on);
  const nearest = Math.min(...onSame.map(({ date }) => daysApart(issue, date)));
  const tied = onSame.filter(({ date }) => daysApart(issue, date) === nearest);
  const result = issue.vote?.result;
  const alike = result
    ? tied.filter((candidate) => sameResult(tallyOf(candidate).result, result))
    : [];
  return alike.length === 1 ? alike : tied;
}

type Result = NonNullable<Ballot['result']>;

function sameResult(x: Result, y: Result): boolean {
  return x.yes === y.yes && x.no === y.no && x.abstain === y.abstain;
}

const choices: readonly (readonly [Choice, number])[] = [
  ['yes', YES],
  ['no', NO],
  ['abstain', ABSTAIN],
  ['absent', ABSENT],
];

const did = new Map([
  [YES, 'voted yes'],
  [NO, 'voted no'],
  [ABSTAIN, 'abstained'],
  [ABSENT, 'was absent'],
  [MISSING, 'has no vote'],
]);

function voteIn({ open: { record }, rollCall }: Candidate, country: string): number | undefined {
  return record.countries.includes(country) ? record.votesOf(country)[rollCall] : undefined;
}

/** The tally of a roll call: the official one, else the count of its votes. */
function tallyOf(candidate: Candidate): {
  readonly result: Result;
  readonly official: boolean;
} {
  const { open, rollCall, ballot } = candidate;
  if (ballot.result) return { result: ballot.result, official: true };
  const { votes, countries } = open.record;
  const cast = votes.subarray(rollCall * countries.length, (rollCall + 1) * countries.length);
  const countOf = (vote: number) => cast.filter((each) => each === vote).length;
  const result = { yes: countOf(YES), no: countOf(NO), abstain: countOf(ABSTAIN) };
  return { result, official: false };
}

type Path = VoteDifference['path'];

/** The roll call that a ballot of the catalog is, or why it cannot be told. */
function findRollCall(
  issue: IssueFile,
  vote: BallotFile,
  path: Path,
  rollCalls: RollCallIndex,
): Candidate | VoteDifference {
  const candidates = rollCalls.rollCallsOn(vote.body, vote.resolution);
  const [match, ...others] = likeliest(issue, candidates);
  if (match && others.length === 0) return match;
  const at = { severity: 'warning', path: [...path, 'vote', 'resolution'] } as const;
  if (match)
    return {
      ...at,
      code: 'ambiguous-roll-call',
      message: `the record has ${others.length + 1} votes on ${vote.resolution} that ${issue.id} may be; none is compared`,
      hint: [match, ...others].map(placeOf).join('; '),
    };
  const missing = `the record has no vote on ${vote.resolution}`;
  const [other] = candidates;
  if (!other) {
    const { from, to } = rollCalls.dates;
    return {
      ...at,
      code: 'not-in-record',
      message: missing,
      hint: `it goes from ${from} to ${to}`,
    };
  }
  const wanted = vote.on === undefined ? 'as a whole' : `that was on ${vote.on}s`;
  return {
    ...at,
    code: 'not-in-record',
    message: `${missing} ${wanted}`,
    hint: `there is ${placeOf(other)}`,
  };
}

/** Differences of date and tally. */
function* compareDetails(
  issue: IssueFile,
  path: Path,
  match: Candidate,
): Generator<VoteDifference> {
  const hint = placeOf(match);
  if (daysApart(issue, match.date) > 0)
    yield {
      severity: 'warning',
      code: 'date-differs',
      path: [...path, 'date'],
      message: `${issue.id} is dated otherwise than in the record, which has ${match.date}`,
      hint,
    };
  const { result, official } = tallyOf(match);
  for (const choice of ['yes', 'no', 'abstain'] as const) {
    const said = issue.vote?.result?.[choice];
    if (said === undefined || said === result[choice]) continue;
    const recorded = official ? 'the record' : 'the votes in the record add up to';
    yield {
      severity: 'warning',
      code: 'tally-differs',
      path: [...path, 'vote', 'result', choice],
      message: `the result of ${issue.id} has ${said} ${choice}, ${recorded} ${result[choice]}`,
      hint,
    };
  }
}

interface Claim {
  readonly country: Country;
  readonly choice: Choice;
  readonly vote: number;
  readonly path: Path;
}

/** Every vote of a known country that an issue lists, with its place. */
function* claimsOf(issue: IssueFile, path: Path, atlas: Atlas): Generator<Claim> {
  for (const [choice, vote] of choices) {
    for (const [n, name] of (issue.votes?.[choice] ?? []).entries()) {
      const resolution = atlas.resolve(name);
      if (resolution.kind !== 'found') continue;
      yield { country: resolution.country, choice, vote, path: [...path, 'votes', choice, n] };
    }
  }
}

/**
 * Compares the recorded votes of a catalog with an official record. Votes of bodies that the record
 * is not of are passed over, and so are names that are no country's.
 *
 * A country listed as absent agrees with a record that has no vote of it, unless the record lists
 * absences. Countries that the catalog does not list are not missed: a catalog may cover a few.
 *
 * @returns every difference: votes as errors; tallies, dates and what cannot be found as warnings
 */
export function compareVotes(
  file: CatalogFile,
  rollCalls: RollCallIndex,
  atlas: Atlas,
): { readonly problems: readonly VoteDifference[]; readonly comparison: Comparison } {
  const problems: VoteDifference[] = [];
  const unknown = new Map<Country, { readonly path: Path; times: number }>();
  let [claimed, found, votes, agreeing] = [0, 0, 0, 0];

  for (const [i, issue] of (file.issues ?? []).entries()) {
    const path = ['issues', i];
    const { vote } = issue;
    if (!issue.votes) continue;
    if (!vote) {
      problems.push({
        severity: 'warning',
        code: 'not-in-record',
        path: [...path, 'votes'],
        part: 'key',
        message: `${issue.id} does not say which resolution its votes were on`,
        hint: 'give it `vote: {body: UNGA, resolution: A/RES/74/168}`',
      });
      continue;
    }
    if (!rollCalls.bodies.has(bodyKey(vote.body))) continue;
    claimed++;
    const match = findRollCall(issue, vote, path, rollCalls);
    if ('code' in match) {
      problems.push(match);
      continue;
    }
    found++;
    problems.push(...compareDetails(issue, path, match));

    for (const claim of claimsOf(issue, path, atlas)) {
      const recorded = voteIn(match, claim.country.code);
      if (recorded === undefined) {
        const earlier = unknown.get(claim.country);
        if (earlier) earlier.times++;
        else unknown.set(claim.country, { path: claim.path, times: 1 });
        continue;
      }
      votes++;
      const silent = claim.vote === ABSENT && recorded === MISSING && !match.listsAbsences;
      if (recorded === claim.vote || silent) agreeing++;
      else
        problems.push({
          code: 'vote-differs',
          path: claim.path,
          message: `${claim.country.name} is listed under ${claim.choice} on ${vote.resolution}, but ${did.get(recorded)} in the record`,
          hint: placeOf(match),
        });
    }
  }

  for (const [{ name, code }, { path, times }] of unknown)
    problems.push({
      severity: 'warning',
      code: 'not-in-record',
      path,
      message: `${name} (${code}) is not in the record; ${times === 1 ? 'its vote is' : `its ${times} votes are`} not compared`,
    });
  return { problems, comparison: { claimed, found, votes, agreeing } };
}
