import type { Finding } from '../catalog/findings.ts';
import type { Catalog } from '../catalog/model.ts';
import { type PackedCatalog, packCatalog, unpackCatalog } from './packed.ts';

/** Keeps texts under names from one run to the next. It may forget any of them, and never fails. */
export interface Cache {
  /** Changes whenever the program or its data do. */
  readonly program: () => string;
  readonly read: (name: string) => string | undefined;
  readonly write: (name: string, text: string) => void;
}

/** Remembers nothing. */
export const noCache: Cache = { program: () => '', read: () => undefined, write: () => {} };

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
  const name = await fingerprint([cache.program(), ...file].join('\0'), bytes);
  const known = cache.read(name);
  if (known !== undefined) {
    try {
      const { findings, packed, sources } = JSON.parse(known) as Kept;
      return { catalog: unpackCatalog(packed, () => sources), findings };
    } catch {
      // A damaged entry is as good as none.
    }
  }
  const { catalog, findings } = await load();
  if (!catalog) return { findings };
  const kept: Kept = { findings, packed: packCatalog(catalog), sources: catalog.sources };
  cache.write(name, JSON.stringify(kept));
  return { catalog, findings };
}

/** A name for content: the beginning of a hash, and the length. */
async function fingerprint(about: string, bytes: Uint8Array): Promise<string> {
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256').update(about).update('\0').update(bytes).digest('hex');
  return `${hash.slice(0, 16)}-${bytes.length}`;
}
