import type { Catalog } from '../../catalog/model.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { Entries } from '../../results/inventory.ts';

function add(counts: Map<string, number>, ids: Iterable<string>): void {
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
}

/** Sources sorted by id, with counts of use in the selection; those without any use only if `all`. */
export function listSources(
  evidence: Evidence,
  catalogs: readonly Catalog[],
  all: boolean,
): Entries['sources'][] {
  const uses = new Map<string, number>();
  const issues = new Map<string, number>();
  for (const { issue } of evidence.issues) {
    const cited = [
      ...Object.values(issue.positions).flat(),
      ...(issue.undecided ?? []).flatMap(({ codings }) => codings),
      ...issue.coordination,
    ].map(({ sources }) => sources);
    for (const ids of cited) add(uses, ids);
    add(issues, new Set([...cited.flat(), ...issue.sources]));
  }
  for (const { sources } of evidence.interactions) add(uses, sources);
  for (const { groups, actors, rollCalls } of catalogs)
    for (const { sources } of [...Object.values(groups), ...Object.values(actors), ...rollCalls])
      add(uses, sources);

  return [...evidence.sources.values()]
    .map((source) => ({
      ...source,
      issues: issues.get(source.id) ?? 0,
      uses: uses.get(source.id) ?? 0,
    }))
    .filter((entry) => all || entry.uses > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
