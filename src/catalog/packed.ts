import type { Catalog, CountryCode, Issue, Stance } from './model.ts';

/** Countries, each as the character of its place in a list, and the place of the stances that they hold. */
type Holding = readonly [places: string, stances: number];

/** Who holds which stances on an issue. The lists are one and the same for all issues of a catalog. */
export interface Holdings {
  readonly countries: readonly CountryCode[];
  readonly stances: readonly (readonly Stance[])[];
  /** By place in these lists. */
  readonly held: readonly Holding[];
}

/**
 * A catalog as it is stored after the build: countries with the same stances share them, which leaves a
 * fraction of the objects to make at every start.
 */
export interface PackedCatalog extends Omit<Catalog, 'issues'> {
  /** All that have a position on any issue, sorted, separated by spaces. */
  readonly countries: string;
  readonly stances: readonly (readonly Stance[])[];
  readonly issues: readonly (Omit<Issue, 'positions'> & {
    readonly positions: readonly Holding[];
  })[];
}

/** Holdings of the issues that came packed; their positions are spread out only when asked for. */
const holdingsOfIssue = new WeakMap<Issue, Holdings>();

/** The character of the first place; a place and the next are characters and the next. */
const firstPlace = 0x30;

/** The place, in the list of countries, that a character of the places of a holding stands for. */
export function placeAt(places: string, index: number): number {
  return places.charCodeAt(index) - firstPlace;
}

export function packCatalog(catalog: Catalog): PackedCatalog {
  const countries = [...new Set(catalog.issues.flatMap((issue) => Object.keys(issue.positions)))];
  countries.sort();
  const placeOf = new Map(
    countries.map((country, place) => [country, String.fromCharCode(firstPlace + place)]),
  );
  const stances = new Map<string, number>();
  const issues = catalog.issues.map((issue) => {
    const holders = new Map<number, string>();
    for (const [country, held] of Object.entries(issue.positions)) {
      const key = JSON.stringify(held);
      const number = stances.get(key) ?? stances.size;
      stances.set(key, number);
      holders.set(number, (holders.get(number) ?? '') + (placeOf.get(country) ?? ''));
    }
    const positions = [...holders].map(([number, places]) => [places, number] as const);
    return { ...issue, positions };
  });
  return {
    ...catalog,
    countries: countries.join(' '),
    stances: [...stances.keys()].map((held) => JSON.parse(held) as readonly Stance[]),
    issues,
  };
}

function spread({ countries, stances, held }: Holdings): Issue['positions'] {
  return Object.fromEntries(
    held
      .flatMap(([places, number]) =>
        Array.from(
          places,
          (_, at) => [countries[placeAt(places, at)] ?? '', stances[number] ?? []] as const,
        ),
      )
      .sort(([x], [y]) => (x < y ? -1 : 1)),
  );
}

/** Gives an object a property that is worked out when it is first asked for. */
function defineLazily<T extends object>(object: T, name: keyof T, make: () => unknown): void {
  let made: unknown;
  Object.defineProperty(object, name, { get: () => (made ??= make()), enumerable: true });
}

/**
 * Makes the catalog of a packed one, whose issues become those of the catalog.
 *
 * @param readSources called when they are first asked for
 */
export function unpackCatalog(
  packed: Omit<PackedCatalog, 'sources'>,
  readSources: () => Catalog['sources'],
): Catalog {
  const { countries: codes, stances, issues, ...rest } = packed;
  const countries = codes.split(' ');
  for (const stored of issues) {
    const holdings: Holdings = { countries, stances, held: stored.positions };
    defineLazily(stored, 'positions', () => spread(holdings));
    holdingsOfIssue.set(stored as unknown as Issue, holdings);
  }
  const catalog = { ...rest, issues: issues as unknown as readonly Issue[], sources: {} };
  defineLazily(catalog, 'sources', readSources);
  return catalog;
}

/** Who holds which stances on an issue, those with the same stances together. */
export function holdingsOf(issue: Issue): Holdings {
  const packed = holdingsOfIssue.get(issue);
  if (packed) return packed;
  const countries = Object.keys(issue.positions);
  return {
    countries,
    stances: countries.map((country) => issue.positions[country]!),
    held: countries.map((_, place) => [String.fromCharCode(firstPlace + place), place]),
  };
}

/** The stances of a country on an issue, oldest first; `undefined` if it has none. */
export function stancesOf(issue: Issue, country: CountryCode): readonly Stance[] | undefined {
  const packed = holdingsOfIssue.get(issue);
  if (!packed) return issue.positions[country];
  const place = packed.countries.indexOf(country);
  if (place < 0) return undefined;
  const character = String.fromCharCode(firstPlace + place);
  // Plain loops here and wherever the rows of a table come from: iterators make an object a step.
  for (let h = 0; h < packed.held.length; h++) {
    const holding = packed.held[h]!;
    if (holding[0].includes(character)) return packed.stances[holding[1]];
  }
  return undefined;
}
