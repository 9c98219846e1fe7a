import { drawHeatmap } from '../kit/charts/heatmap.ts';
import { standAlone } from '../kit/charts/standalone.ts';
import { namedOrCounted } from '../kit/group.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

/** The heatmap as a file of its own. */
export const render: Renderer<Renderable['matrixReport']> = (result) => {
  const { heatmap, range } = result;
  return standAlone(
    `Alignment of all pairs: ${namedOrCounted(heatmap.countries)}`,
    result,
    drawHeatmap(heatmap, range, 'wide'),
  );
};
