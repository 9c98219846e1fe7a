import { fromAscii, toAscii } from './ascii.ts';

/** Texts by key. */
export interface Lines {
  readonly get: (key: string) => string | undefined;
  readonly entries: () => Iterable<readonly [key: string, value: string]>;
}

/**
 * Lines of `key=value`, in ASCII, which Node reads several times as fast as UTF-8. Part of the build.
 *
 * @param entries of keys without `=`, and values that are JSON or ASCII, all of one line; throws otherwise
 */
export function storeLines(entries: Iterable<readonly [key: string, value: string]>): string {
  const lines = [...entries].map(([key, value]) => {
    if (/[=\n]/.test(key) || value.includes('\n')) throw new Error(`no line: ${key}=${value}`);
    return `${toAscii(key)}=${toAscii(value)}`;
  });
  if (lines.length === 0) throw new Error('no lines');
  return lines.join('\n');
}

/** Whoever asks more often than this is better off with all of it in a map. */
const mostSearches = 64;

/** Searches what `storeLines` made as text, so that a start pays for the keys it asks for and no others. */
export function openLines(stored: string): Lines {
  let searches = 0;
  let map: ReadonlyMap<string, string> | undefined;
  const entries = () =>
    stored.split('\n').map((line) => {
      const at = line.indexOf('=');
      return [fromAscii(line.slice(0, at)), line.slice(at + 1)] as const;
    });
  return {
    get: (key) => {
      if (++searches > mostSearches) return (map ??= new Map(entries())).get(key);
      const start = `${toAscii(key)}=`;
      const at = stored.startsWith(start) ? 0 : stored.indexOf(`\n${start}`) + 1;
      if (!stored.startsWith(start, at)) return undefined;
      const end = stored.indexOf('\n', at);
      return stored.slice(at + start.length, end < 0 ? undefined : end);
    },
    entries,
  };
}
