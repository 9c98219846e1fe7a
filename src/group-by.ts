/** Things by what they share, in the order of the first of each: `Map.groupBy`, which Node 20 lacks. */
export function groupBy<Key, Thing>(
  things: Iterable<Thing>,
  keyOf: (thing: Thing) => Key,
): ReadonlyMap<Key, readonly Thing[]> {
  const groups = new Map<Key, Thing[]>();
  for (const thing of things) join(groups, keyOf(thing), thing);
  return groups;
}

/** The same of things that belong to several groups, each of which has them in full. */
export function groupByEach<Key, Thing>(
  things: Iterable<Thing>,
  keysOf: (thing: Thing) => readonly Key[],
): ReadonlyMap<Key, readonly Thing[]> {
  const groups = new Map<Key, Thing[]>();
  for (const thing of things) {
    const keys = keysOf(thing);
    for (const key of keys.length < 2 ? keys : new Set(keys)) join(groups, key, thing);
  }
  return groups;
}

function join<Key, Thing>(groups: Map<Key, Thing[]>, key: Key, thing: Thing): void {
  const group = groups.get(key);
  if (group) group.push(thing);
  else groups.set(key, [thing]);
}
