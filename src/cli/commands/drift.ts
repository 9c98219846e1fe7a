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
import { movers } from './movers.ts';

export type DriftOptions = Omit<SelectionOptions, 'from' | 'to'> &
  MeasureOptions &
  OutputOptions &
  GlobalOptions & {
    readonly before?: DateSpan;
    readonly after?: DateSpan;
    readonly for?: string;
    readonly minEffect?: number;
    readonly quietIfNone?: boolean;
  };

/** `align drift <a> <b>`; without countries, who moved */
export async function drift(
  names: readonly string[],
  options: DriftOptions,
  io: Io,
): Promise<number> {
  const { before, after } = options;
  if (!before || !after)
    throw new UserError('a drift is from one period to another: name both', {
      hint: 'such as --before 2016..2020 --after 2021..2025',
    });
  if (before.to >= after.from)
    throw new UserError('the periods overlap, or the later one stands before', {
      hint: '--before ends before --after begins',
    });
  if (names.length === 0) return movers(before, after, options, io);
  refuseForDyad(names, options);
  const output = settleOutput(options, 'drift', io);
  const world = worldOf(options, io);
  const open = (period: DateSpan) =>
    openQuestion(questionOf(names, { ...options, ...period }, io), world);
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

/** @throws UserError (usage) for one country, and for options on who moved */
function refuseForDyad([, second]: readonly string[], options: DriftOptions): void {
  if (second === undefined)
    throw new UserError('a drift is of two countries', {
      hint: 'name another, or see who moved with it: --for, without countries',
    });
  if (options.for !== undefined || options.minEffect !== undefined || options.quietIfNone)
    throw new UserError('--for, --min-effect and --quiet-if-none are for who moved', {
      hint: 'leave them out, or name no countries',
    });
}
