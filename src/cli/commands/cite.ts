import { collectSources } from '../../analysis/inventory/citations.ts';
import { UserError } from '../../errors.ts';
import { provenanceOf } from '../../provenance.ts';
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
import type { GlobalOptions, OutputOptions, SelectionOptions } from '../options.ts';
import { settleOutput, writeOutput } from '../output.ts';
import { renderContext } from '../render-context.ts';

export type CiteOptions = SelectionOptions & OutputOptions & GlobalOptions;

/** `align cite [a] [b]` */
export async function cite(
  names: readonly string[],
  options: CiteOptions,
  io: Io,
): Promise<number> {
  const output = settleOutput(options, 'citations', io);
  const atlas = openAtlas();
  const catalogs = await openNamedCatalogs(options, io, atlas);
  const found = names.map((name) => resolveParty(name, atlas, catalogs));
  const evidence = await gatherEvidence(catalogs, {
    ...selectionFilter(options),
    withMemberships: true,
  });
  const parties = found.map((each) => partyOf(evidence, each, 'median'));

  const sources = collectSources(evidence, parties);
  if (sources.length === 0)
    throw new UserError(
      `no source in this selection${parties.length > 0 ? ` for ${parties.map(({ name }) => name).join(' and ')}` : ''}`,
      { hint: 'widen the selection, or see align list issues', exitCode: exitCodes.noEvidence },
    );
  const countries = parties.map(({ code, name }) => ({ code, name }));
  const provenance = provenanceOf(evidence, options);
  const render = await rendererOf('citations', output.format);
  const text = render({ countries, sources, provenance }, await renderContext(options, output, io));
  await writeOutput(output, text, io);
  return exitCodes.answered;
}
