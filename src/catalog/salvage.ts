import type { z } from 'zod';
import type { Path } from './locate.ts';
import { checkShape, valueAt } from './shape.ts';

/** What is left of a value of the wrong shape once everything that is wrong with it is taken out. */
export interface Salvaged<Content> {
  readonly content: Content;
  /** The path in the original of a path in the content. */
  readonly original: (path: Path) => Path;
  /** Paths in the original of what was taken out or filled in. */
  readonly missing: readonly Path[];
}

type Container = Record<PropertyKey, unknown> | unknown[];

const mostRounds = 12;

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
  cameo: '00',
  body: '?',
  depth: 'parallel',
  file: '?',
};

function isContainer(value: unknown): value is Container {
  return value !== null && typeof value === 'object';
}

/** Paths that begin with the given one. */
export function isWithin(path: Path, start: Path): boolean {
  return start.length <= path.length && start.every((segment, i) => segment === path[i]);
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

  const remove = (path: Path) => {
    const key = path.at(-1);
    const container = valueAt(rest, path.slice(0, -1));
    if (key === undefined || !isContainer(container)) return;
    if (Array.isArray(container) && typeof key === 'number') {
      const kept = indexes.get(container) ?? [...container.keys()];
      kept.splice(key, 1);
      indexes.set(container, kept);
      container.splice(key, 1);
    } else Reflect.deleteProperty(container, key);
  };

  for (let round = 0; round < mostRounds; round++) {
    const { data, problems } = checkShape(schema, rest);
    if (data !== undefined) return { content: data, original, missing };
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
    // From the back, so that the places of what is still to go do not change.
    const ordered = [...removals.values()].sort((a, b) => comparePaths(b, a));
    for (const path of ordered) remove(path);
  }
  return undefined;
}

function comparePaths(a: Path, b: Path): number {
  for (const [i, segment] of a.entries()) {
    const other = b[i];
    if (other === undefined) return 1;
    if (segment === other) continue;
    if (typeof segment === 'number' && typeof other === 'number') return segment - other;
    return String(segment) < String(other) ? -1 : 1;
  }
  return a.length - b.length;
}
