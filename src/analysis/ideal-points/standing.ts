import type { FittedPoint } from './fit.ts';

/** How a point stands among those of its session. */
export interface Standing {
  /** 1 for the most positive; equal points share the better rank. */
  readonly rank: number;
  /** Share of the others below it, half of those equal to it. */
  readonly percentile: number;
}

/** The standing of each point of a fit. A session has two countries at least. */
export function standingsOf(points: readonly FittedPoint[]): ReadonlyMap<FittedPoint, Standing> {
  const sessions = new Map<number, FittedPoint[]>();
  for (const point of points) {
    const own = sessions.get(point.session);
    if (own) own.push(point);
    else sessions.set(point.session, [point]);
  }
  const found = new Map<FittedPoint, Standing>();
  for (const own of sessions.values()) {
    const sorted = own.toSorted((x, y) => y.value - x.value);
    let first = 0;
    while (first < sorted.length) {
      let end = first + 1;
      while (end < sorted.length && sorted[end]!.value === sorted[first]!.value) end++;
      const percentile = (sorted.length - end + (end - first - 1) / 2) / (sorted.length - 1);
      for (const point of sorted.slice(first, end))
        found.set(point, { rank: first + 1, percentile });
      first = end;
    }
  }
  return found;
}
