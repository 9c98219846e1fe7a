import { cooperation } from './cooperation.ts';
import * as every from './every.ts';
import type { DyadicMeasure } from './measure.ts';

/** The order in which people read of them; one that has no place in it comes after these. */
const order = [
  'agreement divergence identical s',
  'kappa pi ac bp tau-b cosine alignment-index',
].flatMap((ids) => ids.split(' '));

/** Every dyadic measure, in the order in which they are listed to people. */
export const measures: readonly DyadicMeasure[] = Object.values(every)
  .map((measure: DyadicMeasure) => ({ measure, place: order.indexOf(measure.id) + 1 || Infinity }))
  .sort((x, y) => x.place - y.place || (x.measure.id < y.measure.id ? -1 : 1))
  .map(({ measure }) => measure);

/** The measure with this id, or `undefined`. */
export function findMeasure(id: string): DyadicMeasure | undefined {
  return measures.find((measure) => measure.id === id);
}

/** What people are told of a measure, of positions or of interactions. */
export type MeasureDescription = Pick<
  DyadicMeasure,
  'id' | 'name' | 'range' | 'formula' | 'source' | 'use' | 'distances' | 'interval'
>;

/** Everything that `--measure` takes, in the order in which it is listed to people. */
export const describedMeasures: readonly MeasureDescription[] = [
  ...measures.map(({ perIssue: _perIssue, rule: _rule, compute: _compute, ...about }) => about),
  cooperation,
];

/** The description of the measure with this id. @throws Error if there is none */
export function describeMeasure(id: string): MeasureDescription {
  const found = describedMeasures.find((measure) => measure.id === id);
  if (!found) throw new Error(`no measure ${id}`);
  return found;
}
