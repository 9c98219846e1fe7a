import type { Catalog, CountryCode, Issue, Stance } from './model.ts';

/** Countries, separated by spaces, that hold the very same stances. */
type Holding = readonly [countries: string, stances: readonly Stance[]];

/**
 * A catalog as it is stored after the build: countries with the same stances share them, which is a
 * tenth of the size for recorded votes, and as much less to parse at every start.
 */
export interface PackedCatalog extends Omit<Catalog, 'issues'> {
  readonly issues: readonly (Omit<Issue, 'positions'> & {
    readonly positions: readonly Holding[];
  })[];
}

/** Holdings of the issues that came packed; their positions are spread out only when asked for. */
const packedHoldings = new WeakMap<Issue, readonly Holding[]>();

function pack(positions: Issue['positions']): readonly Holding[] {
  const holders = new Map<string, CountryCode[]>();
  for (const [country, stances] of Object.entries(positions)) {
    const key = JSON.stringify(stances);
    holders.set(key, [...(holders.get(key) ?? []), country]);
  }
  return [...holders].map(([stances, countries]) => [
    countries.join(' '),
    JSON.parse(stances) as readonly Stance[],
  ]);
}

export function packCatalog(catalog: Catalog): PackedCatalog {
  const issues = catalog.issues.map((issue) => ({ ...issue, positions: pack(issue.positions) }));
  return { ...catalog, issues };
}

function spread(holdings: readonly Holding[]): Issue['positions'] {
  return Object.fromEntries(
    holdings
      .flatMap(([countries, stances]) => countries.split(' ').map((c) => [c, stances] as const))
      .sort(([x], [y]) => (x < y ? -1 : 1)),
  );
}

/** Makes the catalog of a packed one, in place. */
export function unpackCatalog(packed: PackedCatalog): Catalog {
  for (const stored of packed.issues) {
    const { positions: holdings } = stored;
    let positions: Issue['positions'] | undefined;
    const issue = Object.defineProperty(stored, 'positions', {
      get: () => (positions ??= spread(holdings)),
      enumerable: true,
    }) as unknown as Issue;
    packedHoldings.set(issue, holdings);
  }
  return packed as unknown as Catalog;
}

/** The stances of a country on an issue, oldest first; `undefined` if it has none. */
export function stancesOf(issue: Issue, country: CountryCode): readonly Stance[] | undefined {
  const holdings = packedHoldings.get(issue);
  if (!holdings) return issue.positions[country];
  // All codes have three letters, so none is found across a space.
  return holdings.find(([countries]) => countries.includes(country))?.[1];
}

/** Calls back with every country's stances on an issue; those with the same stances follow each other. */
export function forEachPosition(
  issue: Issue,
  visit: (country: CountryCode, stances: readonly Stance[]) => void,
): void {
  const holdings = packedHoldings.get(issue);
  if (holdings) {
    for (const [countries, stances] of holdings)
      for (let at = 0; at < countries.length; at += 4) visit(countries.slice(at, at + 3), stances);
  } else for (const [country, stances] of Object.entries(issue.positions)) visit(country, stances);
}
