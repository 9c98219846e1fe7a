import { blocsOf } from '../../analysis/blocs.ts';
import { openQuestion } from '../../question/open-question.ts';
import type { LeaveOutUnit } from '../../results/vocabulary.ts';
import type { Io } from '../io.ts';
import type { GlobalOptions, MeasureOptions, OutputOptions, SelectionOptions } from '../options.ts';
import { settleOutput } from '../output.ts';
import { present } from '../present.ts';
import { questionOf, worldOf } from '../question.ts';

export type BlocsOptions = SelectionOptions &
  MeasureOptions &
  OutputOptions &
  GlobalOptions & {
    readonly k?: number;
    readonly leaveOut: LeaveOutUnit;
    readonly minJoint: number;
    readonly full?: boolean;
  };

/** `align blocs [countries...]` */
export async function blocs(
  names: readonly string[],
  options: BlocsOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, 'blocs', io);
  const { k, leaveOut, minJoint, full = false } = options;
  const world = worldOf(options, io);
  const opened = await openQuestion(questionOf(names, options), world);

  const result = blocsOf(opened, { ...(k === undefined ? {} : { k }), leaveOut, minJoint });
  return present('blocs', { ...result, full }, opened, { output, options, io, world });
}
