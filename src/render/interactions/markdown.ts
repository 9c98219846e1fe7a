import { periodWords } from '../kit/dates.ts';
import { joined } from '../kit/joined.ts';
import {
  escapeMarkdown,
  heading,
  markdownDocument,
  markdownTable,
  provenanceLine,
} from '../kit/markdown.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { partsOf } from './parts.ts';
import { breaksInWords, breakWords, interactionsTitle, totalWords } from './words.ts';

/** What it all amounts to, the breaks as a list, and each part as a table. */
export const render: Renderer<Renderable['interactions']> = (result) => {
  const { period, breaks, provenance } = result;
  const facts = joined([period && periodWords(period), ...totalWords(result)]);
  return markdownDocument([
    heading(2, interactionsTitle(result)),
    escapeMarkdown(facts),
    escapeMarkdown(breaksInWords(result)),
    (breaks ?? []).map((each) => `- ${escapeMarkdown(breakWords(each))}`).join('\n'),
    ...partsOf(result).flatMap(({ title, columns, rows, note }) => [
      heading(3, title),
      markdownTable(
        columns,
        rows.map((cells) => cells.map(escapeMarkdown)),
      ),
      escapeMarkdown(note),
    ]),
    provenanceLine(provenance),
  ]);
};
