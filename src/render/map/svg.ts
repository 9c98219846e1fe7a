import { drawScatter } from '../kit/charts/scatter.ts';
import { standAlone } from '../kit/charts/standalone.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

/** The map as a file of its own. */
export const render: Renderer<Renderable['map']> = ({ points, axes: [first, second] }) =>
  standAlone(drawScatter(points, [first.share, second.share], 'wide'));
