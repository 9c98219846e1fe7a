import { moversOf } from '../../analysis/movers.ts';
import type { DateSpan } from '../../catalog/model.ts';
import { openQuestion } from '../../question/open-question.ts';
import { refuseNoneTested } from '../../question/refusals.ts';
import { type DriftOptions, refuseMeasures } from '../drift-options.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { settleOutput, writeOutput } from '../output.ts';
import { present } from '../present.ts';
import { questionOf, worldOf } from '../question.ts';

/** By how much the agreement of a dyad that moved differs at least, unless asked. */
const defaultMinEffect = 0.05;

/** `align drift` without countries */
export async function movers(
  [before, after]: readonly [DateSpan, DateSpan],
  options: DriftOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, 'movers', io);
  refuseMeasures(options);
  const world = worldOf(options, io);
  const names = options.for === undefined ? [] : [options.for];
  const open = (period: DateSpan) =>
    openQuestion(questionOf(names, { ...options, ...period }), world);
  const [then, now] = [await open(before), await open(after)];

  const result = moversOf(then, now, options.minEffect ?? defaultMinEffect);
  refuseNoneTested(result);
  if (result.moved > 0 || !options.quietIfNone)
    return present('movers', result, now, { output, options, io, world });
  await writeOutput(output, '', io);
  return exitCodes.answered;
}
