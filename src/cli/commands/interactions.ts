import { type InteractionSettings, interactionsOf } from '../../analysis/interactions-between.ts';
import { UserError } from '../../errors.ts';
import { openQuestion } from '../../question/open-question.ts';
import { refuseNoInteraction } from '../../question/interaction-refusals.ts';
import type { Io } from '../io.ts';
import type { GlobalOptions, InteractionOptions, OutputOptions } from '../options.ts';
import { settleOutput } from '../output.ts';
import { present } from '../present.ts';
import { questionOf, worldOf } from '../question.ts';

export type InteractionsOptions = InteractionOptions &
  OutputOptions &
  GlobalOptions &
  Pick<InteractionSettings, 'by'> &
  Partial<Pick<InteractionSettings, 'order'>> & { readonly top: number };

/** `align interactions <a> [b]` */
export async function interactions(
  names: readonly string[],
  options: InteractionsOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, 'interactions', io);
  refusePartners(names, options);
  const { by, order = 'number', top } = options;
  const world = worldOf(options, io);
  const opened = await openQuestion(questionOf(names, options), world, {
    by: by === 'month' ? 'month' : 'year',
    roots: true,
  });

  const result = interactionsOf(opened, { by, order });
  refuseNoInteraction(opened, result.total.n);
  return present('interactions', { ...result, top }, opened, { output, options, io, world });
}

/** @throws UserError (usage) if partners are asked for where two sides are named */
function refusePartners(names: readonly string[], { by, order }: InteractionsOptions): void {
  if (names.length < 2 || (by !== 'partner' && order === undefined)) return;
  throw new UserError('partners are those of one country or bloc', {
    hint: `name one, or leave ${by === 'partner' ? '--by partner' : '--order'} out`,
  });
}
