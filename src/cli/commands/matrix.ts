import { UserError } from '../../errors.ts';
import { findDyads } from '../find-dyads.ts';
import type { Io } from '../io.ts';
import type { GlobalOptions, MeasureOptions, OutputOptions, SelectionOptions } from '../options.ts';
import { settleOutput } from '../output.ts';
import { present } from '../present.ts';
import { worldOf } from '../question.ts';

export type MatrixOptions = SelectionOptions &
  MeasureOptions &
  OutputOptions &
  GlobalOptions & { readonly by?: 'year' | 'session'; readonly wide?: boolean };

/** `align matrix [countries...]` */
export async function matrix(
  names: readonly string[],
  options: MatrixOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, 'matrix', io);
  const by = options.by ?? null;
  if (options.wide && (by !== null || output.format !== 'csv'))
    throw new UserError('--wide is for CSV of one period', {
      hint: by === null ? 'add --format csv' : 'leave --wide or --by out',
    });
  if (by !== null && (output.format === 'table' || output.format === 'markdown'))
    throw new UserError('a row per dyad and period is too much for a table', {
      hint: 'add --format csv or json',
    });
  const world = worldOf(options, io);
  const { dyads, from, options: asked } = await findDyads(names, options, by, world);
  const run = { options: asked, io, world };
  return options.wide
    ? present('wideMatrix', dyads, from, { ...run, output: { ...output, format: 'csv' } })
    : present('matrix', dyads, from, { ...run, output });
}
