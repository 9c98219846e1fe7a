import { summarizeCatalog } from '../../analysis/inventory/catalogs.ts';
import { describeIssue } from '../../analysis/inventory/issue-detail.ts';
import { nearestFew } from '../../catalog/nearest.ts';
import { UserError } from '../../errors.ts';
import { inventoryFilter } from '../../evidence/evidence.ts';
import { countriesOf } from '../../evidence/party.ts';
import { provenanceOf } from '../../provenance.ts';
import { rendererOf } from '../../render/registry.ts';
import { openLibrary } from '../../question/library.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { CatalogOptions, GlobalOptions, OutputOptions } from '../options.ts';
import { settleOutput, writeOutput } from '../output.ts';
import { catalogNames, worldOf } from '../question.ts';
import { renderContext } from '../render-context.ts';

export type ShowOptions = CatalogOptions &
  OutputOptions &
  GlobalOptions & { readonly country?: readonly string[] };

/** `align show <issue>`, or a catalog. */
export async function show([id]: readonly [string], options: ShowOptions, io: Io): Promise<number> {
  const output = settleOutput(options, 'issue', io);
  const context = await renderContext(options, output, io);
  const library = await openLibrary(catalogNames(options, io), worldOf(options, io));
  const { catalogs } = library;
  const evidence = await library.gather(inventoryFilter);
  const provenance = provenanceOf(evidence, options);
  const countries = options.country?.flatMap((name) => countriesOf(library.find(name)));
  const issue = describeIssue(evidence, id, countries, library.nameOf);
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
