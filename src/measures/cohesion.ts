import type { Coefficient } from './measure.ts';

/** How the members of a group voted on one roll call; absent members are not counted. */
export interface VoteCounts {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

const NOBODY_VOTED: Coefficient = { value: null, reason: 'no member of the group voted' };

/**
 * Rice's (1925) index of cohesion, |Y - N| / (Y + N), in [0, 1]: 0 an even split, 1 all on one side.
 * Abstentions play no part; `null` if nobody voted yes or no.
 */
export function riceIndex({ yes, no }: Pick<VoteCounts, 'yes' | 'no'>): Coefficient {
  if (yes + no === 0) return { value: null, reason: 'no member of the group voted yes or no' };
  return { value: Math.abs(yes - no) / (yes + no) };
}

/**
 * Agreement Index of Hix, Noury and Roland (2005), (max - (total - max) / 2) / total, in [0, 1]:
 * 0 an even split over yes, no and abstain, 1 all together. `null` if nobody voted.
 */
export function agreementIndex(counts: VoteCounts): Coefficient {
  const { total, largest } = sizes(counts);
  if (total === 0) return NOBODY_VOTED;
  return { value: (largest - (total - largest) / 2) / total };
}

/**
 * Attinà's (1990) index of agreement, (max - (total - max)) / total, in [-1/3, 1]: below 0 where the
 * largest camp is a minority. Often printed as a percentage. `null` if nobody voted.
 */
export function attinaIndex(counts: VoteCounts): Coefficient {
  const { total, largest } = sizes(counts);
  if (total === 0) return NOBODY_VOTED;
  return { value: (largest - (total - largest)) / total };
}

function sizes({ yes, no, abstain }: VoteCounts): { total: number; largest: number } {
  return { total: yes + no + abstain, largest: Math.max(yes, no, abstain) };
}
