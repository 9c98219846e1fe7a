import type { GridCell } from '../../results/grid.ts';
import { growing, left } from '../kit/columns.ts';
import { countedSides } from '../kit/numbers.ts';
import { shortCodes } from '../kit/short-codes.ts';
import { paragraph, table } from '../kit/text.ts';
import type { Renderable } from '../renderable.ts';
import type { Palette, Renderer } from '../renderer.ts';
import { glyph, gridFacts, legend, yearsOrDay } from './words.ts';

/** Room for the issue and its date, and for a country with a word in its cells, or with a glyph alone. */
const issueWidth = 34;
const wordWidth = 20;
const glyphWidth = 5;

function tone(color: Palette, { value }: GridCell): (text: string) => string {
  if (value === null || value === 0) return color.dim;
  return value > 0 ? color.green : color.red;
}

/** A row an issue, a column a country: glyph and word where there is room for the words, else glyphs. */
export const render: Renderer<Renderable['grid']> = (result, { width, color }) => {
  const { countries, issues } = result;
  if (issues.length === 0) return 'no position in this selection\n';
  const room = width - issueWidth;
  const hasWords = countries.length * wordWidth <= room;
  const most = Math.max(1, Math.floor(room / (hasWords ? wordWidth : glyphWidth)));
  const shown = countries.slice(0, most);
  const heads = shortCodes(
    shown.map(({ code }) => code),
    3,
  );
  const actors = hasWords
    ? []
    : shown.flatMap(({ actor, name }, i) => (actor ? [`${heads[i]!} ${name}`] : []));
  const columns = [
    growing('Issue'),
    left('Date'),
    ...shown.map(({ name }, i) => left(hasWords ? name : heads[i]!)),
  ];
  const rows = issues.map(({ title, date, scale, cells }) => [
    title,
    yearsOrDay(date),
    ...shown.map((_, i) => {
      const cell = cells[i]!;
      const word = hasWords ? ` ${cell.position ?? ''}` : '';
      return tone(color, cell)(`${glyph(cell, scale)}${word}`.trim());
    }),
  ]);
  const notShown = countries.slice(most);
  return [
    paragraph(color.bold(gridFacts(result)), width),
    '',
    table(columns, rows, width, { header: color.bold }),
    '',
    paragraph(color.dim(legend), width),
    ...(actors.length > 0 ? [paragraph(color.dim(actors.join(' · ')), width)] : []),
    ...(notShown.length > 0
      ? [paragraph(color.dim(`${countedSides(notShown)} more in csv, json and markdown`), width)]
      : []),
    '',
  ].join('\n');
};
