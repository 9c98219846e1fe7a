/** A key in use: in which sessions, and by how many roll calls. */
export interface KeyUse {
  readonly key: string;
  readonly words: readonly string[];
  readonly sessions: ReadonlySet<number>;
  readonly n: number;
}

/** What a step finds: keys and the keys that they are taken for. Keys that stay are not in it. */
export type Renaming = ReadonlyMap<string, string>;

export interface Keyed {
  /** Empty where there is no title. */
  readonly key: string;
  readonly session: number;
}

/** The keys of roll calls and how they are used, sorted by key. */
export function countKeys(votes: readonly Keyed[]): readonly KeyUse[] {
  const uses = new Map<string, { sessions: Set<number>; n: number }>();
  for (const { key, session } of votes) {
    if (key === '') continue;
    let use = uses.get(key);
    if (!use) uses.set(key, (use = { sessions: new Set(), n: 0 }));
    use.sessions.add(session);
    use.n++;
  }
  return [...uses]
    .map(([key, use]) => ({ key, words: key.split(' '), ...use }))
    .sort((x, y) => (x.key < y.key ? -1 : 1));
}
