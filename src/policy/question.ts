import { UserError, unusableInput } from '../errors.ts';
import type { Library, World } from '../question/library.ts';
import { type OpenedQuestion, openQuestion } from '../question/open-question.ts';
import { putQuestion, type Question } from '../question/question.ts';
import type { Assertion } from './load.ts';
import { wordsOf } from './schema.ts';

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
