import { isDivergence } from '../../measures/divergence.ts';
import { toCsv } from '../kit/csv.ts';
import { periodWords } from '../kit/dates.ts';
import { toJson } from '../kit/json.ts';
import { measureWords } from '../matrix/words.ts';
import { counted } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

/** What a ranking rests on and how it is ordered. */
export function rankFacts(rank: Renderable['rank']): readonly string[] {
  const { period, of, issues, minJoint, order, measure } = rank;
  const end = isDivergence(measure) ? 'upper' : 'lower';
  return [
    ...(period === null ? [] : [periodWords(period)]),
    counted(of, 'country'),
    counted(issues, 'issue'),
    measureWords(rank),
    `at least ${counted(minJoint, 'joint issue')}`,
    ...(order === 'value' ? [] : [`by the ${end} end of the interval`]),
  ];
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
