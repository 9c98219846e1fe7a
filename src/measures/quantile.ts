/**
 * Quantile of type 7 (linear interpolation, the default of R and numpy) of values in ascending order,
 * at `probability` in [0, 1]. NaN for no values. Written out here, as it is on the path of every
 * score and the statistics library is one file of 100 KB; a test holds the two together.
 */
export function quantileSorted(values: ArrayLike<number>, probability: number): number {
  const place = (values.length - 1) * probability;
  const below = Math.floor(place);
  const low = values[below] ?? Number.NaN;
  const high = values[Math.ceil(place)] ?? Number.NaN;
  return low + (place - below) * (high - low);
}
