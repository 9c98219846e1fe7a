import { membersAt } from '../../catalog/members.ts';
import type { Catalog } from '../../catalog/model.ts';
import type { Entries } from '../../results/inventory.ts';

/** Blocs sorted by id, members of a day or today by code. */
export function listBlocs(catalogs: readonly Catalog[], day?: string): Entries['blocs'][] {
  const entries = new Map<string, Entries['blocs']>();
  for (const { id, groups } of catalogs)
    for (const group of Object.values(groups)) {
      const earlier = entries.get(group.id);
      entries.set(group.id, {
        ...(earlier ?? group),
        members: [...membersAt(group, day)].sort(),
        catalogs: [...(earlier?.catalogs ?? []), id],
      });
    }
  return [...entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
