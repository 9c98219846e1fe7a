import type { Evidence, SelectedIssue } from '../../evidence/evidence.ts';
import { countriesAlone } from '../../evidence/side.ts';
import type { IdealPointEdition } from '../../results/vocabulary.ts';
import { yearBeforeFirst } from '../../rollcalls/record.ts';

/** A roll call of the evidence on which answers differ. */
export interface RollCall {
  readonly selected: SelectedIssue;
  /** Number of the session. */
  readonly session: number;
  /** `NO`, `ABSTAIN` or `YES` of each country, in the order of the evidence; below 0 is no answer. */
  readonly votes: Int8Array;
}

/** Why roll calls of a selection are not in the fit. */
export interface LeftOut {
  /** Of other bodies. */
  readonly otherBodies: number;
  /** On paragraphs and amendments, as the edition leaves them out. */
  readonly parts: number;
  /** Of session 19, which had one vote. */
  readonly session19: number;
  /** On which all answers are alike. */
  readonly unanimous: number;
}

export interface RollCalls {
  /** The body that they are of; `undefined` where there are none. */
  readonly body: string | undefined;
  readonly rollCalls: readonly RollCall[];
  readonly leftOut: LeftOut;
}

/** The Assembly decided nothing by vote that session but once. */
const withoutVotes = 19;

/** The year of a roll call's day. */
const yearOf = ({ issue }: SelectedIssue) => Number(issue.date.from.slice(0, 4));

/** The session of a roll call as an edition counts: the one that the record gives, or the calendar year. */
function sessionOf(selected: SelectedIssue, edition: IdealPointEdition): number {
  const ofYear = yearOf(selected) - yearBeforeFirst;
  return edition === '2026' ? ofYear : (selected.issue.vote?.session ?? ofYear);
}

/** Whether an edition leaves a vote on a paragraph or an amendment out. */
function isLeftOutPart(
  { issue }: SelectedIssue,
  session: number,
  edition: IdealPointEdition,
): boolean {
  if (issue.vote?.on === undefined) return false;
  return edition === '2026' || session + yearBeforeFirst > 1989;
}

/** Answers of all countries to one roll call. A record has a million: a callback each would take longer than all else here. */
function column(rows: readonly Int8Array[], index: number): Int8Array {
  const votes = new Int8Array(rows.length);
  for (let i = 0; i < rows.length; i++) votes[i] = rows[i]![index]!;
  return votes;
}

function countCast(votes: Int8Array): number {
  let cast = 0;
  for (let i = 0; i < votes.length; i++) if (votes[i]! >= 0) cast++;
  return cast;
}

/** The body with the most votes cast; of several, the first by name. */
function bodyOf(ballots: readonly (readonly [SelectedIssue, Int8Array])[]): string | undefined {
  const cast = new Map<string, number>();
  for (const [{ issue }, votes] of ballots) {
    cast.set(issue.vote!.body, (cast.get(issue.vote!.body) ?? 0) + countCast(votes));
  }
  const bodies = [...cast].sort(([x, m], [y, n]) => n - m || (x < y ? -1 : 1));
  return bodies[0]?.[0];
}

function areAlike(votes: Int8Array): boolean {
  const first = votes.find((vote) => vote >= 0);
  return votes.every((vote) => vote < 0 || vote === first);
}

/**
 * The recorded votes of a selection that the model takes in, filtered as an edition of the published
 * estimates was. Absences and stances are no votes. Of several bodies it is the one with the most votes: a
 * point in one is none in another.
 */
export function rollCallsOf(evidence: Evidence, edition: IdealPointEdition): RollCalls {
  const rows = countriesAlone(evidence).map((country) => evidence.positions.get(country)!);
  const ballots = evidence.issues
    .filter(({ issue }) => issue.vote !== undefined && issue.scale === 'vote')
    .map((selected) => [selected, column(rows, selected.index)] as const);
  const body = bodyOf(ballots);
  const left = { otherBodies: 0, parts: 0, session19: 0, unanimous: 0 };
  const rollCalls: RollCall[] = [];
  for (const [selected, votes] of ballots) {
    const session = sessionOf(selected, edition);
    if (selected.issue.vote!.body !== body) left.otherBodies++;
    else if (isLeftOutPart(selected, session, edition)) left.parts++;
    else if (session === withoutVotes && body === 'UNGA') left.session19++;
    else if (areAlike(votes)) left.unanimous++;
    else rollCalls.push({ selected, session, votes });
  }
  return { body, rollCalls, leftOut: left };
}
