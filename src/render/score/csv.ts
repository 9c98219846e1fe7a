import { toCsv, weightsColumn } from '../kit/csv.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

/** A row an issue. */
export const render: Renderer<Renderable['score']> = (
  { countries, issues, provenance },
  context,
) => {
  const [a, b] = countries;
  return toCsv<(typeof issues)[number]>(
    {
      country_a: () => a.code,
      country_b: () => b.code,
      issue: ({ id }) => id,
      title: ({ title }) => title,
      topic: ({ topics }) => topics.join('|'),
      from: ({ from }) => from,
      to: ({ to }) => to,
      position_a: ({ positions }) => positions[0],
      position_b: ({ positions }) => positions[1],
      distance: ({ distance }) => distance,
      similarity: ({ distance }) => 1 - distance,
      weight: ({ weight }) => weight,
      contribution: ({ contribution }) => contribution,
      depth: ({ depth }) => depth,
      sources: ({ sources }) => sources.join('|'),
      catalog: ({ catalog }) => catalog,
      series: ({ series }) => series,
      name_a: () => a.name,
      name_b: () => b.name,
      cow_a: () => context.cowOf(a.code),
      cow_b: () => context.cowOf(b.code),
      ...weightsColumn(provenance),
    },
    issues,
    context,
  );
};
