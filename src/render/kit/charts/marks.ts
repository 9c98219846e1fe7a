import { decimal } from '../numbers.ts';
import { Plot } from './draw.ts';

export const grid = { className: 'grid', strokeOpacity: 1 } as const;
export const axis = { className: 'axis', tickSize: 0, label: null } as const;

/** The axis of a measure, with five ticks over its range. */
export const scaleAxis = {
  ...axis,
  tickFormat: (value: number) => decimal(value, Number.isInteger(value) ? 0 : 2),
} as const;

/** Five ticks over the range of a measure. */
export function scaleTicks([low, high]: readonly [number, number]): number[] {
  return [0, 0.25, 0.5, 0.75, 1].map((part) => low + part * (high - low));
}

const fill = { fill: 'currentColor' } as const;

/** Marks of the first country and of the second: a dot and a ring. */
export const dot = { r: 5, className: 'fill-a', ...fill } as const;
export const ring = {
  r: 5,
  className: 'hollow ring-b',
  ...fill,
  stroke: 'currentColor',
  strokeWidth: 2.25,
} as const;

/**
 * Dots with their intervals, hollow where there is none (fewer than five issues).
 *
 * @param along the axis of the values
 * @param by what stands on the other one
 * @param room between two of them, in pixels: where there is little, they are drawn smaller
 */
export function estimateMarks(
  points: readonly { readonly low: number | null }[],
  along: 'x' | 'y',
  by: string,
  room = 20,
): Plot.Markish[] {
  const size = Math.min(1, Math.max(0.35, room / 11));
  const sure = points.filter(({ low }) => low !== null);
  const thin = points.filter(({ low }) => low === null);
  const place = { [along === 'x' ? 'y' : 'x']: by };
  const interval = { ...place, [`${along}1`]: 'low', [`${along}2`]: 'high' };
  const value = { ...place, [along]: 'value', ...fill };
  return [
    Plot.link(sure, { ...interval, className: 'link', strokeWidth: 2.5 * size }),
    Plot.dot(sure, { ...value, r: 4.5 * size, className: 'strong' }),
    Plot.dot(thin, {
      ...value,
      r: 3.5 * size,
      className: 'hollow link',
      stroke: 'currentColor',
      strokeWidth: 1.5 * size,
    }),
  ];
}
