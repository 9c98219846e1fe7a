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
