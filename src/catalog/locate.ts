import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type LineCounter,
  type Pair,
  type YAMLMap,
} from 'yaml';
import type { Location } from '../errors.ts';

export type Path = readonly PropertyKey[];

/** Finds the place of a value in a parsed YAML file. */
export interface Locator {
  /** Place of the value at the path, or of its key; of the nearest parent where there is none. */
  readonly at: (path: Path, part?: 'key' | 'value') => Location;
  readonly offset: (offset: number) => Location;
  /** The line a place is on. */
  readonly line: (location: Location) => string;
}

function startOf(node: unknown): number | undefined {
  return (node as { range?: readonly number[] | null } | null)?.range?.[0];
}

/** @param targets what aliases stand for */
export function createLocator(
  document: Document.Parsed,
  targets: ReadonlyMap<unknown, unknown>,
  counter: LineCounter,
  file: string,
  text: string,
): Locator {
  const lines = text.split(/\r?\n/);
  const offset = (position: number): Location => {
    const { line, col } = counter.linePos(position);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const follow = (node: unknown): unknown => targets.get(node) ?? node;
  /** Pairs of mappings by key; some have as many as the file has lines. */
  const indexes = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();
  const pairsOf = (map: YAMLMap): ReadonlyMap<string, Pair> => {
    const known = indexes.get(map);
    if (known) return known;
    const nameOf = (key: unknown) => String((isScalar(key) ? key.value : key) ?? '');
    const pairs = new Map(map.items.map((pair) => [nameOf(follow(pair.key)), pair]));
    indexes.set(map, pairs);
    return pairs;
  };

  const at = (path: Path, part: 'key' | 'value' = 'value'): Location => {
    let node: unknown = document.contents;
    let place = startOf(node) ?? 0;
    for (const [depth, segment] of path.entries()) {
      const container = follow(node);
      const last = depth === path.length - 1;
      if (isMap(container)) {
        const pair = pairsOf(container).get(String(segment));
        if (!pair) break;
        const key = startOf(pair.key) ?? place;
        place = last && part === 'key' ? key : (startOf(pair.value) ?? key);
        node = pair.value;
      } else if (isSeq(container) && typeof segment === 'number') {
        const item = container.items[segment];
        if (item === undefined) break;
        place = startOf(item) ?? place;
        node = item;
      } else break;
    }
    return offset(place);
  };
  return { at, offset, line: (location) => lines[location.line - 1] ?? '' };
}
