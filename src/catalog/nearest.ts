import { distance } from 'fastest-levenshtein';

/** The candidate that a word is most likely a slip of, if any is near: at most a third of its letters off. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const scored = candidates
    .map((candidate) => ({ candidate, off: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, off }) => off <= Math.max(1, Math.ceil(candidate.length / 3)))
    .sort((a, b) => a.off - b.off || (a.candidate < b.candidate ? -1 : 1));
  return scored[0]?.candidate;
}

const mostListed = 12;

/** `did you mean "x"? allowed: a, b, c` for a word that is not among the candidates. */
export function hintFor(word: string, candidates: readonly string[], what = 'allowed'): string {
  const near = nearest(word, candidates);
  const listed = [...candidates].sort().slice(0, mostListed).join(', ');
  const more = candidates.length > mostListed ? ` and ${candidates.length - mostListed} more` : '';
  const list = candidates.length === 0 ? `${what}: none declared` : `${what}: ${listed}${more}`;
  return near === undefined ? list : `did you mean "${near}"? ${list}`;
}

const mostSuggested = 5;

/**
 * Ids of the things that someone most likely meant, likeliest first, five at most: those that a slip
 * is near to, then those that have all of its words in their id or title.
 */
export function nearestFew(
  word: string,
  things: readonly { readonly id: string; readonly title: string }[],
): readonly string[] {
  const slip = nearest(
    word,
    things.map(({ id }) => id),
  );
  const words = word.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const alike = things
    .filter(({ id, title }) => {
      const text = `${id} ${title}`.toLowerCase();
      return words.every((each) => text.includes(each));
    })
    .map(({ id }) => id)
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return [...new Set([...(slip === undefined ? [] : [slip]), ...alike])].slice(0, mostSuggested);
}
