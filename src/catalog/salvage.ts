import type { z } from 'zod';
import type { Path } from './locate.ts';
import { checkShape, valueAt } from './shape.ts';

/** What is left of a value of the wrong shape once everything that is wrong with it is taken out. */
export interface Salvaged<Content> {
  readonly content: Content;
  /** The path in the original of a path in the content. */
  readonly original: (path: Path) => Path;
  /** What was taken out or filled in, by its path in the original. */
  readonly missing: Gaps;
}

/** Places where something is missing; asking about one takes as long however many there are. */
export interface Gaps {
  /** Whether the place lies in a gap. */
  readonly holds: (place: Path) => boolean;
  /** Whether a gap lies at the place, or in it. */
  readonly reaches: (place: Path) => boolean;
  /** Whether a whole part of the file, or an entry of it, is missing. */
  readonly lacks: (part: string) => boolean;
}

function keysOfStarts(path: Path): string[] {
  return path.map((_, i) => JSON.stringify(path.slice(0, i + 1)));
}

function gapsAt(paths: readonly Path[]): Gaps {
  const gaps = new Set(paths.map((path) => JSON.stringify(path)));
  const starts = new Set(paths.flatMap(keysOfStarts));
  const lacking = new Set(paths.filter(({ length }) => length < 3).map(([part]) => part));
  return {
    holds: (place) => keysOfStarts(place).some((start) => gaps.has(start)),
    reaches: (place) => starts.has(JSON.stringify(place)),
    lacks: (part) => lacking.has(part),
  };
}

type Container = Record<PropertyKey, unknown> | unknown[];

const mostRounds = 12;
/** Stands in a list for what was taken out of it. */
const removed = Symbol('removed');

/** Stand-ins for what an entry cannot do without, so that the rest of it can be checked. */
const standIns: Readonly<Record<string, unknown>> = {
  catalog: 'unnamed',
  id: 'unnamed',
  title: '?',
  date: '2000',
  from: '2000',
  to: '2999',
  topic: 'unknown',
  version: '0',
  stance: '?',
  coder: 'unknown',
  kind: 'person',
  name: '?',
  cameo: '00',
  body: '?',
  depth: 'parallel',
  file: '?',
};

function isContainer(value: unknown): value is Container {
  return value !== null && typeof value === 'object';
}

/**
 * Takes everything out of a value that a schema does not allow, with as little else as possible.
 * `undefined` if nothing is left.
 */
export function salvage<T extends z.ZodType>(
  schema: T,
  value: unknown,
): Salvaged<z.output<T>> | undefined {
  const rest: unknown = structuredClone(value);
  const missing: Path[] = [];
  /** Original indexes of the entries of lists that have lost some. */
  const indexes = new Map<unknown, number[]>();

  const original = (path: Path): Path => {
    let here: unknown = rest;
    return path.map((segment) => {
      const kept = typeof segment === 'number' ? indexes.get(here)?.[segment] : undefined;
      here = isContainer(here) ? (here as Record<PropertyKey, unknown>)[segment] : undefined;
      return kept ?? segment;
    });
  };

  const remove = (path: Path, emptied: Set<unknown[]>) => {
    const key = path.at(-1);
    const container = valueAt(rest, path.slice(0, -1));
    if (key === undefined || !isContainer(container)) return;
    if (Array.isArray(container) && typeof key === 'number') {
      if (!indexes.has(container)) indexes.set(container, [...container.keys()]);
      container[key] = removed;
      emptied.add(container);
    } else Reflect.deleteProperty(container, key);
  };
  /** Closes the holes that removal left. */
  const close = (list: unknown[]) => {
    const kept = [...list.keys()].filter((i) => list[i] !== removed);
    const before = indexes.get(list)!;
    indexes.set(
      list,
      kept.map((i) => before[i]!),
    );
    for (const [to, from] of kept.entries()) list[to] = list[from];
    list.length = kept.length;
  };

  for (let round = 0; round < mostRounds; round++) {
    const { data, problems } = checkShape(schema, rest);
    if (data !== undefined) return { content: data, original, missing: gapsAt(missing) };
    const removals = new Map<string, Path>();
    for (const { path } of problems) {
      const key = String(path.at(-1));
      const container = valueAt(rest, path.slice(0, -1));
      missing.push(original(path));
      if (valueAt(rest, path) !== undefined) removals.set(JSON.stringify(path), path);
      else if (Object.hasOwn(standIns, key) && isContainer(container) && !Array.isArray(container))
        container[key] = key === 'id' ? `unnamed-${missing.length}` : standIns[key];
      else {
        const parent = path.slice(0, -1);
        missing.push(original(parent));
        removals.set(JSON.stringify(parent), parent);
      }
    }
    if (removals.has('[]')) return undefined;
    const emptied = new Set<unknown[]>();
    for (const path of removals.values()) remove(path, emptied);
    emptied.forEach(close);
  }
  return undefined;
}
