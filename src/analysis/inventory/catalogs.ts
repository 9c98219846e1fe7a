import type { Catalog, EventSource, Issue } from '../../catalog/model.ts';
import type { CatalogEntry } from '../../results/inventory.ts';

function size(record: object): number {
  return Object.keys(record).length;
}

/** First and last day of some issues; nothing without any. */
function spanOf(issues: readonly Issue[]): { readonly from?: string; readonly to?: string } {
  const from = issues.map(({ date }) => date.from).sort()[0];
  const to = issues
    .map(({ date }) => date.to)
    .sort()
    .at(-1);
  return from === undefined || to === undefined ? {} : { from, to };
}

function describeEvents({ id, title, engine, layout }: EventSource) {
  return { id, title, engine, layout };
}

/** What one catalog holds, in numbers. */
export function summarizeCatalog(catalog: Catalog): CatalogEntry {
  const { id, title, version, license, issues, sha256 } = catalog;
  const holders = new Set(issues.flatMap(({ positions }) => Object.keys(positions)));
  return {
    id,
    title,
    version,
    ...(license === undefined ? {} : { license }),
    ...spanOf(issues),
    issues: issues.length,
    countries: [...holders].filter((code) => !Object.hasOwn(catalog.actors, code)).length,
    actors: size(catalog.actors),
    interactions: catalog.interactions.length,
    topics: size(catalog.topics),
    sources: size(catalog.sources),
    blocs: size(catalog.groups),
    rollCalls: catalog.rollCalls.length,
    ...(catalog.events.length > 0 ? { events: catalog.events.map(describeEvents) } : {}),
    sha256,
  };
}
