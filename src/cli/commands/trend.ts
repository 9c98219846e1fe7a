import { cooperationTrendOf } from '../../analysis/cooperation-trend.ts';
import { trendOf } from '../../analysis/trend.ts';
import { UserError } from '../../errors.ts';
import { openQuestion } from '../../question/open-question.ts';
import { refuseNoCooperation } from '../../question/interaction-refusals.ts';
import { refuseNoPoint } from '../../question/refusals.ts';
import type { TrendUnit } from '../../results/vocabulary.ts';
import { askedCooperation, refuseSessions } from '../cooperation.ts';
import type { Io } from '../io.ts';
import type { GlobalOptions, MeasureOptions, OutputOptions, SelectionOptions } from '../options.ts';
import { settleOutput } from '../output.ts';
import { present } from '../present.ts';
import { questionOf, worldOf } from '../question.ts';

export type TrendOptions = SelectionOptions &
  MeasureOptions &
  OutputOptions &
  GlobalOptions & { readonly by: TrendUnit; readonly window?: number };

/** `align trend <a> [b] [others...]` */
export async function trend(
  names: readonly string[],
  options: TrendOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, 'trend', io);
  const { window } = options;
  if (window !== undefined && options.by === 'session')
    throw new UserError('a window is of years', { hint: 'leave --window or --by session out' });
  if (window === undefined && options.by === 'window')
    throw new UserError('how many years a window has is not said', { hint: 'such as --window 5' });
  const by = window === undefined ? options.by : 'window';
  const world = worldOf(options, io);
  const units = { by, window: window ?? 1 };
  const cooperation = askedCooperation(names, options);
  if (cooperation) {
    refuseSessions(by);
    const opened = await openQuestion(cooperation.question, world, { by: 'year' });
    const result = cooperationTrendOf(opened, units);
    if (result.points.length === 0) refuseNoCooperation();
    return present('trend', result, opened, { output, options: cooperation.options, io, world });
  }
  const opened = await openQuestion(questionOf(names, options), world);
  const result = await trendOf(opened, units);
  refuseNoPoint(opened, result.points.length > 0);
  return present('trend', result, opened, { output, options, io, world });
}
