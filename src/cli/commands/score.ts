import { scoreDyad } from '../../analysis/score.ts';
import { measures } from '../../measures/registry.ts';
import { rendererOf } from '../../render/registry.ts';
import { dyadOf, openQuestion, refuseNothingJoint } from '../../question/open-question.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { GlobalOptions, MeasureOptions, OutputOptions, SelectionOptions } from '../options.ts';
import { settleOutput, writeOutput } from '../output.ts';
import { questionOf, worldOf } from '../question.ts';
import { provenanceOf } from '../../provenance.ts';
import { renderContext } from '../render-context.ts';

export type ScoreOptions = SelectionOptions &
  MeasureOptions &
  OutputOptions &
  GlobalOptions & { readonly full?: boolean };

/** What the table has room for, and what other formats carry. */
const besideHeadline = ['s', 'kappa', 'pi'];
const everyMeasure = measures.map(({ id }) => id);

export async function score(
  names: readonly string[],
  options: ScoreOptions,
  io: Io,
): Promise<number> {
  if (names.length > 2) return (await import('./compare.ts')).compare(names, options, io);
  const output = settleOutput(options, 'score', io);
  const beside = output.format === 'json' ? everyMeasure : besideHeadline;
  const opened = await openQuestion(questionOf(names, options, io, beside), worldOf(options, io));
  const { evidence, settings } = opened;

  const result = scoreDyad(evidence, ...dyadOf(opened), settings);
  refuseNothingJoint(opened, result.coverage);

  const render = await rendererOf('score', output.format);
  const provenance = provenanceOf(evidence, options);
  const text = render(
    { ...result, provenance, full: options.full === true },
    await renderContext(options, output, io),
  );
  await writeOutput(output, text, io);
  return exitCodes.answered;
}
