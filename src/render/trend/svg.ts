import { standAlone } from '../kit/charts/standalone.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { drawDyad } from './chart.ts';
import { dyadsOf, pairWords, trendTitle } from './words.ts';

/** A chart a dyad, one below the other, as a file of its own. */
export const render: Renderer<Renderable['trend']> = (trend) => {
  const dyads = dyadsOf(trend);
  const headingOf = (dyad: (typeof dyads)[number]) =>
    dyads.length > 1 ? pairWords(trend, ...dyad) : null;
  return standAlone(
    trendTitle(trend),
    trend,
    ...dyads.map((dyad) =>
      drawDyad(trend, dyad, 'wide', { heading: headingOf(dyad), alone: true }),
    ),
  );
};
