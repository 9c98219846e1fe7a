import { scoreDyad } from '../../analysis/score.ts';
import { measures } from '../../measures/registry.ts';
import { openQuestion } from '../../question/open-question.ts';
import { refuseNothingJoint } from '../../question/refusals.ts';
import { dyadOf } from '../../question/sides.ts';
import type { Io } from '../io.ts';
import type { ScoreOptions } from '../options.ts';
import { settleOutput } from '../output.ts';
import { present } from '../present.ts';
import { questionOf, worldOf } from '../question.ts';

/** What the table has room for, and what other formats carry. */
const besideHeadline = ['s', 'kappa', 'pi'];
const everyMeasure = measures.map(({ id }) => id);

/** `align score <a> <b>` */
export async function score(
  names: readonly string[],
  options: ScoreOptions,
  io: Io,
): Promise<number> {
  if (names.length > 2) return (await import('./compare.ts')).compare(names, options, io);
  if (options.versus) return (await import('./versus.ts')).versus(names, options, io);
  const output = settleOutput(options, 'score', io);
  const world = worldOf(options, io);
  const beside = output.format === 'json' ? everyMeasure : besideHeadline;
  const opened = await openQuestion(questionOf(names, options, beside), world, { by: 'year' });

  const result = scoreDyad(opened.evidence, ...dyadOf(opened), opened.settings);
  refuseNothingJoint(opened, result.coverage);

  const full = options.full === true;
  return present('score', { ...result, full }, opened.evidence, { output, options, io, world });
}
