import { driftOf } from '../../analysis/drift.ts';
import type { DateSpan } from '../../catalog/model.ts';
import { UserError } from '../../errors.ts';
import { openQuestion } from '../../question/open-question.ts';
import { refuseNoDyad } from '../../question/refusals.ts';
import type { Io } from '../io.ts';
import type { GlobalOptions, MeasureOptions, OutputOptions, SelectionOptions } from '../options.ts';
import { settleOutput } from '../output.ts';
import { present } from '../present.ts';
import { questionOf, worldOf } from '../question.ts';

export type DriftOptions = Omit<SelectionOptions, 'from' | 'to'> &
  MeasureOptions &
  OutputOptions &
  GlobalOptions & { readonly before?: DateSpan; readonly after?: DateSpan };

/** `align drift <a> <b>` */
export async function drift(
  names: readonly string[],
  options: DriftOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, 'drift', io);
  const { before, after } = options;
  if (!before || !after)
    throw new UserError('a drift is from one period to another: name both', {
      hint: 'such as --before 2016..2020 --after 2021..2025',
    });
  if (before.to >= after.from)
    throw new UserError('the periods overlap, or the later one stands before', {
      hint: '--before ends before --after begins',
    });
  const world = worldOf(options, io);
  const open = (period: DateSpan) =>
    openQuestion(questionOf(names, { ...options, ...period }), world);
  const [then, now] = [await open(before), await open(after)];
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
