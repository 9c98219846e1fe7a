import type { Catalog } from '../../catalog/model.ts';
import { type Evidence, MISSING } from '../../evidence/evidence.ts';
import type { Entries } from '../../results/inventory.ts';

/**
 * Actors by id, each with how much is known of it and where it is declared; what is said of it is what the first of
 * these catalogs says. Those without any position only if `all`.
 */
export function listActors(
  { positions }: Evidence,
  catalogs: readonly Catalog[],
  all: boolean,
): Entries['actors'][] {
  const entries = new Map<string, Entries['actors']>();
  for (const catalog of catalogs)
    for (const { id, title: name, ...about } of Object.values(catalog.actors)) {
      const held = positions.get(id)?.filter((category) => category !== MISSING) ?? [];
      const earlier = entries.get(id) ?? {
        id,
        name,
        ...about,
        issues: held.length,
        catalogs: [],
      };
      entries.set(id, { ...earlier, catalogs: [...earlier.catalogs, catalog.id] });
    }
  return [...entries.values()]
    .filter(({ issues }) => all || issues > 0)
    .sort((x, y) => (x.id < y.id ? -1 : 1));
}
