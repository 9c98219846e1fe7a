import { toCsv, weightsColumn } from '../kit/csv.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

/** A row a topic. */
export const render: Renderer<Renderable['drift']> = (
  { countries: [a, b], topics, provenance },
  context,
) =>
  toCsv<(typeof topics)[number]>(
    {
      country_a: () => a.code,
      country_b: () => b.code,
      topic: ({ id }) => id,
      title: ({ title }) => title,
      share_before: ({ before }) => before.share,
      share_after: ({ after }) => after.share,
      value_before: ({ before }) => before.value,
      value_after: ({ after }) => after.value,
      agenda: ({ agenda }) => agenda,
      behaviour: ({ behaviour }) => behaviour,
      ...weightsColumn(provenance),
    },
    topics,
    context,
  );
