import { diffOf } from '../../analysis/diff/diff.ts';
import { UserError } from '../../errors.ts';
import { openEditions } from '../../question/editions.ts';
import { putQuestion } from '../../question/question.ts';
import { openTwo } from '../edition.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { AnswerOptions } from '../options.ts';
import { settleOutput } from '../output.ts';
import { openProject, refuseBrokenProject } from '../project-file.ts';
import { present } from '../present.ts';
import { worldOf } from '../question.ts';

export type DiffOptions = Omit<AnswerOptions, 'catalog'> & {
  readonly between?: readonly string[];
  readonly exitCode?: boolean;
};

/** `align diff <old> [new]` */
export async function diff(
  names: readonly [string, string?],
  options: DiffOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, 'diff', io);
  const { between: sides = [], full = false } = options;
  if (sides.length === 1)
    throw new UserError('--between takes two countries or blocs at least', {
      hint: 'such as --between china russia; of more, every dyad among them is meant',
    });
  const world = worldOf(options, io);
  const project =
    names.length < 2 && options.project !== false
      ? await openProject(io.cwd, world.limits)
      : undefined;
  if (project) refuseBrokenProject(project);
  const [old, now] = await openTwo(names, project, world, io);
  const question = putQuestion(options, { catalogs: [], sides });
  const opened = await openEditions([old.library, now.library], question);

  const result = diffOf(opened, { old: old.edition, new: now.edition });
  const catalogs = [...opened.before.evidence.catalogs, ...opened.after.evidence.catalogs];
  const run = { output, options, io, world };
  await present('diff', { ...result, full }, { catalogs }, run);
  return options.exitCode && result.differ ? exitCodes.failed : exitCodes.answered;
}
