import { type CreditConvention, creditConventions, type Credits } from './conventions.ts';
import type { Coefficient } from './measure.ts';

/** Number of votes of each kind, as published; kinds are those of `Credits`. */
export type CoincidenceCounts = Readonly<Record<keyof Credits, number>>;

const KINDS = ['same', 'partial', 'opposite', 'absent'] as const;

/**
 * Share of votes on which two states coincide, in [0, 1], from published counts by a published
 * convention: the mean credit of the votes that the convention keeps; `null` if it keeps none.
 */
export function coincidence(counts: CoincidenceCounts, convention: CreditConvention): Coefficient {
  const credits: Credits = creditConventions[convention];
  let kept = 0;
  let credited = 0;
  for (const kind of KINDS) {
    const credit = credits[kind];
    if (credit === null) continue;
    kept += counts[kind];
    credited += counts[kind] * credit;
  }
  if (kept === 0) return { value: null, reason: 'no votes that the convention counts' };
  return { value: credited / kept };
}

/** Votes of one importance, compared with a policy or with another voter. */
export type ComparedVotes = Readonly<Record<'same' | 'different' | 'absent', number>>;

export type PublicWhipVotes = Readonly<Record<'normal' | 'strong', ComparedVotes>>;

/**
 * Points that a vote is out of. An absence earns half of its points; on a normal vote it also weighs
 * a fifth, as pressure of other work is no stance. Source: The Public Whip, They Vote For You, "How
 * the number is calculated".
 */
export const publicWhipPoints = {
  normal: { voted: 10, absent: 2 },
  strong: { voted: 50, absent: 50 },
} as const;

/** Distance by The Public Whip, 1 - points / possible points, in [0, 1]: 0 always voted with; `null` without votes. */
export function publicWhipDistance(votes: PublicWhipVotes): Coefficient {
  let [points, possible] = [0, 0];
  for (const importance of ['normal', 'strong'] as const) {
    const { same, different, absent } = votes[importance];
    const outOf = publicWhipPoints[importance];
    points += same * outOf.voted + (absent * outOf.absent) / 2;
    possible += (same + different) * outOf.voted + absent * outOf.absent;
  }
  return possible === 0 ? { value: null, reason: 'no votes' } : { value: 1 - points / possible };
}
