import type { CatalogDetail } from '../../results/inventory.ts';
import { joined } from '../kit/joined.ts';
import { counted, countedCountries } from '../kit/numbers.ts';

const engineNames = { duckdb: 'DuckDB', clickhouse: 'ClickHouse' } as const;

/** `GDELT 2.0 (gdelt2, DuckDB)`: sources of machine-coded events; empty without any. */
export function eventWords({ events = [] }: CatalogDetail): string {
  return events
    .map(({ title, layout, engine }) => `${title} (${layout}, ${engineNames[engine]})`)
    .join('; ');
}

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
