import type { Country } from './model.ts';

/**
 * Those that existed on 30 June of the year. If none of them did: for each the next state along
 * `continuedBy` that did, else the one before; none if there is no such state.
 */
export function statesInYear(
  states: readonly Country[],
  year: number,
  countries: readonly Country[],
): readonly Country[] {
  const day = `${String(year).padStart(4, '0')}-06-30`;
  const existed = (state: Country): boolean =>
    (state.existed?.from ?? day) <= day && day <= (state.existed?.to ?? day);
  const present = states.filter((state) => existed(state));
  if (present.length > 0) return present;
  return states.flatMap(
    (state) => [...later(state, countries), ...earlier(state, countries)].find(existed) ?? [],
  );
}

/** Without the states that another of them continued. */
export function latestStates(countries: readonly Country[]): readonly Country[] {
  return countries.filter((country) => later(country, countries).length === 0);
}

function later(country: Country, countries: readonly Country[]): readonly Country[] {
  const next = countries.find(({ code }) => code === country.continuedBy);
  return next === undefined ? [] : [next, ...later(next, countries)];
}

function earlier(country: Country, countries: readonly Country[]): readonly Country[] {
  const previous = countries.find(({ continuedBy }) => continuedBy === country.code);
  return previous === undefined ? [] : [previous, ...earlier(previous, countries)];
}
