import { distance } from 'fastest-levenshtein';
import { groupBy } from '../../group-by.ts';
import type { KeyUse, Renaming } from './keys.ts';
import { isPlace } from './places.ts';

const leastLetters = 6;
/** A word of so many letters may have two of them wrong. */
const manyLetters = 8;
const mostSessionsOfError = 2;
const leastSessionsOfWord = 5;

/**
 * Keys with their typing errors put right: a word of 6 letters or more, seen in at most 2 sessions,
 * takes the commonest word seen in at least 5 that begins alike and is one letter off (two from 8
 * letters on). The name of a place is no error.
 */
export function correctTypingErrors(keys: readonly KeyUse[]): Renaming {
  const corrections = findCorrections(countSessions(keys));
  return new Map(
    keys
      .filter(({ words }) => words.some((word) => corrections.has(word)))
      .map(({ key, words }) => [key, words.map((word) => corrections.get(word) ?? word).join(' ')]),
  );
}

function countSessions(keys: readonly KeyUse[]): ReadonlyMap<string, number> {
  const seen = new Map<string, Set<number>>();
  for (const { words, sessions } of keys)
    for (const word of words) {
      if (word.length < leastLetters - 1) continue;
      let own = seen.get(word);
      if (!own) seen.set(word, (own = new Set()));
      for (const session of sessions) own.add(session);
    }
  return new Map([...seen].map(([word, sessions]) => [word, sessions.size]));
}

function findCorrections(sessions: ReadonlyMap<string, number>): ReadonlyMap<string, string> {
  // The commonest first, so that the first one near enough is the one to take.
  const common = [...sessions]
    .filter(([, n]) => n >= leastSessionsOfWord)
    .sort(([x, m], [y, n]) => n - m || (x < y ? -1 : 1))
    .map(([word]) => word);
  const byInitial = groupBy(common, (word) => word.slice(0, 1));
  const corrections = new Map<string, string>();
  for (const [word, n] of sessions) {
    if (n > mostSessionsOfError || word.length < leastLetters || isPlace(word)) continue;
    const most = word.length >= manyLetters ? 2 : 1;
    const right = byInitial
      .get(word.slice(0, 1))
      ?.find((each) => Math.abs(each.length - word.length) <= most && distance(each, word) <= most);
    if (right !== undefined) corrections.set(word, right);
  }
  return corrections;
}
