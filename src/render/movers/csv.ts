import { toCsv } from '../kit/csv.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

/** A row a dyad that moved. */
export const render: Renderer<Renderable['movers']> = ({ dyads, names }, context) =>
  toCsv<(typeof dyads)[number]>(
    {
      country_a: ({ a }) => a,
      country_b: ({ b }) => b,
      series: ({ series }) => series,
      before: ({ before }) => before,
      after: ({ after }) => after,
      difference: ({ difference }) => difference,
      se: ({ se }) => se,
      lower: ({ lower }) => lower,
      name_a: ({ a }) => names[a] ?? a,
      name_b: ({ b }) => names[b] ?? b,
    },
    dyads,
    context,
  );
