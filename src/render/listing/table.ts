import { isNumeric, listsOf, type NamedList, readableCells } from './lists.ts';
import { decimal } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext, Renderer } from '../renderer.ts';
import { paragraph, table } from '../kit/text.ts';
import type { Entries, ListName } from '../../results/inventory.ts';

/** A list as a table. */
export function renderTable(list: NamedList, { width, color }: RenderContext): string {
  const { shown, rows } = readableCells(list);
  if (rows.length === 0) return `no ${list.name} in this selection`;
  const columns = shown.map(({ title, grow }, c) => ({
    title,
    ...(isNumeric(list, c, shown) ? { align: 'right' as const } : {}),
    ...(grow === undefined ? {} : { grow }),
  }));
  return table(columns, rows, width, { header: color.bold });
}

function renderMeasure(measure: Entries['measures'], { width, color }: RenderContext): string {
  const { id, name, range, distances, formula, use, source } = measure;
  const bounds = `${decimal(range[0], 0)} to ${decimal(range[1], 0)}`;
  const kinds = distances.length > 0 ? `; distance ${distances.join(', ')}` : '';
  return [
    paragraph(`${color.bold(id)}  ${name}, ${bounds}${kinds}`, width, '', '    '),
    ...[formula, use, color.dim(source)].map((text) => paragraph(text, width, '    ')),
  ].join('\n');
}

const blocks: {
  readonly [Name in ListName]?: (list: NamedList, context: RenderContext) => string;
} = {
  measures: ({ entries }, context) =>
    entries.map((entry) => renderMeasure(entry as Entries['measures'], context)).join('\n\n'),
};

/** Every list as a table, or as blocks where its entries have much to say. */
export const render: Renderer<Renderable['listing']> = ({ listing }, context) =>
  listsOf(listing)
    .map((list) => (blocks[list.name] ?? renderTable)(list, context))
    .join('\n\n')
    .concat('\n');
