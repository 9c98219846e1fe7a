import type { Evidence } from '../evidence/evidence.ts';
import { version } from '../version.ts';
import type { Provenance } from '../results/parts.ts';

const looks = new Set('all bom color debug format limits output quiet timestamp'.split(' '));

export function provenanceOf(
  evidence: Pick<Evidence, 'catalogs'>,
  options: object & { readonly timestamp?: boolean },
): Provenance {
  const kept = Object.entries(options)
    .filter(([name, value]) => !looks.has(name) && value !== undefined)
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
