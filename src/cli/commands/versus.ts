import { versusOf } from '../../analysis/versus.ts';
import { measures } from '../../measures/registry.ts';
import { openQuestion } from '../../question/open-question.ts';
import { openVersus } from '../../question/other-period.ts';
import { refuseEmptyPeriods } from '../../question/refusals.ts';
import type { Io } from '../io.ts';
import { settleOutput } from '../output.ts';
import { present } from '../present.ts';
import { questionOf, worldOf } from '../question.ts';
import type { ScoreOptions } from '../options.ts';

/** What the table has room for, and what JSON carries. */
const besideHeadline = ['s', 'kappa', 'pi'];
const everyMeasure = measures.map(({ id }) => id);

/** `align score <a> <b> --versus P`: the score beside that of an earlier period. */
export async function versus(
  names: readonly string[],
  options: ScoreOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, 'versus', io);
  const world = worldOf(options, io);
  const beside = output.format === 'json' ? everyMeasure : besideHeadline;
  const opened = await openQuestion(questionOf(names, options, beside), world);

  const before = await openVersus(opened);
  refuseEmptyPeriods([before, opened]);
  const result = versusOf(before, opened);

  const full = options.full === true;
  return present('versus', { ...result, full }, opened, { output, options, io, world });
}
