import { growing, left, right } from '../kit/columns.ts';
import { count } from '../kit/numbers.ts';
import { table } from '../kit/text.ts';
import { listsOf } from '../listing/lists.ts';
import { renderTable } from '../listing/table.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

const about: Readonly<Record<string, string>> = {
  issues: 'what countries take positions on',
  countries: 'with a position on any of them',
  actors: 'takers of positions that are no states',
  topics: 'that issues belong to',
  sources: 'that positions rest on',
  blocs: 'named groups, usable like a country',
  interactions: 'events between countries',
};

/** The catalogs, and what else there is to list. */
export const render: Renderer<Renderable['overview']> = ({ listing }, context) => {
  const { width, color } = context;
  const lists = listsOf(listing);
  const catalogs = lists.filter(({ name }) => name === 'catalogs');
  const others = lists
    .filter(({ name, entries }) => name !== 'catalogs' && (name !== 'actors' || entries.length > 0))
    .map(({ name, entries }) => [`align list ${name}`, count(entries.length), about[name] ?? '']);
  const fixed = [
    ['align list measures', '', 'measures and published conventions'],
    ['align show <issue>', '', 'one issue in full'],
    ['align show <catalog>', '', 'coding rules and licence of a catalog'],
  ];
  const more = table([left(''), right(''), growing('')], [...others, ...fixed], width, {
    indent: '  ',
  });
  return `${catalogs.map((list) => renderTable(list, context)).join('')}\n\n${color.bold('More')}\n${more}\n`;
};
