import { changeOverTime } from '../../analysis/over-time.ts';
import { interactionsOf } from '../../analysis/interactions-between.ts';
import { bestCovered, reportDyad, reportMatrix } from '../../analysis/report.ts';
import { UserError } from '../../errors.ts';
import { everySide } from '../../evidence/side.ts';
import { openQuestion } from '../../question/open-question.ts';
import { refuseNoInteraction } from '../../question/interaction-refusals.ts';
import { refuseNoDyad, refuseNothingJoint } from '../../question/refusals.ts';
import { dyadOf } from '../../question/sides.ts';
import type { Io } from '../io.ts';
import { settleOutput } from '../output.ts';
import { present } from '../present.ts';
import { questionOf, worldOf } from '../question.ts';
import { checkReportOperands, refuseUntold, type ReportOptions } from '../report-operands.ts';

const besideHeadline = ['s', 'kappa', 'pi'];
const mostByDefault = 24;
/** A heatmap of more countries can neither be read nor be told apart. */
const mostCountries = 60;

/** `align report <a> <b>`, or `--matrix` */
export async function report(
  names: readonly string[],
  options: ReportOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, 'report', io);
  checkReportOperands(names, options, output.format);
  const { matrix, chart = 'topics', ...asked } = options;
  const named = Array.isArray(matrix) ? matrix : names;
  if (named.length > mostCountries)
    throw new UserError(`a heatmap has room for ${mostCountries} countries`, {
      hint: 'align matrix lists any number',
    });
  const question = questionOf(named, options, besideHeadline);
  const world = worldOf(options, io);
  const opened = await openQuestion(question, world, matrix ? undefined : { by: 'year' });
  const { evidence, filter, library, settings, sides } = opened;
  const known = everySide(evidence, library.nameOf);
  const run = { options: asked, io, world };
  if (matrix === undefined) {
    const result = reportDyad(evidence, ...dyadOf(opened), known, settings, filter);
    refuseNothingJoint(opened, result.score.coverage);
    const overTime = await changeOverTime(opened, result.score);
    refuseUntold(chart, output.format, overTime);
    const { n, unlisted = [] } = result.score.interactions;
    if (output.format === 'svg' && chart === 'interactions') refuseNoInteraction(opened, n);
    const interactionsByYear =
      unlisted.length > 0 ? interactionsOf(opened, { by: 'year', order: 'number' }) : null;
    const found = { ...result, overTime, interactionsByYear, chart };
    return present('report', found, evidence, { ...run, output });
  }
  const { format, file } = output;
  if (format === 'markdown')
    throw new UserError('a matrix report is HTML or SVG', {
      hint: 'align matrix writes Markdown',
    });
  const shown = sides.length > 0 ? sides : bestCovered(known, mostByDefault);
  const result = reportMatrix(evidence, shown, settings);
  refuseNoDyad(evidence, result.heatmap.dyads.length > 0);
  return present('matrixReport', result, evidence, { ...run, output: { format, file } });
}
