import { growing, left, right } from '../kit/columns.ts';
import { isNumeric, listsOf, type NamedList, readableCells } from './lists.ts';
import { count, decimal } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext, Renderer } from '../renderer.ts';
import { paragraph, table } from '../kit/text.ts';
import type { Entries, ListName } from '../../results/inventory.ts';

function renderTable(list: NamedList, { width, color }: RenderContext): string {
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
export const renderListing: Renderer<Renderable['listing']> = ({ listing }, context) =>
  listsOf(listing)
    .map((list) => (blocks[list.name] ?? renderTable)(list, context))
    .join('\n\n')
    .concat('\n');

const about: Readonly<Record<string, string>> = {
  issues: 'what countries take positions on',
  countries: 'with a position on any of them',
  topics: 'that issues belong to',
  sources: 'that positions rest on',
  blocs: 'named groups, usable like a country',
  interactions: 'events between countries',
};

/** The catalogs, and what else there is to list. */
export const renderOverview: Renderer<Renderable['overview']> = ({ listing }, context) => {
  const { width, color } = context;
  const lists = listsOf(listing);
  const catalogs = lists.filter(({ name }) => name === 'catalogs');
  const others = lists
    .filter(({ name }) => name !== 'catalogs')
    .map(({ name, entries }) => [`align list ${name}`, count(entries.length), about[name] ?? '']);
  const fixed = [
    ['align list measures', '', 'coefficients and published conventions'],
    ['align show <issue>', '', 'one issue in full'],
    ['align show <catalog>', '', 'coding rules and licence of a catalog'],
  ];
  const more = table([left(''), right(''), growing('')], [...others, ...fixed], width, {
    indent: '  ',
  });
  return `${catalogs.map((list) => renderTable(list, context)).join('')}\n\n${color.bold('More')}\n${more}\n`;
};
