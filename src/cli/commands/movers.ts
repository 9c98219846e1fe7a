import { moversOf } from '../../analysis/movers.ts';
import type { DateSpan } from '../../catalog/model.ts';
import { UserError } from '../../errors.ts';
import { openQuestion } from '../../question/open-question.ts';
import { refuseNoneTested } from '../../question/refusals.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { settleOutput, writeOutput } from '../output.ts';
import { present } from '../present.ts';
import { questionOf, worldOf } from '../question.ts';
import type { DriftOptions } from './drift.ts';

/** By how much the agreement of a dyad that moved differs at least, unless asked. */
const defaultMinEffect = 0.05;

/** Options that say what is measured: movers are told by one thing only. */
const refused = {
  measure: '--measure',
  convention: '--convention',
  weights: '--weights',
  salience: '--salience',
  weighBy: '--weigh-by',
  cluster: '--cluster',
} as const;
const presets: readonly unknown[] = [undefined, 'off', 'issue', 'series'];

/** @throws UserError (usage) for options that would change nothing */
function refuseMeasures(options: DriftOptions): void {
  for (const [word, flag] of Object.entries(refused) as [keyof typeof refused, string][])
    if (!presets.includes(options[word]))
      throw new UserError(`who moved does not hang on ${flag}`, {
        hint: 'it is told by the agreement on the texts that return, of which each counts once; leave it out, or name two countries',
      });
}

/** `align drift` without countries */
export async function movers(
  before: DateSpan,
  after: DateSpan,
  options: DriftOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, 'movers', io);
  refuseMeasures(options);
  const world = worldOf(options, io);
  const names = options.for === undefined ? [] : [options.for];
  const open = (period: DateSpan) =>
    openQuestion(questionOf(names, { ...options, ...period }, io), world);
  const [then, now] = [await open(before), await open(after)];

  const result = moversOf(then, now, options.minEffect ?? defaultMinEffect);
  refuseNoneTested(result);
  if (result.moved > 0 || !options.quietIfNone)
    return present('movers', result, now, { output, options, io, world });
  await writeOutput(output, '', io);
  return exitCodes.answered;
}
