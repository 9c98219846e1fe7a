import { toCsv, weightsColumn } from '../kit/csv.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

/** A row a dyad and period; without a second country it is one against its own past. */
export const render: Renderer<Renderable['trend']> = ({ points, measure, provenance }, context) =>
  toCsv<(typeof points)[number]>(
    {
      country_a: ({ a }) => a,
      country_b: ({ b }) => b,
      period: ({ period }) => period,
      n: ({ n }) => n,
      clusters: ({ clusters }) => clusters,
      [measure]: ({ value }) => value,
      low: ({ low }) => low,
      high: ({ high }) => high,
      ...weightsColumn(provenance),
    },
    points,
    context,
  );
