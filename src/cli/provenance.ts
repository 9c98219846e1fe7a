import type { Evidence } from '../evidence/evidence.ts';
import { version } from '../version.ts';
import type { Provenance } from '../results/parts.ts';

const looks = new Set('all bom color debug format limits output quiet timestamp'.split(' '));

/** Names of catalogs, each once: the order in which they are given changes nothing. */
function inOrder(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}

export function provenanceOf(
  evidence: Pick<Evidence, 'catalogs'>,
  options: object & { readonly timestamp?: boolean; readonly catalog?: readonly string[] },
): Provenance {
  const { catalog } = options;
  const kept = Object.entries({ ...options, catalog: catalog && inOrder(catalog) })
    .filter(([name, value]) => !looks.has(name) && value !== undefined)
    .map(
      ([name, value]) => [name, name === 'catalog' ? inOrder(value as string[]) : value] as const,
    )
    .sort(([x], [y]) => (x < y ? -1 : 1));
  return {
    version,
    catalogs: evidence.catalogs.map(({ id, version: edition, sha256 }) => ({
      id,
      version: edition,
      sha256,
    })),
    options: Object.fromEntries(kept),
    ...(options.timestamp ? { timestamp: new Date().toISOString() } : {}),
  };
}
