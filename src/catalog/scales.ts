import type { Scale } from './model.ts';

/** Scales every catalog may use, ordered from against (-1) to for (+1). */
export const builtInScales: Readonly<Record<string, Scale>> = {
  stance5: {
    id: 'stance5',
    labels: ['strongly-oppose', 'oppose', 'neutral', 'support', 'strongly-support'],
  },
  stance3: { id: 'stance3', labels: ['oppose', 'neutral', 'support'] },
  vote: { id: 'vote', labels: ['no', 'abstain', 'yes'] },
  membership: { id: 'membership', labels: ['outside', 'associated', 'member'] },
};

/**
 * Positions of `categories` labels, equally spaced on [-1, 1] over the declared scale
 * (Signorino & Ritter 1999: never over the labels that happen to occur). A single label sits at 0.
 */
export function scaleValues(categories: number): Float64Array {
  const values = new Float64Array(categories);
  if (categories > 1) {
    for (let i = 0; i < categories; i++) values[i] = -1 + (2 * i) / (categories - 1);
  }
  return values;
}
