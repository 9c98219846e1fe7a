import { conventions } from '../../question/conventions.ts';
import { listActors } from '../../analysis/inventory/actors.ts';
import { listBlocs } from '../../analysis/inventory/blocs.ts';
import { summarizeCatalog } from '../../analysis/inventory/catalogs.ts';
import { listCountries } from '../../analysis/inventory/countries.ts';
import { listInteractions } from '../../analysis/inventory/interactions.ts';
import { listIssues } from '../../analysis/inventory/issues.ts';
import { listSeries } from '../../analysis/inventory/series.ts';
import { listSources } from '../../analysis/inventory/sources.ts';
import { listTopics } from '../../analysis/inventory/topics.ts';
import { bundledCameo } from '../../bundle/bundled.ts';
import { hintFor } from '../../catalog/nearest.ts';
import { UserError } from '../../errors.ts';
import { type Evidence, inventoryFilter } from '../../evidence/evidence.ts';
import { describedMeasures } from '../../measures/registry.ts';
import type { Library, World } from '../../question/library.ts';
import { openLibrary } from '../../question/open-library.ts';
import { selectionOf } from '../../question/question.ts';
import type { Io } from '../io.ts';
import type { ListOptions } from '../options.ts';
import { settleOutput } from '../output.ts';
import { present } from '../present.ts';
import { catalogNames, worldOf } from '../question.ts';
import { listPositions, refuseOnlyOfPositions } from './list-positions.ts';
import type { Listing } from '../../results/inventory.ts';

interface Inventory extends Pick<Library, 'atlas' | 'catalogs'> {
  readonly evidence: Evidence;
  /** Also what no selected issue or interaction mentions. */
  readonly all: boolean;
}

/** Lists of what the catalogs hold, in the order of the overview. */
const fromCatalogs = {
  catalogs: ({ catalogs }: Inventory) => ({ catalogs: catalogs.map(summarizeCatalog) }),
  issues: ({ evidence }: Inventory) => ({ issues: listIssues(evidence) }),
  countries: ({ evidence, atlas, all }: Inventory) => ({
    countries: listCountries(evidence, atlas.countries, all),
  }),
  actors: ({ evidence, catalogs, all }: Inventory) => ({
    actors: listActors(evidence, catalogs, all),
  }),
  topics: ({ evidence, all }: Inventory) => ({ topics: listTopics(evidence, all) }),
  sources: ({ evidence, catalogs, all }: Inventory) => ({
    sources: listSources(evidence, catalogs, all),
  }),
  blocs: ({ catalogs, evidence }: Inventory) => ({
    blocs: listBlocs(catalogs, evidence.asked.to),
  }),
  interactions: ({ evidence }: Inventory) => ({
    interactions: listInteractions(evidence, bundledCameo()),
  }),
} as const;

const listConventions = () => ({
  conventions: conventions.map(({ id, rule, source }) => ({ id, rule, source })),
});

/** Lists of what `align` itself knows. */
const builtIn = {
  measures: () => ({
    measures: describedMeasures,
    ...listConventions(),
  }),
  conventions: listConventions,
} as const;

const listNames = ['positions', ...Object.keys(fromCatalogs), ...Object.keys(builtIn)];

function nameOfList(what: string): string {
  const asked = what.toLowerCase() === 'groups' ? 'blocs' : what.toLowerCase();
  const name = listNames.find((each) => each === asked || each === `${asked}s`);
  if (name !== undefined) return name;
  throw new UserError(`there is no list of "${what}"`, { hint: hintFor(what, listNames, 'lists') });
}

async function openInventory(options: ListOptions, world: World): Promise<Inventory> {
  const { topic, from, to } = options;
  const library = await openLibrary(catalogNames(options), world);
  const evidence = await library.gather({
    ...selectionOf({ topic, from, to }),
    ...inventoryFilter,
  });
  return { ...library, evidence, all: topic === undefined && (from ?? to) === undefined };
}

/** `align list [what]` */
export async function list(
  [what, ...names]: readonly string[],
  options: ListOptions,
  io: Io,
): Promise<number> {
  if (what !== undefined && /^positions?$/i.test(what)) return listPositions(names, options, io);
  refuseOnlyOfPositions(what, names, options);
  const output = settleOutput(options, 'overview', io);
  const name = what === undefined ? undefined : nameOfList(what);
  if (options.series && name !== 'issues')
    throw new UserError('--series is about issues', { hint: 'align list issues --series' });
  const world = worldOf(options, io);
  const run = { output, options, io, world };
  if (name === 'measures' || name === 'conventions')
    return present('listing', { listing: builtIn[name]() }, { catalogs: [] }, run);
  const inventory = await openInventory(options, world);
  if (name === undefined) {
    const lists = Object.values(fromCatalogs).map((make) => make({ ...inventory, all: false }));
    const listing = Object.assign({}, ...lists) as Listing;
    return present('overview', { listing }, inventory.evidence, run);
  }
  const make = fromCatalogs[name as keyof typeof fromCatalogs];
  const listing = options.series ? { series: listSeries(inventory.evidence) } : make(inventory);
  // An entry a line for those who pipe; people at a window get cells that wrap.
  const isWrapped = io.stdout.isTTY || io.env['COLUMNS'] !== undefined;
  const width = isWrapped ? undefined : Infinity;
  return present('listing', { listing }, inventory.evidence, { ...run, width });
}
