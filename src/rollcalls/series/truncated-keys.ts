import type { KeyUse, Renaming } from './keys.ts';

const leastWords = 8;

/**
 * Keys that were cut off: of at least 8 words, and the beginning of exactly one other.
 *
 * @param keys sorted by key
 */
export function completeTruncated(keys: readonly KeyUse[]): Renaming {
  const completed = new Map<string, string>();
  // All that begin with a key follow it directly. From the end, so that what they stand for is known.
  for (const [i, { key, words }] of [...keys.entries()].reverse()) {
    if (words.length < leastWords) continue;
    const rest = keys.slice(i + 1);
    const end = rest.findIndex((other) => !other.key.startsWith(key));
    const longer = end === -1 ? rest : rest.slice(0, end);
    const texts = new Set(longer.map((other) => completed.get(other.key) ?? other.key));
    const [only] = texts;
    if (only !== undefined && texts.size === 1) completed.set(key, only);
  }
  return completed;
}
