import { toCsv, weightsColumn } from '../kit/csv.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { rowsOf, type VersusRow } from './words.ts';

/** A row for the headline, each measure, catalog and topic, then and now side by side. */
export const render: Renderer<Renderable['versus']> = (result, context) => {
  const [a, b] = result.countries;
  return toCsv<VersusRow>(
    {
      country_a: () => a.code,
      country_b: () => b.code,
      part: ({ group }) => group,
      id: ({ id }) => id,
      title: ({ title }) => title,
      n_before: ({ before }) => before.n,
      clusters_before: ({ before }) => before.clusters,
      value_before: ({ before }) => before.value,
      low_before: ({ before }) => before.low,
      high_before: ({ before }) => before.high,
      n_after: ({ after }) => after.n,
      clusters_after: ({ after }) => after.clusters,
      value_after: ({ after }) => after.value,
      low_after: ({ after }) => after.low,
      high_after: ({ after }) => after.high,
      change: ({ change }) => change,
      overlap: ({ overlap }) => (overlap === null ? null : String(overlap)),
      ...weightsColumn(result.provenance),
    },
    rowsOf(result),
    context,
  );
};
