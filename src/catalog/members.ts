import type { CountryCode, Group } from './model.ts';

/** Who belongs to a bloc on a day; without one, whoever is not said to have left. */
export function membersAt({ members }: Group, day = '9999-12-31'): readonly CountryCode[] {
  return members
    .filter(({ from = '', to = '9999-12-31' }) => from <= day && day <= to)
    .map(({ country }) => country);
}
