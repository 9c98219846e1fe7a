import { keptApart } from '../catalog/keep-apart.ts';
import { nearestFew } from '../catalog/nearest.ts';
import { isMembership } from '../catalog/scales.ts';
import { noEvidence, UserError } from '../errors.ts';
import { compareDyad, type DyadSettings } from '../evidence/dyad.ts';
import type { Evidence, SelectedIssue, SelectionFilter } from '../evidence/evidence.ts';
import { lenderOf, type Side } from '../evidence/side.ts';
import type { Weighting } from '../evidence/weights.ts';
import type { MoversResult } from '../results/movers.ts';
import type { Coverage, LeftOut } from '../results/parts.ts';
import type { Library } from './library.ts';
import { dyadOf, type NamedSide } from './sides.ts';

/** Of fewer countries there is neither a bloc nor a map. */
const leastOfGroup = 3;

/** @throws UserError (usage) if two of these are the same country or bloc */
export function refuseSameSide(sides: readonly NamedSide[]): void {
  const twice = sides.find(({ code }, i) => sides.findIndex((other) => other.code === code) < i);
  if (twice)
    throw new UserError(`${twice.name} cannot be compared with itself`, {
      hint: 'name different countries or blocs',
    });
}

/** @throws UserError (usage) if one side is named where a matrix is asked for */
export function refuseSingleSide(sides: readonly unknown[]): void {
  if (sides.length !== 1) return;
  throw new UserError('a matrix needs two countries or blocs at least', {
    hint: 'name more; without any it has all countries, and align rank compares one with all',
  });
}

/** @throws UserError (usage) if one of these takes the positions of another: they are one row of a record */
export function refuseOneRow(evidence: Evidence, sides: readonly NamedSide[]): void {
  for (const { code, name, continued } of sides) {
    const lender = lenderOf(evidence, code, continued);
    const heir = sides.find((each) => each.code === lender);
    if (heir)
      throw new UserError(`${name} and ${heir.name} cannot be compared: their votes are one row`, {
        hint: `the catalogs keep those of ${name} under ${heir.name}, which continued it`,
      });
  }
}

/**
 * Weights may name issues and topics that the selection leaves out, but not ones that do not exist.
 *
 * @throws UserError (usage) with the names that no catalog has
 */
export async function refuseUnknownWeights(
  { issueWeights, topicWeights }: Weighting,
  { catalogs, records }: Pick<Library, 'catalogs' | 'records'>,
  { topics }: Pick<Evidence, 'topics'>,
): Promise<void> {
  if (issueWeights.size + topicWeights.size === 0) return;
  const issues = catalogs.flatMap((catalog) => catalog.issues);
  const membership = issues.find((issue) => isMembership(issue) && issueWeights.has(issue.id));
  if (membership)
    throw new UserError(`"${membership.id}" is a membership: it is in no score and has no weight`, {
      hint: 'remove it from the weights',
    });
  const known = new Set(issues.map(({ id }) => id));
  for (const { record, names } of await records())
    for (let rollCall = 0; rollCall < record.size; rollCall++) known.add(names.idOf(rollCall));
  const unknown = [
    ...[...issueWeights.keys()].filter((id) => !known.has(id)).map((id) => `issue "${id}"`),
    ...[...topicWeights.keys()]
      .filter((id) => !Object.hasOwn(topics, id))
      .map((id) => `topic "${id}"${whichOf(keptApart(id, Object.keys(topics)))}`),
  ];
  if (unknown.length === 0) return;
  throw new UserError(`the catalogs loaded have no ${unknown.join(', no ')} to weigh`, {
    hint: 'align list issues and align list topics show what there is',
  });
}

function whichOf(own: readonly string[]): string {
  return own.length === 0 ? '' : ` (say which: ${own.join(', ')})`;
}

/** @throws UserError (no evidence) if there are only memberships, which are in no score */
export function refuseMembershipsAlone({
  issues,
  memberships,
}: Pick<Evidence, 'issues' | 'memberships'>): void {
  if (issues.length > 0 || memberships.issues.length === 0) return;
  const names = memberships.issues.map(({ issue }) => `${issue.title} (${issue.id})`);
  throw new UserError(
    `this selection has memberships only, which are facts and in no score: ${names.join(', ')}`,
    {
      hint: 'align show <issue> has the members; align score names those of two countries on a line of their own',
      exitCode: noEvidence,
    },
  );
}

/** @throws UserError (no evidence) if two sides share no issue, with what each of them has */
export function refuseNothingJoint(
  opened: { readonly sides: readonly Side[]; readonly evidence: Evidence },
  { joint, issues, a: ofA, b: ofB }: Coverage,
): void {
  if (joint > 0) return;
  refuseMembershipsAlone(opened.evidence);
  const [{ name: a }, { name: b }] = dyadOf(opened);
  const { interactions, eventSums } = opened.evidence;
  const done =
    interactions.length + eventSums.length > 0
      ? '; align interactions has what they did, which is in no score'
      : '';
  throw new UserError(`${a} and ${b} have no joint issue in this selection`, {
    hint: `of ${issues} issues, ${a} has a position on ${ofA} and ${b} on ${ofB}; widen the selection, or see align list issues${done}`,
    exitCode: noEvidence,
  });
}

/** @throws UserError (no evidence) for the first of several periods in which two sides share no issue */
export function refuseEmptyPeriods(
  periods: readonly {
    readonly evidence: Evidence;
    readonly settings: DyadSettings;
    readonly sides: readonly Side[];
    readonly filter: SelectionFilter;
  }[],
): void {
  for (const { evidence, settings, sides, filter } of periods) {
    const [a, b] = dyadOf({ sides });
    const { joint, issues, ...of } = compareDyad(evidence, a, b, settings).coverage;
    if (joint > 0) continue;
    refuseMembershipsAlone(evidence);
    const { from = '', to } = filter;
    throw new UserError(
      `${a.name} and ${b.name} have no joint issue ${to === undefined ? `since ${from}` : `from ${from} to ${to}`}`,
      {
        hint: `of ${issues} issues then, ${a.name} has a position on ${of.a} and ${b.name} on ${of.b}; take another period, or see align list issues`,
        exitCode: noEvidence,
      },
    );
  }
}

/** @throws UserError (no evidence) unless some two of several sides share an issue */
export function refuseNoDyad(
  evidence: Pick<Evidence, 'issues' | 'memberships'>,
  some: boolean,
): void {
  if (some) return;
  refuseMembershipsAlone(evidence);
  refuseIssues(evidence.issues.length);
}

/** @throws UserError (no evidence) for a trend without any point */
export function refuseNoPoint(
  { evidence, sides }: { readonly evidence: Evidence; readonly sides: readonly Side[] },
  some: boolean,
): void {
  if (some) return;
  if (sides.length > 1) return refuseNoDyad(evidence, false);
  throw new UserError(
    `${sides[0]?.name ?? ''} has no vote on a text that returns in this selection`,
    {
      hint: 'widen the selection; align list issues --series shows the texts that return',
      exitCode: noEvidence,
    },
  );
}

/** @throws UserError (usage) if one or two sides are named where a group is asked about */
export function refuseFewSides(sides: readonly Side[]): void {
  if (sides.length === 0 || sides.length >= leastOfGroup) return;
  throw new UserError(`a group has ${leastOfGroup} countries or blocs at least`, {
    hint: 'name more, or none for all countries; align score compares two',
  });
}

/** @throws UserError (usage) for a number of blocs below two, or not below the number of countries */
export function refuseBlocCount(k: number | undefined, countries: number): void {
  if (k === undefined || (k >= 2 && k < countries)) return;
  throw new UserError(`${countries} countries cannot be put into ${k} blocs`, {
    hint: `--k goes from 2 to ${countries - 1}; without it the silhouette chooses`,
  });
}

/** @throws UserError (no evidence) if fewer than three sides can all be compared with each other */
export function refuseIncomparable(
  evidence: Pick<Evidence, 'issues' | 'memberships'>,
  comparable: number,
  minJoint: number,
  leftOut: readonly Pick<LeftOut, 'name' | 'lacking'>[],
): void {
  if (comparable >= leastOfGroup) return;
  refuseMembershipsAlone(evidence);
  const few = leftOut
    .slice(0, 3)
    .map(({ name, lacking }) => `${name} with ${lacking} of the others`);
  const rest = leftOut.length > few.length ? `, and ${leftOut.length - few.length} more` : '';
  const which = few.length > 0 ? `: too few for ${few.join(', ')}${rest}` : '';
  throw new UserError(
    `fewer than ${leastOfGroup} countries have ${minJoint} joint issues, and a divergence, each with all the others`,
    {
      hint: `a missing divergence is not guessed${which}; widen the selection, name countries that it covers, or lower --min-joint`,
      exitCode: noEvidence,
    },
  );
}

/** @throws UserError (no evidence) if no dyad has votes enough for it to be told whether it moved */
export function refuseNoneTested({
  tested,
  before,
  after,
}: Pick<MoversResult, 'tested' | 'before' | 'after'>): void {
  if (tested > 0) return;
  throw new UserError(
    'no dyad has 50 joint votes in each period and 10 texts that return in this selection',
    {
      hint: `it has ${before.votes} votes before and ${after.votes} after; widen the periods or the selection, or name two countries`,
      exitCode: noEvidence,
    },
  );
}

/** Ends a question on several sides of which no two share one of so many issues. @throws UserError (no evidence) */
export function refuseIssues(issues: number): never {
  throw new UserError('no two of these countries have a joint issue in this selection', {
    hint: `it has ${issues} ${issues === 1 ? 'issue' : 'issues'}; widen the selection, or see align list issues`,
    exitCode: noEvidence,
  });
}

/** Says that no issue, nor whatever else was looked for, has an id, with the nearest issues. */
export function unknownIssue(
  id: string,
  issues: readonly SelectedIssue[],
  what = 'issue',
): UserError {
  const near = nearestFew(
    id,
    issues.map(({ issue }) => issue),
  );
  const meant = near.length > 0 ? `did you mean ${near.join(', or ')}? ` : '';
  return new UserError(`no ${what} is called "${id}"`, {
    hint: `${meant}align list issues shows them all`,
  });
}

/** @throws UserError (usage) if the selection has no such issue, with the nearest or why it is left out */
export function refuseUnknownIssue(
  id: string,
  { evidence, catalogs }: Pick<Library, 'catalogs'> & { readonly evidence: Evidence },
): void {
  const selected = [...evidence.issues, ...evidence.memberships.issues];
  if (selected.some(({ issue }) => issue.id === id)) return;
  if (catalogs.some(({ issues }) => issues.some((issue) => issue.id === id)))
    throw new UserError(`the issue "${id}" is outside this selection`, {
      hint: 'leave out --from, --to, --topic, --issue or the like',
    });
  throw unknownIssue(id, selected);
}
