import { fromAscii, toAscii } from './ascii.ts';

/** Texts by key. */
export interface Lines {
  readonly get: (key: string) => string | undefined;
  readonly entries: () => Iterable<readonly [key: string, value: string]>;
}

/**
 * Lines of `key=value`, in ASCII, which Node reads several times as fast as UTF-8.
 */
export function storeLines(entries: Iterable<readonly [key: string, value: string]>): string {
  return [...entries].map(([key, value]) => `${toAscii(key)}=${toAscii(value)}`).join('\n');
}

/** Whoever asks more often than this is better off with all of it in a map. */
const mostSearches = 64;

/** Searches what `storeLines` made as text, so that a start pays for the keys it asks for and no others. */
export function openLines(stored: string): Lines {
  const lines = `\n${stored}\n`;
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
      const start = `\n${toAscii(key)}=`;
      const at = lines.indexOf(start);
      return at < 0
        ? undefined
        : lines.slice(at + start.length, lines.indexOf('\n', at + start.length));
    },
    entries,
  };
}
