/**
 * Quantile of type 7 (linear interpolation, the default of R and numpy) of values in ascending order,
 * at `probability` in [0, 1]. NaN for no values. Written out here, as it is on the path of every
 * score and the statistics library is one file of 100 KB; a test holds the two together.
 */
export function quantileSorted(values: ArrayLike<number>, probability: number): number {
  return quantileOf(values.length, (place) => values[place] ?? Number.NaN, probability);
}

/** The same of values that are looked up: `valueAt` is asked for two places from 0 to `count - 1`. */
export function quantileOf(
  count: number,
  valueAt: (place: number) => number,
  probability: number,
): number {
  if (count === 0) return Number.NaN;
  const place = (count - 1) * probability;
  const below = Math.floor(place);
  const low = valueAt(below);
  return low + (place - below) * (valueAt(Math.ceil(place)) - low);
}
