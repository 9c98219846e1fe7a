import type { CatalogDetail } from '../../results/inventory.ts';
import { joined } from '../kit/joined.ts';
import { counted, countedCountries } from '../kit/numbers.ts';

/** How much a catalog holds. */
export function holdingWords({
  issues,
  countries,
  actors,
  interactions,
  sources,
}: CatalogDetail): string {
  return joined([
    counted(issues, 'issue'),
    countedCountries(countries + actors, actors),
    counted(interactions, 'interaction'),
    counted(sources, 'source'),
  ]);
}
