/** Five ticks over the range of a measure. */
export function scaleTicks([low, high]: readonly [number, number]): number[] {
  return [0, 0.25, 0.5, 0.75, 1].map((part) => low + part * (high - low));
}
