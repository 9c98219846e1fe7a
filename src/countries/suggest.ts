import { distance } from 'fastest-levenshtein';

import type { NameIndex } from './model.ts';

const mostSuggestions = 5;
/** Three letters in ten may be wrong, and one in any name. */
const tolerance = 0.3;

interface Match {
  readonly codes: readonly string[];
  /** Names that begin with the text come first. */
  readonly rank: 0 | 1;
  readonly errors: number;
  readonly key: string;
}

/**
 * Codes of the countries that a misspelt name may mean, likeliest first, at most five.
 *
 * Names that begin with the text (two letters or more) come first, the shortest leading; then names
 * at a small edit distance, at most 30 % of the longer text's length (one letter in short names);
 * two letters swapped count as one error. Names of up to three letters are codes and not suggested.
 * Later tables are asked only where earlier ones have nothing.
 */
export function suggestNames(key: string, tables: readonly NameIndex[]): readonly string[] {
  for (const table of tables) {
    const matches = Object.entries(table)
      .flatMap(([name, codes]) => match(key, name, codes))
      .toSorted(byLikelihood);
    if (matches.length > 0) {
      return [...new Set(matches.flatMap(({ codes }) => codes))].slice(0, mostSuggestions);
    }
  }
  return [];
}

function match(key: string, name: string, codes: string): readonly Match[] {
  if (name.length < 4) return [];
  const found = { codes: codes.split(' '), key: name };
  if (key.length > 1 && name.startsWith(key)) {
    return [{ ...found, rank: 0, errors: name.length - key.length }];
  }
  const longer = Math.max(key.length, name.length);
  const allowed = Math.max(1, Math.floor(longer * tolerance));
  if (Math.abs(key.length - name.length) > allowed) return [];
  const letters = distance(key, name);
  const errors = letters === 2 && isSwap(key, name) ? 1 : letters;
  return errors > allowed ? [] : [{ ...found, rank: 1, errors }];
}

function isSwap(a: string, b: string): boolean {
  return [...a].sort().join('') === [...b].sort().join('');
}

function byLikelihood(a: Match, b: Match): number {
  return a.rank - b.rank || a.errors - b.errors || (a.key < b.key ? -1 : 1);
}
