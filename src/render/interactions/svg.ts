import { standAlone } from '../kit/charts/standalone.ts';
import { periodWords } from '../kit/dates.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { drawPart, drawPeriods } from './charts.ts';
import { partsOf } from './parts.ts';
import { interactionsTitle } from './words.ts';

/** The part that was asked for as a file of its own. */
export const render: Renderer<Renderable['interactions']> = (result) => {
  const { period } = result;
  const [part] = partsOf(result);
  const title = `${interactionsTitle(result)}: interactions${period ? `, ${periodWords(period)}` : ''}`;
  return standAlone(
    title,
    result,
    ...(part === undefined || part.what === 'period'
      ? drawPeriods(result, 'wide')
      : [drawPart(result, part, 'wide')]),
  );
};
