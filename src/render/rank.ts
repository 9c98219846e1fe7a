import { toCsv } from './csv.ts';
import { toJson } from './json.ts';
import type { Renderable } from './renderable.ts';
import type { Renderer } from './renderer.ts';

export const renderRankJson: Renderer<Renderable['rank']> = ({ top: _, provenance, ...result }) =>
  toJson({ ...result, provenance });

const columns = [
  'country',
  'partner',
  'partner_name',
  'rank',
  'n',
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
    result.measure,
    partner.value,
    partner.low,
    partner.high,
  ]);
  return toCsv(columns, rows, context);
};
