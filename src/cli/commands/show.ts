import { summarizeCatalog } from '../../analysis/inventory/catalogs.ts';
import { describeCodedCatalog } from '../../analysis/inventory/coded.ts';
import { describeIssue } from '../../analysis/inventory/issue-detail.ts';
import { inventoryFilter } from '../../evidence/evidence.ts';
import { countriesOf } from '../../evidence/side.ts';
import { openLibrary } from '../../question/open-library.ts';
import { unknownIssue } from '../../question/refusals.ts';
import type { Io } from '../io.ts';
import type { CatalogOptions, GlobalOptions, OutputOptions } from '../options.ts';
import { settleOutput } from '../output.ts';
import { present } from '../present.ts';
import { catalogNames, worldOf } from '../question.ts';

export type ShowOptions = CatalogOptions &
  OutputOptions &
  GlobalOptions & { readonly country?: readonly string[] };

/** `align show <issue>`, or a catalog. */
export async function show([id]: readonly [string], options: ShowOptions, io: Io): Promise<number> {
  const output = settleOutput(options, 'issue', io);
  const world = worldOf(options, io);
  const library = await openLibrary(catalogNames(options), world);
  const { catalogs } = library;
  const evidence = await library.gather(inventoryFilter);
  const run = { output, options, io, world };
  const countries = options.country?.flatMap((name) => countriesOf(library.find(name)));
  const issue = describeIssue(evidence, id, countries, library.nameOf);
  if (issue) return present('issue', issue, evidence, run);
  const catalog = catalogs.find((each) => each.id === id);
  if (catalog) {
    const { description, coding, topics, scales } = catalog;
    const coded = describeCodedCatalog(catalog, library.nameOf);
    const about = { description, coding, ...(coded ? { coded } : {}), topics, scales };
    const detail = { schema: 'align/catalog@1', ...summarizeCatalog(catalog), ...about } as const;
    return present('catalog', detail, evidence, run);
  }
  throw unknownIssue(id, evidence.issues, 'issue or catalog');
}
