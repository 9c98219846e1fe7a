import { toCsv, weightsColumn } from '../kit/csv.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

/** A row a country, by code. */
export const render: Renderer<Renderable['map']> = ({ points, provenance }, context) =>
  toCsv<(typeof points)[number]>(
    {
      country: ({ code }) => code,
      name: ({ name }) => name,
      cow: ({ code }) => context.cowOf(code),
      x: ({ x }) => x,
      y: ({ y }) => y,
      error: ({ error }) => error,
      ...weightsColumn(provenance),
    },
    points,
    context,
  );
