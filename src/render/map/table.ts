import { groupFacts, leftOutWords } from '../kit/group.ts';
import { labelled } from '../kit/labelled.ts';
import { countedSides } from '../kit/numbers.ts';
import { flow } from '../kit/text.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { marks, plotAsText } from './plot.ts';
import { axisWords, fitWords, labelWords } from './words.ts';

const indent = '  ';
const mostLeftOut = 6;

/** The scatter plot, as large as the window, and how far it can be trusted. */
export const render: Renderer<Renderable['map']> = (result, context) => {
  const { color, width } = context;
  const { points } = result;
  const rows = Math.min(36, Math.max(11, Math.round(width / 6)));
  const plot = plotAsText(points, Math.min(width - indent.length, 150), rows);
  const [one, few, many] = marks;
  const unlabelled = plot.labelled < points.length;
  return [
    color.bold(`Map of ${countedSides(points)}`),
    color.dim(flow(groupFacts(result), ' · ', width)),
    '',
    ...plot.lines.map((line) => (line === '' ? '' : `${indent}${line}`)),
    '',
    ...labelled('Fit', fitWords(result), context),
    ...labelled('Axes', axisWords(result), context),
    ...(unlabelled
      ? labelled(
          'Marks',
          `${one} one country, ${few} two to four, ${many} more; ${labelWords(plot.labelled, points.length)}`,
          context,
        )
      : []),
    ...labelled('Left out', leftOutWords(result, mostLeftOut), context),
    '',
  ].join('\n');
};
