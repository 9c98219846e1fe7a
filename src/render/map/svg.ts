import { drawScatter } from '../kit/charts/scatter.ts';
import { groupTitle } from '../kit/group.ts';
import { standAlone } from '../kit/charts/standalone.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

/** The map as a file of its own. */
export const render: Renderer<Renderable['map']> = (result) => {
  const { points, axes } = result;
  return standAlone(
    groupTitle('Map of divergences', points, result),
    result,
    drawScatter(points, [axes[0].share, axes[1].share], 'wide'),
  );
};
