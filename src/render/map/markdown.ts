import { left, right } from '../kit/columns.ts';
import { groupFacts, leftOutWords } from '../kit/group.ts';
import {
  escapeMarkdown,
  heading,
  markdownDocument,
  markdownTable,
  provenanceLine,
} from '../kit/markdown.ts';
import { countedSides, decimal, percent } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { axisWords, fitWords } from './words.ts';

/** What the map rests on and how well it fits, then the places of all countries. */
export const render: Renderer<Renderable['map']> = (result) => {
  const { points, axes } = result;
  const title = (i: 0 | 1) => {
    const { share } = axes[i];
    return `Axis ${i + 1}${share === null ? '' : ` (${percent(share)})`}`;
  };
  return markdownDocument([
    heading(2, `Map of ${countedSides(points)}`),
    escapeMarkdown(groupFacts(result).join(' · ')),
    escapeMarkdown(`Fit: ${fitWords(result)}.`),
    escapeMarkdown(`${axisWords(result)}.`),
    escapeMarkdown(leftOutWords(result)),
    markdownTable(
      [left('Country'), right(title(0)), right(title(1)), right('Error')],
      points.map(({ name, x, y, error }) => [
        escapeMarkdown(name),
        decimal(x),
        decimal(y),
        decimal(error),
      ]),
    ),
    provenanceLine(result.provenance),
  ]);
};
