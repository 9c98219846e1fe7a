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
