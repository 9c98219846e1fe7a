import type { RankOrder } from '../analysis/rank.ts';
import { isDivergence } from '../measures/divergence.ts';
import { toCsv } from './csv.ts';
import { toJson } from './json.ts';
import type { Renderable } from './renderable.ts';
import type { Renderer } from './renderer.ts';

/** What rows are ordered by, where it is not the value. */
export function orderWords(order: RankOrder, measure: string): string {
  if (order === 'value') return '';
  return `by the ${isDivergence(measure) ? 'upper' : 'lower'} end of the interval`;
}

export const renderRankJson: Renderer<Renderable['rank']> = ({
  order: _order,
  of: _of,
  provenance,
  ...result
}) => toJson({ ...result, provenance });

export const renderRankCsv: Renderer<Renderable['rank']> = (
  { country, measure, ranked },
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
    },
    ranked,
    context,
  );
