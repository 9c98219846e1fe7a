import { left, right } from '../kit/columns.ts';
import {
  escapeMarkdown,
  heading,
  markdownDocument,
  markdownTable,
  provenanceLine,
} from '../kit/markdown.ts';
import { decimal, interval, percent } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { bySession } from './by-session.ts';
import { extentWords, latestPoints, nameOf, noteWords, rankWords, titleWords } from './words.ts';

/** The last session of the charted countries with intervals, and their points in every session. */
export const render: Renderer<Renderable['idealPoints']> = (result) => {
  const points = latestPoints(result);
  const { session, year } = points[0]!;
  const { columns, rows } = bySession(result);
  return markdownDocument([
    heading(2, titleWords(result)),
    escapeMarkdown(extentWords(result)),
    heading(3, `Session ${session}, ${year}`),
    markdownTable(
      [left('Country'), right('Point'), left('90 %'), right('Rank'), right('Percentile')],
      points.map((point) => [
        escapeMarkdown(nameOf(result, point.country)),
        decimal(point.value),
        interval(point.low, point.high),
        rankWords(point, result),
        percent(point.percentile),
      ]),
    ),
    noteWords(result)
      .map((note) => `- ${escapeMarkdown(note)}`)
      .join('\n'),
    heading(3, 'By session'),
    markdownTable(columns, rows),
    provenanceLine(result.provenance),
  ]);
};
