import type { KeyUse, Renaming } from './keys.ts';
import { isPlace } from './places.ts';

const leastWords = 5;
const leastJaccard = 0.75;

interface Pair {
  readonly x: KeyUse;
  readonly y: KeyUse;
  readonly jaccard: number;
}

/**
 * Keys of one text under a changed title: of at least 5 words, three quarters of which they share
 * (Jaccard), and not naming another place on either side. The likest are joined first, ties by key. Two
 * keys of one session are two texts: what would put them together is not joined. The commoner key stays.
 */
export function joinRetitled(keys: readonly KeyUse[]): Renaming {
  const groups = new Map(keys.map((use) => [use.key, { members: [use], sessions: use.sessions }]));
  for (const { x, y } of findPairs(keys)) {
    const [into, from] = [groups.get(x.key)!, groups.get(y.key)!];
    if (into === from || [...from.sessions].some((session) => into.sessions.has(session))) continue;
    const members = [...into.members, ...from.members];
    const joined = { members, sessions: new Set([...into.sessions, ...from.sessions]) };
    for (const { key } of members) groups.set(key, joined);
  }
  const renaming = new Map<string, string>();
  for (const { members } of new Set(groups.values())) {
    const [commonest] = members.toSorted((x, y) => y.n - x.n || (x.key < y.key ? -1 : 1));
    for (const { key } of members) if (key !== commonest!.key) renaming.set(key, commonest!.key);
  }
  return renaming;
}

/** All pairs that are alike enough, the likest first. */
function findPairs(keys: readonly KeyUse[]): readonly Pair[] {
  const long = keys.filter(({ words }) => words.length >= leastWords);
  const pairs: Pair[] = [];
  for (const [use, others] of candidates(long)) {
    for (const other of others) {
      const jaccard = likeness(use, other);
      if (jaccard >= leastJaccard && !namesOtherPlaces(use, other))
        pairs.push({ x: use, y: other, jaccard });
    }
  }
  return pairs.sort(
    (p, q) =>
      q.jaccard - p.jaccard ||
      (p.x.key === q.x.key ? (p.y.key < q.y.key ? -1 : 1) : p.x.key < q.x.key ? -1 : 1),
  );
}

/**
 * Each key with those before it that share one of its rare words. Two keys that are alike enough share
 * one of their rarest: of the words of either, fewer than a quarter are missing from the other.
 */
function candidates(keys: readonly KeyUse[]): ReadonlyMap<KeyUse, ReadonlySet<KeyUse>> {
  const uses = new Map<string, number>();
  for (const { words } of keys)
    for (const word of new Set(words)) uses.set(word, (uses.get(word) ?? 0) + 1);
  const rareWords = ({ words }: KeyUse) => {
    const own = [...new Set(words)].sort((x, y) => uses.get(x)! - uses.get(y)! || (x < y ? -1 : 1));
    return own.slice(0, own.length - Math.ceil(leastJaccard * own.length) + 1);
  };
  const seen = new Map<string, KeyUse[]>();
  return new Map(
    keys.map((use) => {
      const rare = rareWords(use);
      const others = new Set(rare.flatMap((word) => seen.get(word) ?? []));
      for (const word of rare) seen.set(word, [...(seen.get(word) ?? []), use]);
      return [use, others];
    }),
  );
}

function likeness({ words: x }: KeyUse, { words: y }: KeyUse): number {
  const all = new Set([...x, ...y]).size;
  return (new Set(x).size + new Set(y).size - all) / all;
}

function namesOtherPlaces({ words: x }: KeyUse, { words: y }: KeyUse): boolean {
  const namesOwn = (own: readonly string[], others: readonly string[]) =>
    own.some((word) => isPlace(word) && !others.includes(word));
  return namesOwn(x, y) && namesOwn(y, x);
}
