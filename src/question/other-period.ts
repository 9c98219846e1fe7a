import { type OpenedQuestion, openQuestionIn } from './look-up.ts';
import type { Question, SelectionWords } from './question.ts';

/**
 * The same question of another period, positions and sides as of its end.
 *
 * @throws UserError (usage) for a bloc that had no members then
 */
export function openPeriod(
  { library, question }: Pick<OpenedQuestion, 'library' | 'question'>,
  { from, to }: Pick<SelectionWords, 'from' | 'to'>,
): Promise<OpenedQuestion> {
  const { versus: _versus, ...rest } = question;
  const { from: _from, to: _to, ...selection } = question.selection;
  const asked: Question = {
    ...rest,
    selection: {
      ...selection,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    },
  };
  return openQuestionIn(library, asked);
}

/**
 * A question of the earlier period that it is compared with.
 *
 * @throws UserError (usage) for a bloc that had no members then
 */
export function openVersus(opened: OpenedQuestion): Promise<OpenedQuestion> {
  const { versus } = opened.question;
  if (!versus) throw new Error('a question without a period to compare with');
  return openPeriod(opened, versus);
}
