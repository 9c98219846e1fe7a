import type { Catalog, CountryCode, Issue, Stance } from './model.ts';

/**
 * A catalog as it is stored after the build: countries with the same stances share them, which leaves
 * a fraction of the objects to make at every start.
 */
export interface PackedCatalog extends Omit<Catalog, 'issues' | 'sources'> {
  readonly issues: readonly Omit<Issue, 'positions'>[];
  /** All that have a position on any issue, sorted, separated by spaces. */
  readonly countries: string;
  /** Numbers of the stances that are held, parallel to the issues. */
  readonly held: readonly (readonly number[])[];
  /** For each country the character of a place in `held`, or the one of none; parallel to the issues. */
  readonly holders: readonly string[];
}

/** What few questions need all of, and what is therefore stored apart. */
export interface PackedTexts {
  /** Stances as JSON, by number. */
  readonly stances: readonly string[];
  readonly sources: Catalog['sources'];
}

/** The character of the first place; a place and the next are characters and the next. */
const firstPlace = 0x30;
const characterOf = (place: number) => String.fromCharCode(firstPlace + place);
const nowhere = characterOf(-1);

export function packCatalog(catalog: Catalog): PackedTexts & { readonly catalog: PackedCatalog } {
  const { sources, ...rest } = catalog;
  const countries = [...new Set(catalog.issues.flatMap((issue) => Object.keys(issue.positions)))];
  countries.sort();
  const numbers = new Map<string, number>();
  const held: number[][] = [];
  const holders: string[] = [];
  const issues = catalog.issues.map(({ positions, ...issue }) => {
    const numbersHeld: number[] = [];
    const places = countries.map((country) => {
      if (positions[country] === undefined) return nowhere;
      const stances = JSON.stringify(positions[country]);
      const number = numbers.get(stances) ?? numbers.size;
      numbers.set(stances, number);
      const place = numbersHeld.indexOf(number);
      return characterOf(place < 0 ? numbersHeld.push(number) - 1 : place);
    });
    held.push(numbersHeld);
    holders.push(places.join(''));
    return issue;
  });
  return {
    catalog: { ...rest, issues, countries: countries.join(' '), held, holders },
    stances: [...numbers.keys()],
    sources,
  };
}

/** The stances that the countries of a catalog hold, by number. */
export interface Shelf {
  readonly countries: readonly CountryCode[];
  /** Where a country is in that list; -1 if it is not. */
  readonly placeOf: (country: CountryCode) => number;
  readonly stances: (number: number) => readonly Stance[];
}

/** Which stances are held on an issue that came packed. */
export interface Holdings {
  /** One and the same for all issues of a catalog. */
  readonly shelf: Shelf;
  readonly held: readonly number[];
  readonly holders: string;
}

/** An issue that came packed has its holdings here, where a copy leaves them and a proxy passes them on. */
const holdings = Symbol('holdings');

interface MaybePacked extends Issue {
  readonly [holdings]?: Holdings & { positions?: Issue['positions'] };
}

/** `undefined` for an issue that did not come packed: its positions are all there is. */
export function holdingsOf(issue: Issue): Holdings | undefined {
  return (issue as MaybePacked)[holdings];
}

/** The number of the stances of the country at a place of the list; `undefined` if it has none. */
export function numberAt({ held, holders }: Holdings, place: number): number | undefined {
  return held[holders.charCodeAt(place) - firstPlace];
}

/** The stances of a country on an issue, oldest first; `undefined` if it has none. */
export function stancesOf(issue: Issue, country: CountryCode): readonly Stance[] | undefined {
  const packed = holdingsOf(issue);
  if (!packed)
    return Object.hasOwn(issue.positions, country) ? issue.positions[country] : undefined;
  const place = packed.shelf.placeOf(country);
  const number = place < 0 ? undefined : numberAt(packed, place);
  return number === undefined ? undefined : packed.shelf.stances(number);
}

function openShelf(codes: string, stanceText: (number: number) => string): Shelf {
  const countries = codes.split(' ');
  const places = new Map<CountryCode, number>();
  const parsed: (readonly Stance[] | undefined)[] = [];
  return {
    countries,
    placeOf: (country) => {
      let place = places.get(country);
      if (place === undefined) places.set(country, (place = countries.indexOf(country)));
      return place;
    },
    stances: (number) => (parsed[number] ??= JSON.parse(stanceText(number)) as readonly Stance[]),
  };
}

function spread(packed: Holdings): Issue['positions'] {
  const positions: Record<CountryCode, readonly Stance[]> = {};
  packed.shelf.countries.forEach((country, place) => {
    const number = numberAt(packed, place);
    if (number !== undefined) positions[country] = packed.shelf.stances(number);
  });
  return positions;
}

/** One and the same for all issues: making a function for each takes as long as parsing it. */
const spreadWhenAsked: PropertyDescriptor & ThisType<MaybePacked> = {
  enumerable: true,
  get() {
    const packed = this[holdings]!;
    return (packed.positions ??= spread(packed));
  },
};

/** How to come by the texts of a packed catalog; called when they are first asked for. */
export interface TextReaders {
  readonly stanceText: (number: number) => string;
  readonly readSources: () => Catalog['sources'];
}

/** Makes the catalog of a packed one, whose issues become those of the catalog. */
export function unpackCatalog(
  packed: PackedCatalog,
  { stanceText, readSources }: TextReaders,
): Catalog {
  const { issues: stored, countries, held, holders, ...rest } = packed;
  const shelf = openShelf(countries, stanceText);
  const issues = stored as readonly Issue[];
  for (let i = 0; i < issues.length; i++) {
    const value = { shelf, held: held[i]!, holders: holders[i]! };
    Object.defineProperty(issues[i]!, holdings, { value });
    Object.defineProperty(issues[i]!, 'positions', spreadWhenAsked);
  }
  let sources: Catalog['sources'] | undefined;
  return {
    ...rest,
    issues,
    get sources() {
      return (sources ??= readSources());
    },
  };
}
