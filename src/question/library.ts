import { bundledCameo, bundledCountries, bundledCountryNames } from '../bundle/bundled.ts';
import type { Cache } from '../bundle/cache.ts';
import { formatFindings } from '../catalog/findings.ts';
import type { Limits } from '../catalog/limits.ts';
import type { CatalogContext } from '../catalog/load.ts';
import type { Catalog } from '../catalog/model.ts';
import { openCatalogs } from '../bundle/open-catalogs.ts';
import { type Atlas, createAtlas } from '../countries/resolve.ts';
import type { Evidence, SelectionFilter } from '../evidence/evidence.ts';
import { selectEvidence } from '../evidence/select.ts';
import type { OpenRecord } from '../rollcalls/open.ts';
import { findSide, type NamedSide } from './sides.ts';

/** What opening a question needs from outside. */
export interface World {
  /** Where files are looked for. */
  readonly cwd: string;
  /** How much input files may hold. */
  readonly limits?: Limits;
  /** What keeps catalogs that were read before. */
  readonly openCache: () => Promise<Cache>;
  /** Is told of every warning on the files read. */
  readonly warn: (warning: string) => void;
  /** Is told of every step that is done, and which way it took. */
  readonly note: (step: string) => void;
}

/** Catalogs that are open, and the countries that they may name. */
export interface Library {
  readonly atlas: Atlas;
  readonly catalogs: readonly Catalog[];
  /** The country or bloc of a name. @throws UserError (usage) with the candidates or the nearest names */
  readonly find: (name: string) => NamedSide;
  /** Name of a country, or the code itself. */
  readonly nameOf: (code: string) => string;
  /** The roll-call records that the catalogs name, read when they are first asked for. */
  readonly records: () => Promise<readonly OpenRecord[]>;
  /** The evidence of a selection, records included; the same one when it is asked for again. */
  readonly gather: (filter: SelectionFilter) => Promise<Evidence>;
}

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
export async function openLibrary(names: readonly string[], world: World): Promise<Library> {
  const { cwd, openCache, warn, note } = world;
  const atlas = openAtlas();
  const { catalogs, warnings, places } = await openCatalogs(
    names,
    cwd,
    () => catalogContext(atlas, world.limits),
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
  const recordedVotes = async (filter: SelectionFilter) => {
    if (!hasRecords) return [];
    const { selectRecordedVotes } = await import('../rollcalls/open.ts');
    return (await records()).map((record) => selectRecordedVotes(record, filter));
  };
  const gathered: { readonly filter: SelectionFilter; readonly evidence: Evidence }[] = [];
  const gather = async (filter: SelectionFilter) => {
    const known = gathered.find((each) => isSameFilter(each.filter, filter));
    if (known) return known.evidence;
    const evidence = selectEvidence(catalogs, await recordedVotes(filter), filter);
    gathered.push({ filter, evidence });
    note(`evidence: ${evidence.issues.length} issues`);
    return evidence;
  };
  return {
    atlas,
    catalogs,
    find: (name) => findSide(name, atlas, catalogs),
    nameOf: (code) => atlas.byCode(code)?.name ?? code,
    records,
    gather,
  };
}

function isSameFilter(x: SelectionFilter, y: SelectionFilter): boolean {
  return x.accepts === y.accepts && JSON.stringify(x) === JSON.stringify(y);
}
