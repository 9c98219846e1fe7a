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
  const name = fingerprint([cache.program(), ...file].join('\0'), bytes);
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

/**
 * A name for content: two 32-bit FNV-1a hashes and the length. Loading the cryptography of Node takes as
 * long as a tenth of a start, and nobody gains by fooling their own cache.
 */
function fingerprint(about: string, bytes: Uint8Array): string {
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  const mix = (value: number) => {
    first = Math.imul(first ^ value, 0x01000193);
    second = Math.imul(second ^ value, 0x5bd1e995) ^ (second >>> 15);
  };
  for (let i = 0; i < about.length; i++) mix(about.charCodeAt(i));
  for (let i = 0; i < bytes.length; i++) mix(bytes[i]!);
  const hex = (value: number) => (value >>> 0).toString(16).padStart(8, '0');
  return `${hex(first)}${hex(second)}-${bytes.length}`;
}
