import { countKeys, type KeyUse, type Renaming } from './keys.ts';
import { joinRetitled } from './retitled-keys.ts';
import { titleKey } from './title-key.ts';
import { completeTruncated } from './truncated-keys.ts';
import { correctTypingErrors } from './typing-errors.ts';
import { isSummary, isWhole, type TitledVote } from './whole-votes.ts';

const steps: readonly ((keys: readonly KeyUse[]) => Renaming)[] = [
  correctTypingErrors,
  completeTruncated,
  joinRetitled,
];

/**
 * The series of each roll call of a body, in their order: what the record gives, else a name made of its
 * title, which votes on one text that comes back share. A vote on a part of a text has the series of the
 * vote on the whole. `undefined` is a cluster of its own. The order of the roll calls changes nothing.
 *
 * @param votes all roll calls of the body: which titles are one text depends on the others
 * @param prefix before the names made of titles
 */
export function assignSeries(
  votes: readonly TitledVote[],
  prefix: string,
): readonly (string | undefined)[] {
  // Most texts that return do so under the very same title.
  const known = new Map<string, string>();
  const keyOf = (title: string) => {
    const key = known.get(title) ?? titleKey(title);
    known.set(title, key);
    return key;
  };
  const whole = votes.map(isWhole);
  let keyed = votes.map((vote, i) => ({
    key: vote.series === '' && whole[i] && !isSummary(vote) ? keyOf(vote.title) : '',
    session: vote.session,
  }));
  for (const step of steps) {
    const renaming = step(countKeys(keyed));
    keyed = keyed.map((vote) => {
      const key = renaming.get(vote.key);
      return key === undefined ? vote : { ...vote, key };
    });
  }
  const names = shortNames(
    keyed.map(({ key }) => key),
    prefix,
  );
  const own = votes.map(({ series }, i) => series || names.get(keyed[i]!.key));

  const ofWholes = new Map<string, string>();
  votes.forEach((vote, i) => {
    const [series, other] = [own[i], ofWholes.get(vote.resolution)];
    if (vote.resolution === '' || series === undefined || !whole[i]) return;
    // Where one symbol has two texts, always the same one of them.
    if (other === undefined || series < other) ofWholes.set(vote.resolution, series);
  });
  return own.map(
    (series, i) => series ?? (whole[i] ? undefined : ofWholes.get(votes[i]!.resolution)),
  );
}

const wordsOfName = 8;

/** Keys as names: their first words, or all where another key begins alike. */
function shortNames(keys: readonly string[], prefix: string): ReadonlyMap<string, string> {
  const distinct = [...new Set(keys)].filter((key) => key !== '');
  const shorten = (key: string) => key.split(' ').slice(0, wordsOfName).join('-');
  const taken = new Map<string, number>();
  for (const key of distinct) taken.set(shorten(key), (taken.get(shorten(key)) ?? 0) + 1);
  return new Map(
    distinct.map((key) => {
      const short = shorten(key);
      return [key, prefix + (taken.get(short) === 1 ? short : key.replaceAll(' ', '-'))];
    }),
  );
}
