import type { Catalog, CountryCode, Issue, Stance } from '../catalog/model.ts';

/**
 * A catalog as it is stored: countries with the same stances share them, and each is one character, which
 * leaves a fraction of the objects to make at every start. Sources are stored apart: they are as long as all
 * the rest, and few questions need them.
 */
export interface PackedCatalog extends Omit<Catalog, 'issues' | 'sources'> {
  readonly issues: readonly Omit<Issue, 'positions'>[];
  /** All that hold a stance on any issue, sorted. */
  readonly countries: readonly CountryCode[];
  /** All that are held on any issue, each once. */
  readonly stances: readonly (readonly Stance[])[];
  /** Parallel to the issues: places in that list, and who of the countries holds which of them. */
  readonly held: readonly (readonly [stances: readonly number[], holders: string])[];
}

/** Stances on an issue, and the countries that hold them. */
export interface Held {
  readonly stances: readonly (readonly Stance[])[];
  readonly countries: readonly CountryCode[];
  /** For each of the countries the character of its stances: see `placeHeld`. */
  readonly holders: string;
}

const noStances = ' ';
const firstPlace = noStances.charCodeAt(0) + 1;

/** Place among the stances on an issue of those that a country holds, by its own place; -1 where it holds none. */
export function placeHeld(holders: string, country: number): number {
  return holders.charCodeAt(country) - firstPlace;
}

export function packCatalog({ sources: _, ...catalog }: Catalog): PackedCatalog {
  const countries = [
    ...new Set(catalog.issues.flatMap(({ positions }) => Object.keys(positions))),
  ].sort();
  const stances = new Map<string, number>();
  const placeOf = (text: string) => {
    const place = stances.get(text) ?? stances.size;
    stances.set(text, place);
    return place;
  };
  const held = catalog.issues.map(({ positions }) => {
    const texts = countries.map((country) => JSON.stringify(positions[country]));
    const distinct = [...new Set(texts)].filter((text) => text !== undefined);
    const holders = texts.map((text) => String.fromCharCode(firstPlace + distinct.indexOf(text)));
    return [distinct.map(placeOf), holders.join('')] as const;
  });
  return {
    ...catalog,
    issues: catalog.issues.map(({ positions: _positions, ...issue }) => issue),
    countries,
    stances: [...stances.keys()].map((text) => JSON.parse(text) as readonly Stance[]),
    held,
  };
}

/** An issue that came packed has its holdings here, where a copy leaves them and a proxy passes them on. */
const holdings = Symbol('holdings');

interface MaybePacked extends Issue {
  readonly [holdings]?: { readonly held: Held; positions?: Issue['positions'] };
}

/** All stances on an issue; countries with the same ones may share them. */
export function heldOn(issue: Issue): Held {
  const packed = (issue as MaybePacked)[holdings];
  if (packed) return packed.held;
  const countries = Object.keys(issue.positions);
  const holders = countries.map((_, place) => String.fromCharCode(firstPlace + place)).join('');
  return { stances: Object.values(issue.positions), countries, holders };
}

/** The stances of a country on an issue, oldest first; `undefined` if it has none. */
export function stancesOf(issue: Issue, country: CountryCode): readonly Stance[] | undefined {
  const { stances, countries, holders } = heldOn(issue);
  return stances[placeHeld(holders, countries.indexOf(country))];
}

/** Most questions ask for single stances only: see `stancesOf`. */
const spreadWhenAsked: PropertyDescriptor & ThisType<MaybePacked> = {
  enumerable: true,
  get() {
    const packed = this[holdings]!;
    const { stances, countries, holders } = packed.held;
    return (packed.positions ??= Object.fromEntries(
      countries.flatMap((country, i) => {
        const own = stances[placeHeld(holders, i)];
        return own ? [[country, own]] : [];
      }),
    ));
  },
};

/**
 * Makes the catalog of a packed one, whose issues become those of the catalog.
 *
 * @param readSources called when they are first asked for
 */
export function unpackCatalog(
  { issues: stored, countries, stances, held, ...rest }: PackedCatalog,
  readSources: () => Catalog['sources'],
): Catalog {
  const issues = stored as readonly Issue[];
  for (const [i, issue] of issues.entries()) {
    const [places, holders] = held[i]!;
    const own: Held = { stances: places.map((place) => stances[place]!), countries, holders };
    Object.defineProperty(issue, holdings, { value: { held: own } });
    Object.defineProperty(issue, 'positions', spreadWhenAsked);
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
