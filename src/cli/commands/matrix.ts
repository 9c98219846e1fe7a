import { UserError } from '../../errors.ts';
import { refuseIssues, refuseNoCooperation } from '../../question/refusals.ts';
import { compareAll } from '../../analysis/compare-all.ts';
import { cooperationAmong } from '../../analysis/cooperation.ts';
import type { World } from '../../question/library.ts';
import type { Question } from '../../question/question.ts';
import { exitCodes } from '../exit-codes.ts';
import { askedCooperation, refuseSessions } from '../cooperation.ts';
import type { Io } from '../io.ts';
import type { GlobalOptions, MeasureOptions, OutputOptions, SelectionOptions } from '../options.ts';
import { lookUp, openQuestion } from '../../question/open-question.ts';
import { questionOf, worldOf } from '../question.ts';
import { settleOutput } from '../output.ts';
import { present } from '../present.ts';

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
  const cooperation = askedCooperation(names, options);
  const { result, from } = cooperation
    ? await findCooperation(cooperation.question, by, world)
    : await findAlignment(questionOf(names, options), by, world);
  const run = { options: cooperation?.options ?? options, io, world };
  return options.wide
    ? present('wideMatrix', result, from, { ...run, output: { ...output, format: 'csv' } })
    : present('matrix', result, from, { ...run, output });
}

type Unit = 'year' | 'session' | null;

/** @throws UserError (exit 4) if no dyad has an issue */
async function findAlignment(question: Question, by: Unit, world: World) {
  const { result, catalogs } = await compareAll(await lookUp(question, world), by);
  const periods = nonEmpty(result.periods, result.issues, by);
  return { result: { ...result, periods }, from: { catalogs } };
}

/** @throws UserError (usage) by session; (exit 4) if no dyad has an interaction */
async function findCooperation(question: Question, by: Unit, world: World) {
  refuseSessions(by);
  const opened = await openQuestion(question, world, { by: 'year' });
  const { result } = cooperationAmong(opened, by === null ? null : 'year');
  if (result.interactions === 0) refuseNoCooperation();
  return { result, from: opened.evidence };
}

/** The periods, once the first that has a dyad has been found. @throws UserError (exit 4) if none has */
function nonEmpty<T extends { readonly dyads: { readonly size: number } }>(
  periods: Iterable<T>,
  issues: number,
  by: Unit,
): Iterable<T> {
  const iterator = periods[Symbol.iterator]();
  for (let period = 0; ; period++) {
    const { value, done } = iterator.next();
    if (done === true && by === 'session' && period === 0 && issues > 0)
      throw new UserError('nothing in this selection belongs to a session', {
        hint: 'take --by year',
        exitCode: exitCodes.noEvidence,
      });
    if (done === true) return refuseIssues(issues);
    if (value.dyads.size > 0) return resume(value, iterator);
  }
}

function* resume<T>(first: T, rest: Iterator<T>): Generator<T> {
  yield first;
  for (;;) {
    const { value, done } = rest.next();
    if (done === true) return;
    yield value;
  }
}
