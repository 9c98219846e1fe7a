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
export function symbolKey(symbol: string): string {
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
  const warn = (problem: VoteDifference) => problems.push({ severity: 'warning', ...problem });
  const unknown = new Map<Country, { readonly path: VoteDifference['path']; times: number }>();
  let [claimed, found, votes, agreeing] = [0, 0, 0, 0];

  for (const [i, issue] of (file.issues ?? []).entries()) {
    const { vote } = issue;
    if (!issue.votes) continue;
    if (!vote) {
      warn({
        code: 'not-in-record',
        path: ['issues', i, 'votes'],
        part: 'key',
        message: `${issue.id} does not say which resolution its votes were on`,
        hint: 'give it `vote: {body: UNGA, resolution: A/RES/74/168}`',
      });
      continue;
    }
    if (!rollCalls.bodies.has(bodyKey(vote.body))) continue;
    claimed++;
    const candidates = rollCalls.rollCallsOn(vote.body, vote.resolution);
    const [match, ...others] = likeliest(issue, candidates);
    const resolutionPath = ['issues', i, 'vote', 'resolution'];
    if (!match) {
      const wanted = vote.on === undefined ? 'as a whole' : `that was on ${vote.on}s`;
      warn({
        code: 'not-in-record',
        path: resolutionPath,
        message:
          candidates.length === 0
            ? `the record has no vote on ${vote.resolution}`
            : `the record has no vote on ${vote.resolution} ${wanted}`,
        hint: candidates[0]
          ? `there is ${placeOf(candidates[0])}`
          : `it goes from ${rollCalls.dates.from} to ${rollCalls.dates.to}`,
      });
      continue;
    }
    if (others.length > 0) {
      warn({
        code: 'ambiguous-roll-call',
        path: resolutionPath,
        message: `the record has ${others.length + 1} votes on ${vote.resolution} that ${issue.id} may be; none is compared`,
        hint: [match, ...others].map(placeOf).join('; '),
      });
      continue;
    }
    found++;
    const hint = placeOf(match);

    if (daysApart(issue, match.date) > 0)
      warn({
        code: 'date-differs',
        path: ['issues', i, 'date'],
        message: `${issue.id} is dated otherwise than in the record, which has ${match.date}`,
        hint,
      });

    const tally = tallyOf(match);
    for (const choice of ['yes', 'no', 'abstain'] as const) {
      const said = vote.result?.[choice];
      if (said === undefined || said === tally.result[choice]) continue;
      warn({
        code: 'tally-differs',
        path: ['issues', i, 'vote', 'result', choice],
        message: tally.official
          ? `the result of ${issue.id} has ${said} ${choice}, the record ${tally.result[choice]}`
          : `the result of ${issue.id} has ${said} ${choice}, the votes in the record add up to ${tally.result[choice]}`,
        hint,
      });
    }

    for (const [choice, claim] of choices) {
      for (const [n, name] of (issue.votes[choice] ?? []).entries()) {
        const resolution = atlas.resolve(name);
        if (resolution.kind !== 'found') continue;
        const { country } = resolution;
        const path = ['issues', i, 'votes', choice, n];
        const recorded = voteIn(match, country.code);
        if (recorded === undefined) {
          const earlier = unknown.get(country);
          if (earlier) earlier.times++;
          else unknown.set(country, { path, times: 1 });
          continue;
        }
        votes++;
        if (
          recorded === claim ||
          (claim === ABSENT && recorded === MISSING && !match.listsAbsences)
        ) {
          agreeing++;
          continue;
        }
        problems.push({
          code: 'vote-differs',
          path,
          message: `${country.name} is listed under ${choice} on ${vote.resolution}, but ${did.get(recorded)} in the record`,
          hint,
        });
      }
    }
  }

  for (const [{ name, code }, { path, times }] of unknown)
    warn({
      code: 'not-in-record',
      path,
      message: `${name} (${code}) is not in the record; ${times === 1 ? 'its vote is' : `its ${times} votes are`} not compared`,
    });
  return { problems, comparison: { claimed, found, votes, agreeing } };
}
