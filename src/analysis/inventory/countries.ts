import type { Country } from '../../countries/model.ts';
import { type Evidence, MISSING } from '../../evidence/evidence.ts';
import type { Entries } from '../../results/inventory.ts';

/** Countries by code, each with how much is known of it; those without any position only if `all`. */
export function listCountries(
  { positions }: Evidence,
  countries: readonly Country[],
  all: boolean,
): Entries['countries'][] {
  return countries
    .map(
      ({
        existed: _existed,
        continuedBy: _next,
        successors: _all,
        otherLanguages: _o,
        ...country
      }) => ({
        ...country,
        issues: positions.get(country.code)?.filter((category) => category !== MISSING).length ?? 0,
      }),
    )
    .filter(({ issues }) => all || issues > 0);
}
