import type { EntryChange, FieldChange } from '../../results/diff.ts';

/** What is said of an entry of a catalog, as texts by the path of their keys: `vote.result.yes`. */
export type Facets = ReadonlyMap<string, string>;

/** An entry of a catalog as it is compared. */
export interface Entry {
  readonly title: string;
  readonly facets: Facets;
}

function isList(value: unknown): value is readonly (string | number)[] {
  return Array.isArray(value);
}

/** Texts of nested plain data; what is not there has none. A list of words or numbers is one text. */
export function facetsOf(value: unknown, path = ''): Facets {
  if (value === undefined || value === null) return new Map();
  if (isList(value)) return new Map(value.length === 0 ? [] : [[path, value.join(', ')]]);
  if (typeof value !== 'object') return new Map([[path, String(value)]]);
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [
      ...facetsOf(inner, path === '' ? key : `${path}.${key}`),
    ]),
  );
}

/** The facets that differ, those of the new ones first in their order. */
export function compareFacets(before: Facets, after: Facets): readonly FieldChange[] {
  if (before === after) return [];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((field) => {
    const [old = null, now = null] = [before.get(field), after.get(field)];
    return old === now ? [] : [{ field, before: old, after: now }];
  });
}

/** Entries that were added, removed or changed, by id; one under another id is another one. */
export function compareEntries(
  before: ReadonlyMap<string, Entry>,
  after: ReadonlyMap<string, Entry>,
): readonly EntryChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((id): EntryChange[] => {
    const [old, now] = [before.get(id), after.get(id)];
    if (!old) return now ? [{ change: 'added', id, title: now.title, fields: [] }] : [];
    if (!now) return [{ change: 'removed', id, title: old.title, fields: [] }];
    const fields = compareFacets(old.facets, now.facets);
    return fields.length === 0 ? [] : [{ change: 'changed', id, title: now.title, fields }];
  });
}
