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

const columns = [
  'country',
  'partner',
  'partner_name',
  'rank',
  'n',
  'clusters',
  'measure',
  'value',
  'low',
  'high',
];

export const renderRankCsv: Renderer<Renderable['rank']> = (result, context) => {
  const rows = result.ranked.map((partner, place) => [
    result.country.code,
    partner.code,
    partner.name,
    place + 1,
    partner.n,
    partner.clusters,
    result.measure,
    partner.value,
    partner.low,
    partner.high,
  ]);
  return toCsv(columns, rows, context);
};
