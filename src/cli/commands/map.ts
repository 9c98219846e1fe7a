import { mapOf } from '../../analysis/map.ts';
import { openQuestion } from '../../question/open-question.ts';
import type { Io } from '../io.ts';
import type { GlobalOptions, MeasureOptions, OutputOptions, SelectionOptions } from '../options.ts';
import { settleOutput } from '../output.ts';
import { present } from '../present.ts';
import { questionOf, worldOf } from '../question.ts';

export type MapOptions = SelectionOptions &
  MeasureOptions &
  OutputOptions &
  GlobalOptions & { readonly minJoint: number };

/** `align map [countries...]` */
export async function map(names: readonly string[], options: MapOptions, io: Io): Promise<number> {
  const output = settleOutput(options, 'map', io);
  const world = worldOf(options, io);
  const opened = await openQuestion(questionOf(names, options), world);

  const result = mapOf(opened, options);
  return present('map', result, opened, { output, options, io, world });
}
