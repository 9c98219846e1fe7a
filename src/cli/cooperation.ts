import { UserError } from '../errors.ts';
import { isCooperation } from '../measures/cooperation.ts';
import type { Question, SelectionWords, SettingsWords } from '../question/question.ts';
import type { CatalogOptions } from './options.ts';
import { questionOf } from './question.ts';
import { flagsOfQuestions, wordsOfQuestions } from '../question/flags.ts';

type Options = CatalogOptions & SelectionWords & SettingsWords;
type Word = keyof (SelectionWords & SettingsWords);

/** What interactions have as issues do. */
const shared: readonly Word[] = ['measure', 'from', 'to', 'minConfidence'];

const ofIssues = wordsOfQuestions.filter((word) => !shared.includes(word));

/** A question about interactions, and the options that are left of a command's. */
export interface AskedCooperation<Own extends Options> {
  readonly question: Question;
  readonly options: Own;
}

/**
 * What a command line asks about interactions rather than positions: `--measure cooperation`. What a project has
 * in force for issues does not touch it.
 *
 * @returns `undefined` where another measure is asked for
 * @throws UserError (usage) for options that are of issues alone
 */
export function askedCooperation<Own extends Options>(
  sides: readonly string[],
  options: Own,
): AskedCooperation<Own> | undefined {
  if (!isCooperation(options.measure)) return undefined;
  const given = ofIssues
    .filter((word) => options.inForce.isGiven(word))
    .map((word) => flagsOfQuestions[word].flag);
  if (given.length > 0)
    throw new UserError('cooperation is of interactions, which have no issues, votes or weights', {
      hint: `leave ${given.join(', ')} out`,
    });
  const own = Object.entries(options).filter(([name]) => !ofIssues.includes(name as Word));
  const left = Object.fromEntries(own) as Own;
  return { options: left, question: questionOf(sides, { ...left, measure: undefined }) };
}

/** A unit of periods that interactions may have. @throws UserError (usage) for sessions */
export function refuseSessions<Unit extends string | null>(by: Unit): Exclude<Unit, 'session'> {
  if (by !== 'session') return by as Exclude<Unit, 'session'>;
  throw new UserError('interactions belong to no session', { hint: 'take --by year' });
}
