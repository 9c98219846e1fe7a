import type { TrendResult } from '../../results/trend.ts';
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
import {
  breaksInWords,
  breakWords,
  type DyadOfTrend,
  dyadsOf,
  isOf,
  pairWords,
  pointWords,
} from './words.ts';

/** The breaks of a dyad as a list, and its points as a table. */
export function dyadParts(trend: TrendResult, dyad: DyadOfTrend): readonly string[] {
  const { points, breaks } = trend;
  return [
    escapeMarkdown(breaksInWords(trend, dyad)),
    breaks
      .filter(isOf(dyad))
      .map((each) => `- ${escapeMarkdown(breakWords(trend, each))}`)
      .join('\n'),
    markdownTable(
      [left('Period'), right('n'), right('Clusters'), right('Value'), left('95 %')],
      points
        .filter(isOf(dyad))
        .map(({ period, n, clusters, value, low, high }) => [
          escapeMarkdown(period),
          count(n),
          count(clusters),
          decimal(value),
          interval(low, high),
        ]),
    ),
  ];
}

/** A table a dyad, with its breaks as a list. */
export const render: Renderer<Renderable['trend']> = (trend) =>
  markdownDocument([
    escapeMarkdown(pointWords(trend)),
    ...dyadsOf(trend).flatMap((dyad) => [
      heading(2, pairWords(trend, ...dyad)),
      ...dyadParts(trend, dyad),
    ]),
    provenanceLine(trend.provenance),
  ]);
