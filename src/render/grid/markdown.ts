import { left } from '../kit/columns.ts';
import {
  escapeMarkdown,
  heading,
  markdownDocument,
  markdownTable,
  provenanceLine,
} from '../kit/markdown.ts';
import { joined } from '../kit/joined.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { glyph, gridFacts, legend } from './words.ts';

/** A row an issue, a column a country. */
export const render: Renderer<Renderable['grid']> = (result) => {
  const { countries, issues, provenance } = result;
  return markdownDocument([
    heading(2, 'Positions'),
    gridFacts(result),
    markdownTable(
      [left('Issue'), left('Date'), ...countries.map(({ name }) => left(escapeMarkdown(name)))],
      issues.map(({ title, date, scale, cells }) => [
        escapeMarkdown(title),
        date,
        ...cells.map((cell) =>
          joined([glyph(cell, scale), escapeMarkdown(cell.position ?? '')], ' '),
        ),
      ]),
    ),
    legend,
    provenanceLine(provenance),
  ]);
};
