import type { CatalogDetail } from '../../results/inventory.ts';
import { joined } from '../kit/joined.ts';
import { counted } from '../kit/numbers.ts';

/** How much a catalog holds. */
export function holdingWords({ issues, countries, interactions, sources }: CatalogDetail): string {
  return joined([
    counted(issues, 'issue'),
    counted(countries, 'country'),
    counted(interactions, 'interaction'),
    counted(sources, 'source'),
  ]);
}
