import { distance } from 'fastest-levenshtein';

/** What is asked for thousands of words, each among thousands of candidates, must end. */
const mostCompared = 10_000;
const longestCompared = 200;

/** The candidate that a word is most likely a slip of, if any is near: at most a third of its letters off. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const most = ({ length }: string) => Math.max(1, Math.ceil(length / 3));
  const scored = candidates
    // The distance is at least that of the lengths, and takes long between long words.
    .filter(
      (candidate) =>
        candidate.length <= longestCompared &&
        Math.abs(candidate.length - word.length) <= most(candidate),
    )
    .slice(0, mostCompared)
    .map((candidate) => ({ candidate, off: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, off }) => off <= most(candidate))
    .sort((a, b) => a.off - b.off || (a.candidate < b.candidate ? -1 : 1));
  return scored[0]?.candidate;
}

const mostListed = 12;
const beginnings = new WeakMap<readonly string[], readonly string[]>();

/** The first candidates in the order of the alphabet, sorted once. */
function firstFew(candidates: readonly string[]): readonly string[] {
  const few = beginnings.get(candidates) ?? candidates.toSorted().slice(0, mostListed);
  beginnings.set(candidates, few);
  return few;
}

/** `did you mean "x"? allowed: a, b, c` for a word that is not among the candidates. */
export function hintFor(word: string, candidates: readonly string[], what = 'allowed'): string {
  const near = nearest(word, candidates);
  const listed = firstFew(candidates).join(', ');
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
