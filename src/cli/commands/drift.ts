import { driftOf } from '../../analysis/drift.ts';
import type { DateSpan } from '../../catalog/model.ts';
import { UserError } from '../../errors.ts';
import { openQuestion } from '../../question/open-question.ts';
import { refuseNoDyad } from '../../question/refusals.ts';
import { type DriftOptions, periodsOf, refuseForDyad } from '../drift-options.ts';
import type { Io } from '../io.ts';
import { settleOutput } from '../output.ts';
import { present } from '../present.ts';
import { questionOf, worldOf } from '../question.ts';
import { movers } from './movers.ts';

/** `align drift <a> <b>`; without countries, who moved */
export async function drift(
  names: readonly string[],
  options: DriftOptions,
  io: Io,
): Promise<number> {
  const periods = periodsOf(options);
  if (names.length === 0) return movers(periods, options, io);
  refuseForDyad(names, options);
  const output = settleOutput(options, 'drift', io);
  const world = worldOf(options, io);
  const open = (period: DateSpan) =>
    openQuestion(questionOf(names, { ...options, ...period }), world);
  const [then, now] = [await open(periods[0]), await open(periods[1])];
  const { measure } = now.settings.headline;
  if (!measure.perIssue)
    throw new UserError(`${measure.id} does not decompose into issues, nor into topics`, {
      hint: 'take agreement, divergence, identical or s',
    });

  const result = driftOf(then, now);
  if (!result) {
    refuseNoDyad(then.evidence, false);
    throw new Error('a drift expected');
  }
  return present('drift', result, now, { output, options, io, world });
}
