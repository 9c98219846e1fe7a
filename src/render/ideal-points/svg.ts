import { drawIdealPoints } from '../kit/charts/ideal-points.ts';
import { standAlone } from '../kit/charts/standalone.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { nameOf, titleWords } from './words.ts';

/** The chart as a file of its own. */
export const render: Renderer<Renderable['idealPoints']> = (result) => {
  const names = result.charted.map((code) => nameOf(result, code)).join(', ');
  return standAlone(`${titleWords(result)}: ${names}`, result, drawIdealPoints(result, 'wide'));
};
