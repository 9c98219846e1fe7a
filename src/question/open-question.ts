import type { SumsAsked } from '../evidence/event-sums.ts';
import type { World } from './library.ts';
import { gatherEvidence, type LookedUp, lookUpIn, type OpenedQuestion } from './look-up.ts';
import { openLibrary } from './open-library.ts';
import type { Question } from './question.ts';
import { refuseWords } from './settings.ts';

/**
 * Looks up a question in the catalogs that it names.
 *
 * @param world where files are looked for, and who is told of warnings; left out, nobody is
 * @throws UserError as `lookUpIn`; (input) for catalogs that cannot be used
 */
export async function lookUp(question: Question, world?: World): Promise<LookedUp> {
  refuseWords(question);
  return lookUpIn(await openLibrary(question.catalogs, world), question);
}

/**
 * Opens a question: everything that can be wrong with it is refused here.
 *
 * @param sums as of `gatherEvidence`
 * @throws UserError, as `lookUp` and `gatherEvidence`
 */
export async function openQuestion(
  question: Question,
  world?: World,
  sums?: SumsAsked,
): Promise<OpenedQuestion> {
  return gatherEvidence(await lookUp(question, world), sums);
}
