import type { ScoreSettings } from './score-settings.ts';
import { noEvidence, UserError } from '../errors.ts';
import type { Evidence, SelectionFilter } from '../evidence/evidence.ts';
import type { Party } from '../evidence/party.ts';
import { checkWeightNames } from '../evidence/weights.ts';
import { type Library, openLibrary, type World } from './library.ts';
import type { Question } from './question.ts';
import { filterOf, settingsOf } from './settings.ts';
import { type NamedSide, refuseOneRow, refuseSameSide, sideOf } from './sides.ts';
import type { Coverage } from '../results/parts.ts';

/** A question whose sides and settings are known, before there is evidence. */
export interface LookedUp extends Pick<Library, 'catalogs'> {
  readonly question: Question;
  readonly library: Library;
  /** In the order named. */
  readonly named: readonly NamedSide[];
  readonly settings: ScoreSettings;
  /** The selection, with what a convention makes of it. */
  readonly filter: SelectionFilter;
}

/** A question with all that an analysis needs to answer it. */
export interface OpenedQuestion extends LookedUp {
  readonly evidence: Evidence;
  /** In the order named. */
  readonly sides: readonly Party[];
}

/**
 * Looks up what a question names, short of evidence. For questions that have a faster way to it than
 * `gatherEvidence`.
 *
 * @param library the catalogs, if they are open already
 * @throws UserError (usage) for names and settings that do not exist or do not go together, or for one side
 *   named twice; (input) for catalogs or weights that cannot be used
 */
export async function lookUp(
  question: Question,
  world: World,
  library?: Library,
): Promise<LookedUp> {
  const settings = await settingsOf(question, world.cwd);
  const opened = library ?? (await openLibrary(question.catalogs, world));
  const named = question.sides.map(opened.find);
  refuseSameSide(named);
  const filter = filterOf(question);
  return { question, library: opened, catalogs: opened.catalogs, named, settings, filter };
}

/**
 * Gathers the evidence of a question.
 *
 * @throws UserError (usage) for topics, issues or weights of issues that no catalog has, and for two sides
 *   that are one row of a record
 */
export async function gatherEvidence(asked: LookedUp): Promise<OpenedQuestion> {
  const { question, library, named, settings, filter } = asked;
  const evidence = await library.gather(filter);
  refuseOneRow(evidence, named);
  checkWeightNames(settings.weighting, library.catalogs, evidence);
  const sides = named.map((side) => sideOf(evidence, side, question.settings.blocPosition));
  return { ...asked, evidence, sides };
}

/** Opens a question: everything that can be wrong with it is refused here. @throws UserError, as `lookUp` and `gatherEvidence` */
export async function openQuestion(
  question: Question,
  world: World,
  library?: Library,
): Promise<OpenedQuestion> {
  return gatherEvidence(await lookUp(question, world, library));
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

/** The two sides of a question on a dyad. */
export function dyadOf({ sides: [a, b] }: Pick<OpenedQuestion, 'sides'>): readonly [Party, Party] {
  if (!a || !b) throw new Error('two sides expected');
  return [a, b];
}

/** @throws UserError (no evidence) if two sides share no issue, with what each of them has */
export function refuseNothingJoint(
  opened: Pick<OpenedQuestion, 'sides' | 'evidence'>,
  { joint, issues, a: ofA, b: ofB }: Coverage,
): void {
  if (joint > 0) return;
  refuseMembershipsAlone(opened.evidence);
  const [{ name: a }, { name: b }] = dyadOf(opened);
  throw new UserError(`${a} and ${b} have no joint issue in this selection`, {
    hint: `of ${issues} issues, ${a} has a position on ${ofA} and ${b} on ${ofB}; widen the selection, or see align list issues`,
    exitCode: noEvidence,
  });
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

/** Ends a question on several sides of which no two share one of so many issues. @throws UserError (no evidence) */
export function refuseIssues(issues: number): never {
  throw new UserError('no two of these countries have a joint issue in this selection', {
    hint: `it has ${issues} ${issues === 1 ? 'issue' : 'issues'}; widen the selection, or see align list issues`,
    exitCode: noEvidence,
  });
}
