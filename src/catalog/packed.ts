import type { Catalog, CountryCode, Issue, Stance } from './model.ts';

/**
 * A catalog as it is stored after the build: countries that hold the very same stances share them,
 * which is a tenth of the size for recorded votes, and as much less to parse at every start.
 */
export interface PackedCatalog extends Omit<Catalog, 'issues'> {
  readonly issues: readonly (Omit<Issue, 'positions'> & {
    readonly positions: readonly (readonly [countries: string, stances: readonly Stance[]])[];
  })[];
}

export function packCatalog(catalog: Catalog): PackedCatalog {
  const issues = catalog.issues.map(({ positions, ...issue }) => {
    const holders = new Map<string, CountryCode[]>();
    for (const [country, stances] of Object.entries(positions)) {
      const key = JSON.stringify(stances);
      holders.set(key, [...(holders.get(key) ?? []), country]);
    }
    const packed = [...holders].map(
      ([stances, countries]) =>
        [countries.join(' '), JSON.parse(stances) as readonly Stance[]] as const,
    );
    return { ...issue, positions: packed };
  });
  return { ...catalog, issues };
}

export function unpackCatalog(packed: PackedCatalog): Catalog {
  const issues = packed.issues.map(({ positions, ...issue }) => {
    const unpacked: Record<CountryCode, readonly Stance[]> = {};
    for (const [countries, stances] of positions)
      for (const country of countries.split(' ')) unpacked[country] = stances;
    return { ...issue, positions: unpacked };
  });
  return { ...packed, issues };
}
