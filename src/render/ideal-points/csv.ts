import { toCsv } from '../kit/csv.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

/** A row a country and session. */
export const render: Renderer<Renderable['idealPoints']> = ({ points, countries }, context) => {
  const names = new Map(countries.map(({ code, name }) => [code, name]));
  return toCsv<(typeof points)[number]>(
    {
      country: ({ country }) => country,
      session: ({ session }) => session,
      year: ({ year }) => year,
      ideal_point: ({ value }) => value,
      low: ({ low }) => low,
      high: ({ high }) => high,
      n: ({ n }) => n,
      rank: ({ rank }) => rank,
      percentile: ({ percentile }) => percentile,
      name: ({ country }) => names.get(country) ?? '',
      cow: ({ country }) => context.cowOf(country),
    },
    points,
    context,
  );
};
