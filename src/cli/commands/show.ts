import { summarizeCatalog } from '../../analysis/inventory/catalogs.ts';
import { describeIssue } from '../../analysis/inventory/issue-detail.ts';
import { nearestFew } from '../../catalog/nearest.ts';
import { UserError } from '../../errors.ts';
import { inventoryFilter } from '../../evidence/evidence.ts';
import { countriesOf } from '../../evidence/party.ts';
import { provenanceOf } from '../../provenance.ts';
import { rendererOf } from '../../render/registry.ts';
import { gatherEvidence, openAtlas, openNamedCatalogs, resolveParty } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { CatalogOptions, GlobalOptions, OutputOptions } from '../options.ts';
import { settleOutput, writeOutput } from '../output.ts';
import { renderContext } from '../render-context.ts';

export type ShowOptions = CatalogOptions &
  OutputOptions &
  GlobalOptions & { readonly country?: readonly string[] };

/** `align show <issue>`, or a catalog. */
export async function show([id]: readonly [string], options: ShowOptions, io: Io): Promise<number> {
  const output = settleOutput(options, 'issue', io);
  const context = await renderContext(options, output, io);
  const atlas = openAtlas();
  const catalogs = await openNamedCatalogs(options, io, atlas);
  const evidence = await gatherEvidence(catalogs, inventoryFilter);
  const provenance = provenanceOf(evidence, options);
  const countries = options.country?.flatMap((name) =>
    countriesOf(resolveParty(name, atlas, catalogs)),
  );
  const issue = describeIssue(evidence, id, countries, (code) => atlas.byCode(code)?.name ?? code);
  if (issue) {
    const render = await rendererOf('issue', output.format);
    await writeOutput(output, render({ issue, provenance }, context), io);
    return exitCodes.answered;
  }
  const catalog = catalogs.find((each) => each.id === id);
  if (catalog) {
    const { description, coding, topics, scales } = catalog;
    const render = await rendererOf('catalog', output.format);
    const detail = { ...summarizeCatalog(catalog), description, coding, topics, scales };
    await writeOutput(output, render({ catalog: detail, provenance }, context), io);
    return exitCodes.answered;
  }
  const near = nearestFew(
    id,
    evidence.issues.map(({ issue: each }) => ({ id: each.id, title: each.title })),
  );
  throw new UserError(`no issue or catalog is called "${id}"`, {
    hint: `${near.length > 0 ? `did you mean ${near.join(', or ')}? ` : ''}align list issues shows them all`,
  });
}
