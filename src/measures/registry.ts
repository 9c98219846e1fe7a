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
