import { toCsv } from '../kit/csv.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { listsOf } from './lists.ts';

/** The first list alone: a CSV file is one table. */
export const render: Renderer<Renderable['listing']> = ({ listing }, context) => {
  const [first] = listsOf(listing);
  if (!first) return '';
  const columns = first.columns.map(({ key, value }) => [key, value] as const);
  return toCsv(Object.fromEntries(columns), first.entries, context);
};
