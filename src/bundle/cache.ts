import type { Finding } from '../catalog/findings.ts';
import type { Catalog } from '../catalog/model.ts';
import { type PackedCatalog, packCatalog, unpackCatalog } from './packed.ts';

/** Keeps texts under names from one run to the next. It may forget any of them, and never fails. */
export interface Cache {
  /** Changes whenever the program or its data do. */
  readonly program: () => string;
  readonly read: (name: string) => string | undefined;
  readonly write: (name: string, text: string) => Promise<void>;
}

/** Remembers nothing. */
export const noCache: Cache = { program: () => '', read: () => undefined, write: async () => {} };

/** What the command line needs of a loaded catalog; a catalog with errors is not kept. */
export interface KeptCatalog {
  readonly catalog?: Catalog;
  readonly findings: readonly Finding[];
}

/** What the cache has under a name, as JSON. */
interface Kept {
  readonly findings: readonly Finding[];
  readonly packed: PackedCatalog;
  readonly sources: Catalog['sources'];
}

/**
 * A catalog as it was loaded before from the same bytes of the same file, or loaded now. Parsing and
 * checking YAML takes longer than most answers.
 *
 * @param file its absolute path and the name it goes by in findings
 */
export async function loadOnce(
  bytes: Uint8Array,
  file: readonly [path: string, name: string],
  cache: Cache,
  load: () => Promise<KeptCatalog>,
): Promise<KeptCatalog> {
  if (cache === noCache) return load();
  const { createHash } = await import('node:crypto');
  const sha256 = (...parts: readonly (string | Uint8Array)[]) => {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part);
    return hash.digest('hex');
  };
  const name = sha256([cache.program(), ...file, ''].join('\0'), bytes);
  const [checksum, text = ''] = cache.read(name)?.split('\n') ?? [];
  if (checksum === sha256(name, text)) {
    const kept = parseKept(text);
    if (kept?.packed.sha256 === sha256(bytes))
      return { catalog: unpackCatalog(kept.packed, () => kept.sources), findings: kept.findings };
  }
  const { catalog, findings } = await load();
  if (!catalog) return { findings };
  const kept: Kept = { findings, packed: packCatalog(catalog), sources: catalog.sources };
  const entry = JSON.stringify(kept);
  await cache.write(name, `${sha256(name, entry)}\n${entry}`);
  return { catalog, findings };
}

/** What an entry holds; `undefined` if it has another shape. What is in its parts, the checksum vouches for. */
function parseKept(text: string): Kept | undefined {
  try {
    const { findings, packed, sources } = JSON.parse(text) as Kept;
    const { issues, stances, held, groups, actors, topics, scales } = packed;
    const { interactions, rollCalls, events } = packed;
    const lists = [findings, issues, stances, held, interactions, rollCalls, events];
    const maps = [sources, groups, actors, topics, scales];
    if (!lists.every(Array.isArray) || maps.some((map) => Object(map) !== map)) return undefined;
    return issues.length === held.length ? { findings, packed, sources } : undefined;
  } catch {
    return undefined;
  }
}
