import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** Enough of a file to see what it is, past a long comment at its head. */
const headBytes = 64 * 1024;
/** A folder of more YAML files than this is none of catalogs alone, and is not read through. */
const mostFiles = 200;

/** The first part of a regular file; empty for anything else. */
function headOf(path: string): string {
  let descriptor: number | undefined;
  try {
    // Opening a pipe without a writer would wait for one; Windows knows no such flag.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    if (!fstatSync(descriptor).isFile()) return '';
    const bytes = Buffer.alloc(headBytes);
    return bytes.toString('utf8', 0, readSync(descriptor, bytes, 0, headBytes, 0));
  } catch {
    return '';
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function hasKey(text: string, keys: string): boolean {
  return new RegExp(`^\\uFEFF?(["']?)(?:${keys})\\1[ \\t]*:(?:\\s|$)`, 'm').test(text);
}

/** Whether a text has the keys that every catalog has, whatever else may be wrong with it. */
export function looksLikeCatalog(text: string): boolean {
  return (
    hasKey(text, 'catalog') &&
    hasKey(text, 'title|sources|groups|issues|interactions|rollCalls|events')
  );
}

/**
 * The YAML files of a folder that look like catalogs, sorted; none if the folder cannot be read. Files in
 * folders below it are not looked at.
 */
export function strayCatalogs(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder).filter((name) => /^[^.].*\.ya?ml$/is.test(name));
    return names
      .sort()
      .slice(0, mostFiles)
      .filter((name) => looksLikeCatalog(headOf(join(folder, name))));
  } catch {
    return [];
  }
}
