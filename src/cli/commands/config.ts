import type { Io } from '../io.ts';
import type { GlobalOptions, MeasureOptions, OutputOptions, SelectionOptions } from '../options.ts';
import { settleOutput } from '../output.ts';
import { present } from '../present.ts';
import { worldOf } from '../question.ts';
import { settingsInForce } from '../settings-in-force.ts';

export type ConfigOptions = SelectionOptions & MeasureOptions & OutputOptions & GlobalOptions;

/** `align config` */
export async function config(
  _operands: readonly string[],
  options: ConfigOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, 'config', io);
  const world = worldOf(options, io);
  const result = { schema: 'align/config@1', ...settingsInForce(options) } as const;
  return present('config', result, { catalogs: [] }, { output, options, io, world });
}
