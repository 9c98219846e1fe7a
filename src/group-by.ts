/** Things by what they share, in the order of the first of each: `Map.groupBy`, which Node 20 lacks. */
export function groupBy<Key, Thing>(
  things: Iterable<Thing>,
  keyOf: (thing: Thing) => Key,
): ReadonlyMap<Key, readonly Thing[]> {
  return groupByEach(things, (thing) => [keyOf(thing)]);
}

/** The same of things that belong to several groups, each of which has them in full. */
export function groupByEach<Key, Thing>(
  things: Iterable<Thing>,
  keysOf: (thing: Thing) => Iterable<Key>,
): ReadonlyMap<Key, readonly Thing[]> {
  const groups = new Map<Key, Thing[]>();
  for (const thing of things)
    for (const key of new Set(keysOf(thing))) {
      const group = groups.get(key);
      if (group) group.push(thing);
      else groups.set(key, [thing]);
    }
  return groups;
}
