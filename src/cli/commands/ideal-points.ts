import { idealPointsOf } from '../../analysis/ideal-points/ideal-points.ts';
import { openQuestion } from '../../question/open-question.ts';
import type { IdealPointEdition } from '../../results/vocabulary.ts';
import type { Io } from '../io.ts';
import type { GlobalOptions, OutputOptions, SelectionOptions } from '../options.ts';
import { settleOutput } from '../output.ts';
import { present } from '../present.ts';
import { questionOf, worldOf } from '../question.ts';

export type IdealPointsOptions = SelectionOptions &
  OutputOptions &
  GlobalOptions & {
    readonly edition: IdealPointEdition;
    readonly links: boolean;
    readonly positive?: string;
    readonly walk: number;
    readonly entry: number;
    readonly power: number;
    readonly tolerance: number;
    readonly maxRounds: number;
    readonly full?: boolean;
  };

/** `align ideal-points [countries...]` */
export async function idealPoints(
  names: readonly string[],
  options: IdealPointsOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, 'idealPoints', io);
  const world = worldOf(options, io);
  const opened = await openQuestion(questionOf(names, options), world);
  const { edition, links, positive, walk, entry, power, tolerance, maxRounds } = options;
  const model = { walk, entry, power, tolerance, maxRounds };
  const result = idealPointsOf(opened, { edition, links, positive, model });
  const { catalogs } = opened.evidence;
  const shown = { ...result, full: options.full === true, catalogs };
  return present('idealPoints', shown, opened.evidence, { output, options, io, world });
}
