import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a build reads. */
const inputs = [
  'src',
  'data',
  'scripts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

/** What a build writes. */
const made = join('data', 'schema');

const stampFile = join('dist', 'stamp');

function* filesOf(root, path) {
  if (path === made) return;
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (stats?.isDirectory())
    for (const name of readdirSync(join(root, path)).sort()) yield* filesOf(root, join(path, name));
  else if (stats) yield path;
}

/** A hash of the names and contents of some files and folders. */
export function hashOf(root, paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => [...filesOf(root, path)])) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * What the sources are at the moment; a build keeps it in `dist/stamp`. By content, as a checkout changes
 * times without changing files and a deleted file has no time.
 */
export function stampOf(root) {
  return hashOf(root, inputs);
}

/** Whether the sources are no longer what `dist` was made of. */
export function isStale(root) {
  const stamp = join(root, stampFile);
  const exists = statSync(stamp, { throwIfNoEntry: false }) !== undefined;
  return !exists || readFileSync(stamp, 'utf8') !== stampOf(root);
}
