import type { Catalog, CountryCode, Issue, Source, Stance } from './model.ts';

/** Countries, each as the character of its place in a list, that hold the very same stances. */
type Holding = readonly [places: string, stances: readonly Stance[]];

/** Who holds which stances on an issue. */
export interface Holdings {
  /** The list that the places of the holders belong to; one and the same for all issues of a catalog. */
  readonly countries: readonly CountryCode[];
  readonly held: readonly Holding[];
}

/**
 * A catalog as it is stored after the build: countries with the same stances share them, and what few
 * questions need is text in the text. That is a fraction of the objects to make at every start.
 */
export interface PackedCatalog extends Omit<Catalog, 'issues' | 'sources'> {
  /** All that have a position on any issue, sorted, separated by spaces. */
  readonly countries: string;
  readonly stances: readonly (readonly Stance[])[];
  readonly issues: readonly (Omit<Issue, 'positions'> & {
    /** For each list of stances who holds it, then its place among the stances. */
    readonly positions: readonly (readonly [places: string, stances: number])[];
  })[];
  /** As JSON. */
  readonly sources: string;
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
    sources: JSON.stringify(catalog.sources),
  };
}

function spread({ countries, held }: Holdings): Issue['positions'] {
  return Object.fromEntries(
    held
      .flatMap(([places, stances]) =>
        Array.from(places, (_, at) => [countries[placeAt(places, at)] ?? '', stances] as const),
      )
      .sort(([x], [y]) => (x < y ? -1 : 1)),
  );
}

/** Gives an object a property that is worked out when it is first asked for. */
function defineLazily<T extends object>(object: T, name: keyof T, make: () => unknown): void {
  let made: unknown;
  Object.defineProperty(object, name, { get: () => (made ??= make()), enumerable: true });
}

/** Makes the catalog of a packed one, whose issues become those of the catalog. */
export function unpackCatalog(packed: PackedCatalog): Catalog {
  const { countries: codes, stances, sources, issues, ...rest } = packed;
  const countries = codes.split(' ');
  for (const stored of issues) {
    const held = stored.positions.map(([places, number]): Holding => [places, stances[number]!]);
    const holdings: Holdings = { countries, held };
    defineLazily(stored, 'positions', () => spread(holdings));
    holdingsOfIssue.set(stored as unknown as Issue, holdings);
  }
  const catalog = { ...rest, issues: issues as unknown as readonly Issue[], sources: {} };
  defineLazily(catalog, 'sources', () => JSON.parse(sources) as Record<string, Source>);
  return catalog;
}

/** Who holds which stances on an issue, those with the same stances together. */
export function holdingsOf(issue: Issue): Holdings {
  const packed = holdingsOfIssue.get(issue);
  if (packed) return packed;
  const countries = Object.keys(issue.positions);
  const held = countries.map((country, place): Holding => [
    String.fromCharCode(firstPlace + place),
    issue.positions[country]!,
  ]);
  return { countries, held };
}

/** The stances of a country on an issue, oldest first; `undefined` if it has none. */
export function stancesOf(issue: Issue, country: CountryCode): readonly Stance[] | undefined {
  const packed = holdingsOfIssue.get(issue);
  if (!packed) return issue.positions[country];
  const place = packed.countries.indexOf(country);
  if (place < 0) return undefined;
  const character = String.fromCharCode(firstPlace + place);
  return packed.held.find(([places]) => places.includes(character))?.[1];
}
