import type { TrendResult } from '../../results/trend.ts';
import { estimateTable } from '../kit/html/estimates.ts';
import { figure } from '../kit/html/figure.ts';
import { type Markup, markup } from '../kit/html/markup.ts';
import { drawDyad } from './chart.ts';
import {
  breakWords,
  breaksInWords,
  capital,
  type DyadOfTrend,
  isOf,
  breaksAreOfPoints,
  pairWords,
  termsOf,
  unitWords,
} from './words.ts';

/** One dyad of a trend on a page: its breaks in words, the chart, and its numbers as a table. */
export function trendOfDyad(trend: TrendResult, dyad: DyadOfTrend): Markup {
  const { by, countries } = trend;
  const breaks = trend.breaks.filter(isOf(dyad));
  const rows = trend.points.filter(isOf(dyad)).map((point) => ({ ...point, name: point.period }));
  const items = breaks.map((each) => markup`<li>${breakWords(trend, each)}</li>\n`);
  const unit = unitWords[by];
  const { evidence, lines } = termsOf(trend);
  const caption = [
    `Each point is the score of its ${unit} alone, with its 95 % interval; below, the number of ${evidence}. A hollow dot rests on fewer than five ${evidence} and has no interval.`,
    ...(countries.length > 1 ? ['The dashed line is the whole period.'] : []),
    ...(breaks.length > 0 ? [lines] : []),
    ...(breaks.length > 0 && breaksAreOfPoints(trend)
      ? ['Broad level lines are the mean of the years between them.']
      : []),
  ];
  return markup`<p>${breaksInWords(trend, dyad)}</p>
${items.length > 0 && markup`<ul class="items">\n${items}</ul>`}
${figure((frame) => drawDyad(trend, dyad, frame), caption.join(' '), {
  title: 'The points as a table',
  table: estimateTable(capital(unit), `${pairWords(trend, ...dyad)} by ${unit}`, rows),
})}`;
}
