import { collectSources } from '../../analysis/inventory/citations.ts';
import { UserError } from '../../errors.ts';
import { openQuestion } from '../../question/open-question.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { GlobalOptions, OutputOptions, SelectionOptions } from '../options.ts';
import { settleOutput } from '../output.ts';
import { present } from '../present.ts';
import { questionOf, worldOf } from '../question.ts';

export type CiteOptions = SelectionOptions & OutputOptions & GlobalOptions;

/** `align cite [a] [b]` */
export async function cite(
  names: readonly string[],
  options: CiteOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, 'citations', io);
  const world = worldOf(options, io);
  const { selection, ...question } = questionOf(names, options);
  const { evidence, sides } = await openQuestion(
    { ...question, selection: { ...selection, withMemberships: true } },
    world,
  );

  const sources = collectSources(evidence, sides);
  if (sources.length === 0)
    throw new UserError(
      `no source in this selection${sides.length > 0 ? ` for ${sides.map(({ name }) => name).join(' and ')}` : ''}`,
      { hint: 'widen the selection, or see align list issues', exitCode: exitCodes.noEvidence },
    );
  const countries = sides.map(({ code, name, actor }) => ({
    code,
    name,
    ...(actor ? { actor } : {}),
  }));
  const result = { schema: 'align/citations@1', countries, sources } as const;
  return present('citations', result, evidence, { output, options, io, world });
}
