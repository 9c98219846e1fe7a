import { left, right } from '../kit/columns.ts';
import {
  escapeMarkdown,
  heading,
  markdownDocument,
  markdownTable,
  provenanceLine,
} from '../kit/markdown.ts';
import { count, decimal, interval } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { breakWords, dyadsOf, isOf, pairWords, pointWords } from './words.ts';

/** A table a dyad, with its breaks as a list. */
export const render: Renderer<Renderable['trend']> = (trend) =>
  markdownDocument([
    escapeMarkdown(pointWords(trend)),
    ...dyadsOf(trend).flatMap((dyad) => {
      const isOwn = isOf(dyad);
      return [
        heading(2, pairWords(trend, ...dyad)),
        markdownTable(
          [left('Period'), right('n'), right('Value'), left('95 %')],
          trend.points
            .filter(isOwn)
            .map(({ period, n, value, low, high }) => [
              escapeMarkdown(period),
              count(n),
              decimal(value),
              interval(low, high),
            ]),
        ),
        trend.breaks
          .filter(isOwn)
          .map((each) => `- ${escapeMarkdown(breakWords(each))}`)
          .join('\n'),
      ];
    }),
    provenanceLine(trend.provenance),
  ]);
