import type { Catalog } from '../../catalog/model.ts';
import type { CatalogEntry } from '../../results/inventory.ts';

function size(record: object): number {
  return Object.keys(record).length;
}

/** What one catalog holds, in numbers. */
export function summarizeCatalog(catalog: Catalog): CatalogEntry {
  const { id, title, version, license, issues, sha256 } = catalog;
  return {
    id,
    title,
    version,
    ...(license === undefined ? {} : { license }),
    issues: issues.length,
    countries: new Set(issues.flatMap(({ positions }) => Object.keys(positions))).size,
    interactions: catalog.interactions.length,
    topics: size(catalog.topics),
    sources: size(catalog.sources),
    blocs: size(catalog.groups),
    rollCalls: catalog.rollCalls.length,
    sha256,
  };
}
