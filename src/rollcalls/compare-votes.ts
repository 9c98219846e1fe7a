import type { Problem } from '../catalog/document.ts';
import type { CatalogFile } from '../catalog/schema.ts';
import type { Country } from '../countries/model.ts';
import type { Atlas } from '../countries/resolve.ts';
import { ABSENT, MISSING } from '../evidence/evidence.ts';
import { ABSTAIN, NO, YES } from './record.ts';
import {
  type Candidate,
  daysApart,
  type IssueFile,
  likeliest,
  placeOf,
  type RollCallIndex,
  tallyOf,
} from './roll-call-index.ts';
import { bodyKey, symbolOf } from '../catalog/symbols.ts';
import type { VoteComparison } from '../results/diagnostics.ts';

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

type Path = VoteDifference['path'];

/** The roll call that a ballot of the catalog is, or why it cannot be told. */
function findRollCall(
  issue: IssueFile,
  vote: BallotFile,
  path: Path,
  rollCalls: RollCallIndex,
): Candidate | VoteDifference {
  const candidates = rollCalls.rollCallsOn(vote.body, symbolOf(vote));
  const [match, ...others] = likeliest(issue, candidates);
  if (match && others.length === 0) return match;
  const at = { severity: 'warning', path: [...path, 'vote', 'resolution'] } as const;
  if (match)
    return {
      ...at,
      code: 'ambiguous-roll-call',
      message: `the record has ${others.length + 1} votes on ${symbolOf(vote)} that ${issue.id} may be; none is compared`,
      hint: [match, ...others].map(placeOf).join('; '),
    };
  const missing = `the record has no vote on ${symbolOf(vote)}`;
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
): { readonly problems: readonly VoteDifference[]; readonly comparison: VoteComparison } {
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
          message: `${claim.country.name} is listed under ${claim.choice} on ${symbolOf(vote)}, but ${did.get(recorded)} in the record`,
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
