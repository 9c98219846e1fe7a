import { compareSides } from '../../analysis/compare.ts';
import { UserError } from '../../errors.ts';
import { openQuestion } from '../../question/open-question.ts';
import { refuseNoDyad } from '../../question/refusals.ts';
import type { Io } from '../io.ts';
import { settleOutput } from '../output.ts';
import { present } from '../present.ts';
import { questionOf, worldOf } from '../question.ts';
import type { ScoreOptions } from '../options.ts';

/** More sides than this make a matrix, not a table that can be read. */
const mostSides = 12;

/** `align score <a> <b> <c...>`: all dyads among several sides. */
export async function compare(
  names: readonly string[],
  options: ScoreOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, 'comparison', io);
  if (options.full)
    throw new UserError('--full is for two countries or blocs', {
      hint: 'name two, or leave it out',
    });
  if (options.versus)
    throw new UserError('--versus is for two countries or blocs', {
      hint: 'name two; align trend shows several against the first',
    });
  if (names.length > mostSides)
    throw new UserError(`align score compares at most ${mostSides} countries or blocs`, {
      hint: 'align matrix takes any number',
    });
  const world = worldOf(options, io);
  const { evidence, sides, settings } = await openQuestion(questionOf(names, options), world);

  const result = compareSides(evidence, sides, settings);
  refuseNoDyad(
    evidence,
    result.dyads.some(({ n }) => n > 0),
  );
  return present('comparison', result, evidence, { output, options, io, world });
}
