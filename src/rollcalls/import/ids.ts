import { id } from '../../catalog/schema-parts.ts';
import type { FailAt } from './issue-draft.ts';

/** Whether a text can be an id in a catalog. */
export function isId(text: string): boolean {
  return id.safeParse(text).success;
}

/** A text as one of some words, in whatever case; empty if it is. @throws UserError (exit 3) if it is another */
export function oneOf(
  words: readonly string[],
  text: string,
  what: string,
  line: number,
  failAt: FailAt,
): string {
  const word = text.toLowerCase();
  if (word === '' || words.includes(word)) return word;
  throw failAt(line, `${JSON.stringify(text)} is no ${what}`, `one of ${words.join(', ')}`);
}
