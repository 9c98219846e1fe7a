import { parseDate } from '../catalog/dates.ts';
import { UserError, unusableInput } from '../errors.ts';
import type { Library, World } from '../question/library.ts';
import { type OpenedQuestion, openQuestion } from '../question/open-question.ts';
import {
  putQuestion,
  type Question,
  type SelectionWords,
  type SettingsWords,
} from '../question/question.ts';
import type { Assertion } from './load.ts';
import type { QuestionFile } from './schema.ts';

/** What a policy asks, in the words of options: with whole dates. */
export function wordsOf(question: QuestionFile): SelectionWords & SettingsWords {
  const { from = '', to = '' } = question;
  return { ...question, from: parseDate(from)?.from, to: parseDate(to)?.to };
}

/** The question that an assertion puts to catalogs. */
export function questionOf(
  { question, sides }: Pick<Assertion, 'question' | 'sides'>,
  catalogs: readonly string[],
): Question {
  return putQuestion(wordsOf(question), { catalogs, sides });
}

/**
 * Opens the question of an assertion in catalogs that are open.
 *
 * @throws UserError (input) with the place of the assertion if it cannot be asked
 */
export async function openAssertion(
  assertion: Assertion,
  library: Library,
  world: World,
): Promise<OpenedQuestion & { readonly assertion: Assertion }> {
  try {
    return { ...(await openQuestion(questionOf(assertion, []), world, library)), assertion };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { message, hint } = error;
    throw new UserError(message, {
      ...(hint === undefined ? {} : { hint }),
      exitCode: unusableInput,
      location: assertion.place,
    });
  }
}
