import type { Catalog } from '../../catalog/model.ts';

export interface CatalogEntry {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly license?: string;
  readonly issues: number;
  /** Countries with a position on any issue. */
  readonly countries: number;
  readonly interactions: number;
  readonly topics: number;
  readonly sources: number;
  readonly blocs: number;
  /** Roll-call records beside it. */
  readonly rollCalls: number;
  readonly sha256: string;
}

export interface CatalogDetail extends Omit<CatalogEntry, 'topics'> {
  readonly description: string | undefined;
  /** How positions were coded. */
  readonly coding: string | undefined;
  /** Titles by id. */
  readonly topics: Catalog['topics'];
  readonly scales: Catalog['scales'];
}

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
