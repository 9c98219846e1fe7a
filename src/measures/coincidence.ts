import { creditConventions } from './conventions.ts';
import type { CreditConvention, Credits } from './conventions.ts';
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
export interface ComparedVotes {
  readonly same: number;
  readonly different: number;
  readonly absent: number;
}

export interface PublicWhipVotes {
  readonly normal: ComparedVotes;
  readonly strong: ComparedVotes;
}

/**
 * Points that a vote is out of. An absence earns half of its points; on a normal vote it also weighs
 * a fifth, as pressure of other work is no stance. Source: The Public Whip, They Vote For You, "How
 * the number is calculated".
 */
const PUBLIC_WHIP_POINTS = {
  normal: { voted: 10, absent: 2 },
  strong: { voted: 50, absent: 50 },
} as const;

/**
 * Distance by The Public Whip, 1 - points / possible points, in [0, 1]: 0 always voted with, 1 always
 * against. `null` without votes.
 */
export function publicWhipDistance(votes: PublicWhipVotes): Coefficient {
  let points = 0;
  let possible = 0;
  for (const importance of ['normal', 'strong'] as const) {
    const { same, different, absent } = votes[importance];
    const outOf = PUBLIC_WHIP_POINTS[importance];
    points += same * outOf.voted + (absent * outOf.absent) / 2;
    possible += (same + different) * outOf.voted + absent * outOf.absent;
  }
  if (possible === 0) return { value: null, reason: 'no votes' };
  return { value: 1 - points / possible };
}
