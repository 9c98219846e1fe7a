import { createHash } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import { type CatalogContext, type LoadedCatalog, readCatalog } from './read.ts';

/**
 * Reads one catalog file, as `readCatalog` does, with its hash and the files beside it.
 *
 * @param path where it is
 */
export function loadCatalog(
  bytes: Uint8Array,
  file: string,
  context: CatalogContext,
  path = file,
): LoadedCatalog {
  return readCatalog(bytes, file, context, {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    beside: (name) => resolve(dirname(path), name),
  });
}
