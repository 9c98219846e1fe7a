import { MINIMUM_ISSUES } from '../measures/share-interval.ts';
import type { Band } from '../results/vocabulary.ts';
import type { Verdict } from '../results/parts.ts';

const words: Readonly<Record<Band, string>> = {
  'consistently-aligned': 'consistently aligned',
  'almost-always-aligned': 'almost always aligned',
  'generally-aligned': 'generally aligned',
  'tends-to-align': 'tend to align',
  mixed: 'mixed',
  'tends-to-diverge': 'tend to diverge',
  'generally-divergent': 'generally divergent',
  'almost-always-divergent': 'almost always divergent',
  'consistently-divergent': 'consistently divergent',
  'thin-evidence': 'too little evidence for a verdict',
};

/** Least agreement of each aligned band; the divergent bands mirror them on divergence. */
const aligned = [
  [0.95, 'consistently-aligned'],
  [0.85, 'almost-always-aligned'],
  [0.7, 'generally-aligned'],
  [0.6, 'tends-to-align'],
  [0.4, 'mixed'],
] as const;

const divergent = [
  [0.05, 'consistently-divergent'],
  [0.15, 'almost-always-divergent'],
  [0.3, 'generally-divergent'],
  [0.4, 'tends-to-diverge'],
] as const;

/**
 * The band of an agreement in [0, 1]; `thin-evidence` below 5 joint issues, whatever the agreement.
 * The band always follows weighted agreement, also where another measure is the headline.
 */
export function judge(agreement: number | null, joint: number): Verdict {
  const band = agreement === null || joint < MINIMUM_ISSUES ? 'thin-evidence' : bandOf(agreement);
  return { band, text: words[band] };
}

/**
 * The band of an agreement in [0, 1], however many issues it rests on. Edges belong to the band further
 * from the middle; 1 - 17/20 is one, whatever its last binary digit.
 */
export function bandOf(agreement: number): Band {
  const rounded = Number(agreement.toFixed(12));
  return (
    aligned.find(([least]) => rounded >= least)?.[1] ??
    divergent.find(([most]) => rounded <= most)?.[1] ??
    'tends-to-diverge'
  );
}
