import type { Catalog, Group } from '../../catalog/model.ts';

export interface BlocEntry extends Group {
  /** Catalogs that define it. */
  readonly catalogs: readonly string[];
}

/** Blocs sorted by id, members by code. */
export function listBlocs(catalogs: readonly Catalog[]): BlocEntry[] {
  const entries = new Map<string, BlocEntry>();
  for (const { id, groups } of catalogs)
    for (const group of Object.values(groups)) {
      const earlier = entries.get(group.id);
      entries.set(group.id, {
        ...(earlier ?? group),
        members: [...group.members].sort(),
        catalogs: [...(earlier?.catalogs ?? []), id],
      });
    }
  return [...entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
