import { spaceEvenly } from '../measures/contingency.ts';
import { ABSENT, type Evidence } from './evidence.ts';

/**
 * What a position is called: the label of its category, `absent`, or, for the mean of a bloc that lies
 * between two categories, both.
 *
 * @param scale index into the scales of the evidence
 * @param value on [-1, 1]; `null` where absent
 */
export function positionLabel(
  evidence: Evidence,
  scale: number,
  category: number,
  value: number | null,
): string {
  const labels = evidence.scales[scale]?.labels ?? [];
  const label = labels[category];
  if (category === ABSENT || value === null || label === undefined) return 'absent';
  if (value === spaceEvenly(labels.length)[category]) return label;
  const below = Math.floor(((value + 1) / 2) * (labels.length - 1));
  return `between ${labels[below]} and ${labels[below + 1]}`;
}
