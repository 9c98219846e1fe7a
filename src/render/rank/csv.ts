import { toCsv, weightsColumn } from '../kit/csv.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

/** A row a country, nearest first. */
export const render: Renderer<Renderable['rank']> = (
  { country, measure, ranked, provenance },
  context,
) =>
  toCsv<(typeof ranked)[number]>(
    {
      country: () => country.code,
      partner: ({ code }) => code,
      partner_name: ({ name }) => name,
      rank: (_, place) => place + 1,
      n: ({ n }) => n,
      clusters: ({ clusters }) => clusters,
      measure: () => measure,
      value: ({ value }) => value,
      low: ({ low }) => low,
      high: ({ high }) => high,
      ...weightsColumn(provenance),
    },
    ranked,
    context,
  );
