import { distance } from 'fastest-levenshtein';

import type { NameIndex } from './model.ts';
import { looksLikeCode } from './normalize.ts';

const mostSuggestions = 5;
/** Text that more countries begin with says nothing ("Republic"). */
const mostBeginnings = 10;

interface Match {
  readonly codes: string;
  readonly key: string;
  /** Letters missing, or the share of letters that are wrong. Lower is likelier. */
  readonly errors: number;
}

/**
 * Codes of the countries that a misspelt name may mean, likeliest first, at most five.
 *
 * English names that begin with the text (two letters or more) come first, the shortest leading;
 * then names at a small edit distance, in English at most 30 % of the longer text's length, in
 * other languages 20 %, and one letter in any name of four or more, where two letters swapped
 * count as one error; then names in other languages that begin with the text. Names of up to three
 * letters are too near to each other to be suggested.
 */
export function suggestCodes(
  key: string,
  english: NameIndex,
  otherLanguages: NameIndex,
): readonly string[] {
  const begin = (names: NameIndex): readonly string[] => {
    const codes = collectCodes(
      entriesOf(names)
        .filter(({ name }) => name.startsWith(key) && !looksLikeCode(name))
        .map(({ name, ...found }) => ({
          ...found,
          key: name,
          errors: name.length - key.length,
        })),
    );
    return codes.length > mostBeginnings ? [] : codes;
  };
  const letters = lettersOf(key);
  const near = (names: NameIndex, tolerance: number): readonly Match[] =>
    entriesOf(names).flatMap(({ name, codes, letters: ofName }) => {
      const allowed = allowedErrors(key, name, tolerance);
      // Every letter that only one of them has is an error; most names are told apart by that.
      if (countBits(letters & ~ofName) > allowed || countBits(ofName & ~letters) > allowed)
        return [];
      const errors = countErrors(key, name, allowed);
      return errors === undefined ? [] : [{ codes, key: name, errors }];
    });
  const suggested = [
    ...(key.length > 1 ? begin(english) : []),
    ...collectCodes([...near(english, 0.3), ...near(otherLanguages, 0.2)]),
    ...(key.length > (/^[a-z]+$/.test(key) ? 3 : 1) ? begin(otherLanguages) : []),
  ];
  return [...new Set(suggested)].slice(0, mostSuggestions);
}

function collectCodes(matches: readonly Match[]): readonly string[] {
  const sorted = matches.toSorted((a, b) => a.errors - b.errors || (a.key < b.key ? -1 : 1));
  return [...new Set(sorted.flatMap(({ codes }) => codes.split(' ')))];
}

interface Entry {
  readonly name: string;
  readonly codes: string;
  readonly letters: number;
}

const entriesByIndex = new WeakMap<NameIndex, readonly Entry[]>();

function entriesOf(names: NameIndex): readonly Entry[] {
  const entries =
    entriesByIndex.get(names) ??
    Array.from(names, ([name, codes]) => ({ name, codes, letters: lettersOf(name) }));
  entriesByIndex.set(names, entries);
  return entries;
}

/** The letters of a text as a set of bits; some share one. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i++) letters |= 1 << (text.charCodeAt(i) % 32);
  return letters;
}

function countBits(bits: number): number {
  let n = 0;
  for (let left = bits; left !== 0; left &= left - 1) n++;
  return n;
}

function allowedErrors(key: string, name: string, tolerance: number): number {
  return Math.max(1, Math.floor(Math.max(key.length, name.length) * tolerance));
}

/** Share of wrong letters, if they are few enough. */
function countErrors(key: string, name: string, allowed: number): number | undefined {
  if (name.length < 4 || Math.abs(key.length - name.length) > allowed) return undefined;
  const letters = distance(key, name);
  const errors = letters === 2 && isSwap(key, name) ? 1 : letters;
  return errors > allowed ? undefined : errors / Math.max(key.length, name.length);
}

function isSwap(a: string, b: string): boolean {
  return [...a].toSorted().join('') === [...b].toSorted().join('');
}
