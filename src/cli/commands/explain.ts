import { explainDyad } from '../../analysis/explain/explain.ts';
import { explainIssue } from '../../analysis/explain/issue.ts';
import { UserError } from '../../errors.ts';
import { openQuestion } from '../../question/open-question.ts';
import { refuseNothingJoint, refuseUnknownIssue } from '../../question/refusals.ts';
import { dyadOf } from '../../question/sides.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { AnswerOptions } from '../options.ts';
import { settleOutput } from '../output.ts';
import { present } from '../present.ts';
import { questionOf, worldOf } from '../question.ts';

const beside = ['s', 'kappa', 'pi'];

/** `align explain <a> <b> [issue]` */
export async function explain(
  [nameA, nameB, id]: readonly [string, string, string?],
  options: AnswerOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, 'explanation', io);
  if (id !== undefined && options.full)
    throw new UserError('--full is for the whole record of two', {
      hint: 'one issue is always told in full: leave it out',
    });
  const question = questionOf([nameA, nameB], options, beside);
  const world = worldOf(options, io);
  const opened = await openQuestion(question, world, id === undefined ? { by: 'year' } : undefined);
  const { evidence, filter, library, settings } = opened;
  const [a, b] = dyadOf(opened);
  const run = { output, options, io, world };

  if (id !== undefined) {
    refuseUnknownIssue(id, opened);
    const { explanation, reason } = explainIssue(evidence, id, a, b, settings, library.nameOf);
    if (!explanation) throw new UserError(reason, { exitCode: exitCodes.noEvidence });
    if (output.format === 'csv' && explanation.weight === null)
      throw new UserError(`${id} has no row among the issues: ${explanation.reason ?? ''}`, {
        hint: 'take another format, such as json',
      });
    return present('issueExplanation', explanation, evidence, run);
  }

  const explanation = explainDyad(evidence, a, b, settings, filter);
  refuseNothingJoint(opened, explanation.score.coverage);
  const full = options.full === true;
  return present('explanation', { ...explanation, full }, evidence, run);
}
