import { bundledCameo, bundledCountries, bundledCountryNames } from '../bundle/bundled.ts';
import { noCache } from '../bundle/cache.ts';
import { openCatalogs } from '../bundle/open-catalogs.ts';
import { formatFindings } from '../catalog/findings.ts';
import type { Limits } from '../catalog/limits.ts';
import type { CatalogContext } from '../catalog/read.ts';
import { type Atlas, createAtlas } from '../countries/resolve.ts';
import type { SumsRequest } from '../events/gather-sums.ts';
import type { OpenRecord } from '../rollcalls/open.ts';
import { createLibrary, type Library, type World } from './library.ts';

/** Files of the current directory; nothing is kept, and nobody is told. */
export const quietWorld: World = {
  cwd: '.',
  openCache: async () => noCache,
  warn: () => {},
  note: () => {},
};

/** The countries and historic states that come with the package. */
export function openAtlas(): Atlas {
  return createAtlas(bundledCountries(), bundledCountryNames);
}

/** What catalog files are checked against. */
export function catalogContext(atlas: Atlas, limits?: Limits): CatalogContext {
  const cameoCodes = new Set(bundledCameo().codes());
  return { atlas, cameoCodes, ...(limits ? { limits } : {}) };
}

/**
 * Opens catalogs by bundled name, file or directory.
 *
 * @throws UserError (input) if one is missing or invalid, or if they do not go together
 */
export async function openLibrary(
  names: readonly string[],
  world: World = quietWorld,
): Promise<Library> {
  const { cwd, limits, openCache, warn, note } = world;
  const atlas = openAtlas();
  const { catalogs, warnings, places } = await openCatalogs(
    names,
    cwd,
    () => catalogContext(atlas, limits),
    openCache,
  );
  formatFindings(warnings).forEach(warn);
  note(`catalogs: ${places.join(', ')}`);

  const hasRecords = catalogs.some(({ rollCalls }) => rollCalls.length > 0);
  let opened: readonly OpenRecord[] | undefined;
  const records = async () => {
    if (!hasRecords) return [];
    const { openRecords } = await import('../rollcalls/open.ts');
    return (opened ??= openRecords(catalogs));
  };
  const readWeights = async (file: string) =>
    (await import('./weights-file.ts')).readWeights(file, cwd);
  const goldstein = bundledCameo();
  const sums = async (request: SumsRequest) => {
    if (catalogs.every(({ events }) => events.length === 0)) return [];
    const { gatherSums } = await import('../events/gather-sums.ts');
    const { env, watched = (work) => work({}) } = world;
    return watched((watch) =>
      gatherSums(catalogs, atlas, goldstein, request, { env, watch, warn, note }),
    );
  };
  const open = { goldstein, records, readWeights, sums, warn, note };
  return createLibrary(catalogs, atlas, open, async (filter) => {
    if (!hasRecords) return [];
    const { selectRecordedVotes } = await import('../rollcalls/open.ts');
    return (await records()).map((record) => selectRecordedVotes(record, filter));
  });
}
