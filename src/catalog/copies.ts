import type { Catalog } from './model.ts';

/** Catalogs without further copies of the same file. */
export function withoutCopies(catalogs: readonly Catalog[]): readonly Catalog[] {
  return [...new Map(catalogs.map((each) => [`${each.id} ${each.sha256}`, each])).values()];
}
