import { compareParties } from '../../analysis/compare.ts';
import { UserError } from '../../errors.ts';
import { checkWeightNames } from '../../evidence/weights.ts';
import { provenanceOf } from '../../provenance.ts';
import { rendererOf } from '../../render/registry.ts';
import {
  gatherEvidence,
  openAtlas,
  openNamedCatalogs,
  partyOf,
  refuseMembershipsAlone,
  refuseOneRow,
  resolveParty,
  selectionFilter,
} from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { settleOutput, writeOutput } from '../output.ts';
import { renderContext } from '../render-context.ts';
import { applyConvention, findConvention, scoreSettings } from '../settings.ts';
import type { ScoreOptions } from './score.ts';

/** More parties than this make a matrix, not a table that can be read. */
const mostParties = 12;

/** `align score <a> <b> <c...>`: all dyads among several parties. */
export async function compare(
  names: readonly string[],
  options: ScoreOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, 'comparison', io);
  if (options.full)
    throw new UserError('--full is for two countries or blocs', {
      hint: 'name two, or leave it out',
    });
  if (names.length > mostParties)
    throw new UserError(`align score compares at most ${mostParties} countries or blocs`, {
      hint: 'align matrix takes any number',
    });
  const settings = await scoreSettings(options, [], io);
  const filter = applyConvention(selectionFilter(options), findConvention(options.convention));

  const atlas = openAtlas();
  const catalogs = await openNamedCatalogs(options, io, atlas);
  const found = names.map((name) => resolveParty(name, atlas, catalogs));
  const twice = found.find(({ code }, i) => found.findIndex((other) => other.code === code) < i);
  if (twice)
    throw new UserError(`${twice.name} is named twice`, {
      hint: 'name different countries or blocs',
    });
  const evidence = await gatherEvidence(catalogs, filter);
  refuseMembershipsAlone(evidence);
  refuseOneRow(evidence, found);
  checkWeightNames(settings.weighting, catalogs, evidence);
  const parties = found.map((each) => partyOf(evidence, each, options.blocPosition));

  const result = compareParties(evidence, parties, settings);
  if (result.dyads.every(({ n }) => n === 0))
    throw new UserError('no two of them have a joint issue in this selection', {
      hint: 'widen the selection, or see align list issues',
      exitCode: exitCodes.noEvidence,
    });
  const render = await rendererOf('comparison', output.format);
  const provenance = provenanceOf(evidence, options);
  const text = render({ ...result, provenance }, await renderContext(options, output, io));
  await writeOutput(output, text, io);
  return exitCodes.answered;
}
