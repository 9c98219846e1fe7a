import { monthName } from '../dates.ts';

/** Years or months as places on a scale of time, with the labels for which there is room. */
export interface TimeScale {
  readonly first: number;
  readonly last: number;
  readonly placeOf: (period: string) => number;
  readonly shown: readonly number[];
  readonly labelOf: (place: number) => string;
}

const monthsOfYear = 12;

/**
 * @param periods `YYYY` or `YYYY-MM`, all alike, in order, at least one
 * @param most labels at most
 */
export function timeScale(periods: readonly string[], most: number): TimeScale {
  const byMonth = periods.some((period) => period.includes('-'));
  const placeOf = (period: string) => {
    const [year = 0, month = 1] = period.split('-').map(Number);
    return byMonth ? year * monthsOfYear + month - 1 : year;
  };
  const [first, last] = [placeOf(periods[0]!), placeOf(periods.at(-1)!)];
  const places = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const years = places.filter((place) => byMonth && place % monthsOfYear === 0);
  // Months go by their years where there are so many that these make a scale.
  const candidates = years.length >= 2 ? years : places;
  const every = Math.ceil(candidates.length / most);
  const labelOf = (place: number) => {
    if (!byMonth) return String(place);
    const year = Math.floor(place / monthsOfYear);
    if (years.length >= 2) return String(year);
    const name = monthName(String((place % monthsOfYear) + 1)).slice(0, 3);
    return `${name} ${year}`;
  };
  const fromLast = candidates.toReversed().filter((_, i) => i % every === 0);
  return { first, last, placeOf, shown: fromLast.toReversed(), labelOf };
}
