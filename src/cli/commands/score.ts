import { scoreDyad } from '../../analysis/score.ts';
import { UserError } from '../../errors.ts';
import { checkWeightNames } from '../../evidence/weights.ts';
import { measures } from '../../measures/registry.ts';
import { rendererOf } from '../../render/registry.ts';
import {
  gatherEvidence,
  openAtlas,
  openNamedCatalogs,
  partyOf,
  resolveParty,
  selectionFilter,
} from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { GlobalOptions, MeasureOptions, OutputOptions, SelectionOptions } from '../options.ts';
import { settleOutput, writeOutput } from '../output.ts';
import { provenanceOf } from '../../provenance.ts';
import { renderContext } from '../render-context.ts';
import { applyConvention, findConvention, scoreSettings } from '../settings.ts';

export const scoreFormats = ['table', 'json', 'csv', 'markdown'] as const;

export type ScoreOptions = SelectionOptions &
  MeasureOptions &
  OutputOptions &
  GlobalOptions & { readonly interactions?: boolean };

/** What the table has room for, and what other formats carry. */
const besideHeadline = { ids: ['s', 'kappa', 'pi'], intervals: false };
const everyMeasure = { ids: measures.map(({ id }) => id), intervals: true };

export async function score(
  names: readonly string[],
  options: ScoreOptions,
  io: Io,
): Promise<number> {
  if (names.length > 2) return (await import('./compare.ts')).compare(names, options, io);
  const output = settleOutput(options, scoreFormats, io);
  const beside = output.format === 'json' ? everyMeasure : besideHeadline;
  const settings = await scoreSettings(options, beside, io);
  const filter = applyConvention(selectionFilter(options), findConvention(options.convention));

  const atlas = openAtlas();
  const catalogs = await openNamedCatalogs(options, io, atlas);
  const [first, second] = names.map((name) => resolveParty(name, atlas, catalogs));
  if (!first || !second) throw new Error('two parties expected');
  if (first.code === second.code)
    throw new UserError(`${first.name} cannot be scored against itself`, {
      hint: 'name two different countries or blocs',
    });
  const evidence = await gatherEvidence(catalogs, filter);
  checkWeightNames(settings.weighting, catalogs, evidence);
  const [a, b] = [first, second].map((found) => partyOf(evidence, found, options.blocPosition));
  if (!a || !b) throw new Error('two parties expected');

  const result = scoreDyad(evidence, a, b, settings);
  const { coverage } = result;
  if (coverage.joint === 0)
    throw new UserError(`${a.name} and ${b.name} have no joint issue in this selection`, {
      hint: `of ${coverage.issues} issues, ${a.name} has a position on ${coverage.a} and ${b.name} on ${coverage.b}; widen the selection, or see align list issues`,
      exitCode: exitCodes.noEvidence,
    });

  const render = await rendererOf('score', output.format);
  const provenance = provenanceOf(evidence, options);
  const text = render(
    { ...result, provenance, allInteractions: options.interactions === true },
    renderContext(options, output, io),
  );
  await writeOutput(output, text, io);
  return exitCodes.answered;
}
