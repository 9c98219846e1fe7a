import {
  type AllDyads,
  compareAll,
  compareWithAll,
  type DyadsWithAll,
} from '../analysis/compare-all.ts';
import { cooperationAmong, cooperationWithAll } from '../analysis/cooperation.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { refuseNoCooperation } from '../question/interaction-refusals.ts';
import type { World } from '../question/library.ts';
import { lookUp, openQuestion } from '../question/open-question.ts';
import type { PeriodUnit } from '../results/vocabulary.ts';
import { askedCooperation, refuseSessions } from './cooperation.ts';
import { refuseEmptyMatrix } from './refuse-empty-matrix.ts';
import type { MeasureOptions, SelectionOptions } from './options.ts';
import { questionOf } from './question.ts';

type Options = SelectionOptions & MeasureOptions;

/** Dyads with what they were found in, and the options that had to do with it. */
interface Found<Dyads, Own extends Options> {
  readonly dyads: Dyads;
  readonly from: Pick<Evidence, 'catalogs'> & Partial<Pick<Evidence, 'eventSums'>>;
  readonly options: Own;
}

/**
 * All dyads of some sides, or of all countries, by what they think or, with `--measure cooperation`, by what
 * they did.
 *
 * @throws UserError (usage) as `compareAll` and `askedCooperation`; (exit 4) if no dyad has anything in common
 */
export async function findDyads<Own extends Options>(
  names: readonly string[],
  options: Own,
  by: PeriodUnit | null,
  world: World,
): Promise<Found<AllDyads['result'], Own>> {
  const cooperation = askedCooperation(names, options);
  if (!cooperation) {
    const { result, catalogs } = await compareAll(
      await lookUp(questionOf(names, options), world),
      by,
    );
    const periods = refuseEmptyMatrix(result.periods, result.issues, by);
    return { dyads: { ...result, periods }, from: { catalogs }, options };
  }
  const unit = refuseSessions(by);
  const opened = await openQuestion(cooperation.question, world, { by: 'year' });
  const { result } = cooperationAmong(opened, unit);
  if (result.interactions === 0) refuseNoCooperation();
  return { dyads: result, from: opened.evidence, options: cooperation.options };
}

/** The same of one side with everyone; whether anyone can be ranked is for the caller to see. */
export async function findDyadsWithAll<Own extends Options>(
  name: string,
  options: Own,
  world: World,
): Promise<Found<DyadsWithAll, Own>> {
  const cooperation = askedCooperation([name], options);
  if (!cooperation) {
    const dyads = await compareWithAll(await lookUp(questionOf([name], options), world));
    return { dyads, from: { catalogs: dyads.catalogs }, options };
  }
  const opened = await openQuestion(cooperation.question, world, { by: 'year' });
  return {
    dyads: cooperationWithAll(opened),
    from: opened.evidence,
    options: cooperation.options,
  };
}
