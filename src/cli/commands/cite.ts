import { collectSources } from '../../analysis/inventory/citations.ts';
import { UserError } from '../../errors.ts';
import { provenanceOf } from '../../provenance.ts';
import { openQuestion } from '../../question/open-question.ts';
import { rendererOf } from '../../render/registry.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { GlobalOptions, OutputOptions, SelectionOptions } from '../options.ts';
import { settleOutput, writeOutput } from '../output.ts';
import { questionOf, worldOf } from '../question.ts';
import { renderContext } from '../render-context.ts';

export type CiteOptions = SelectionOptions & OutputOptions & GlobalOptions;

/** `align cite [a] [b]` */
export async function cite(
  names: readonly string[],
  options: CiteOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, 'citations', io);
  const { selection, ...question } = questionOf(names, options, io);
  const { evidence, sides } = await openQuestion(
    { ...question, selection: { ...selection, withMemberships: true } },
    worldOf(options, io),
  );

  const sources = collectSources(evidence, sides);
  if (sources.length === 0)
    throw new UserError(
      `no source in this selection${sides.length > 0 ? ` for ${sides.map(({ name }) => name).join(' and ')}` : ''}`,
      { hint: 'widen the selection, or see align list issues', exitCode: exitCodes.noEvidence },
    );
  const countries = sides.map(({ code, name }) => ({ code, name }));
  const provenance = provenanceOf(evidence, options);
  const render = await rendererOf('citations', output.format);
  const text = render({ countries, sources, provenance }, await renderContext(options, output, io));
  await writeOutput(output, text, io);
  return exitCodes.answered;
}
