import type { Bloc, BlocsResult } from '../../results/blocs.ts';
import { count, counted, decimal } from '../kit/numbers.ts';

/** How Kaufman & Rousseeuw (1990, p. 88) read a mean silhouette width. */
function structureWords(silhouette: number): string {
  if (silhouette > 0.7) return 'a strong structure';
  if (silhouette > 0.5) return 'a reasonable structure';
  return silhouette > 0.25
    ? 'a weak structure, which may be artificial'
    : 'no substantial structure';
}

/** How many blocs, why so many, and how clear they are. */
export function countWords({ k, chosenBy, silhouette, silhouettes }: BlocsResult): string {
  const clear = `mean silhouette ${decimal(silhouette)}, ${structureWords(silhouette)}`;
  if (chosenBy === 'asked') return `${counted(k, 'bloc')}, as asked: ${clear}`;
  const next = silhouettes
    .filter((each) => each.k !== k)
    .reduce<(typeof silhouettes)[number] | undefined>(
      (best, each) => (best && best.silhouette >= each.silhouette ? best : each),
      undefined,
    );
  const then = next ? `; next best ${count(next.k)} with ${decimal(next.silhouette)}` : '';
  return `${counted(k, 'bloc')} by silhouette: ${clear}${then}`;
}

/** Whether the blocs hold when a year or topic is left out. */
export function stabilityWords({ stability, k, chosenBy }: BlocsResult): string {
  const { leaveOut, value, lowest, repetitions, reason } = stability;
  if (value === null) return `Stability is unknown: ${reason ?? ''}`;
  const known = repetitions.filter((each) => each.value !== null);
  const least = known.find((each) => each.value === lowest);
  const others = known.filter(({ silhouetteK }) => silhouetteK !== k).length;
  const of = counted(known.length, leaveOut);
  const held =
    lowest === 1
      ? `Without any one of ${of} the blocs are the same (adjusted Rand 1)`
      : `With one of ${of} left out, adjusted Rand ${decimal(value)} on average, ${decimal(lowest)} without ${least?.title ?? ''}`;
  const number =
    chosenBy === 'silhouette'
      ? `; the silhouette would choose ${others === 0 ? `${count(k)} each time` : `another number in ${count(others)}`}`
      : '';
  return `${held}${number}`;
}

/** Members that are nearer to another bloc, or in another one when something is left out. */
export function waverers({ members }: Pick<Bloc, 'members'>): Bloc['members'] {
  return members.filter(({ silhouette, stays }) => silhouette < 0 || (stays ?? 1) < 1);
}

/** Titles of the topics that set a bloc apart; a title may have commas of its own. */
export function setApartWords(
  { topics, setApartBy }: Pick<Bloc, 'topics' | 'setApartBy'>,
  separator = '; ',
): string {
  return topics
    .filter(({ id }) => setApartBy.includes(id))
    .map(({ title }) => title)
    .join(separator);
}

/** The name of the most central member. */
export function centreOf({ id, members }: Pick<Bloc, 'id' | 'members'>): string {
  return members.find(({ code }) => code === id)?.name ?? id;
}
