import { left, right } from '../kit/columns.ts';
import {
  escapeMarkdown,
  heading,
  markdownDocument,
  markdownTable,
  provenanceLine,
} from '../kit/markdown.ts';
import { count, decimal, interval, signed } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { overlapWord, rowsOf, type VersusRow, versusPeriodWords, versusWords } from './words.ts';

function half({ n, clusters, value, low, high }: VersusRow['before']): readonly string[] {
  return [decimal(value), interval(low, high), count(n), count(clusters)];
}

/** Then and now in words, and side by side in one table. */
export const render: Renderer<Renderable['versus']> = (result) => {
  const [a, b] = result.countries;
  const columns = (period: string) => [right(period), left('95 %'), right('n'), right('Clusters')];
  return markdownDocument([
    heading(2, `${a.name} – ${b.name}`),
    ...versusWords(result).map(escapeMarkdown),
    markdownTable(
      [
        left('Score'),
        ...columns(versusPeriodWords(result.before)),
        ...columns(versusPeriodWords(result.after)),
        right('Change'),
        left('Intervals'),
      ],
      rowsOf(result).map((row) => [
        escapeMarkdown(row.title),
        ...half(row.before),
        ...half(row.after),
        signed(row.change, 2),
        overlapWord(row),
      ]),
    ),
    provenanceLine(result.provenance),
  ]);
};
