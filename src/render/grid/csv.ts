import type { GridRow } from '../../results/grid.ts';
import { toCsv } from '../kit/csv.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

/** A row an issue, a column a country; empty where no position is known. */
export const render: Renderer<Renderable['grid']> = ({ countries, issues }, context) =>
  toCsv<GridRow>(
    {
      issue: ({ issue }) => issue,
      title: ({ title }) => title,
      topic: ({ topics }) => topics.join('|'),
      date: ({ date }) => date,
      scale: ({ scale }) => scale,
      catalog: ({ catalog }) => catalog,
      differ: ({ differ }) => (differ ? 'yes' : 'no'),
      ...Object.fromEntries(
        countries.map(({ code }, i) => [code, (row: GridRow) => row.cells[i]?.position ?? null]),
      ),
    },
    issues,
    context,
  );
