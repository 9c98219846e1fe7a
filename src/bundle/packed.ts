import { groupBy } from '../group-by.ts';
import type { Catalog, CountryCode, Issue, Stance } from '../catalog/model.ts';

/**
 * A catalog as it is stored: countries with the same stances share them, which leaves a fraction of the
 * objects to make at every start. Sources are stored apart: they are as long as all the rest, and few
 * questions need them.
 */
export interface PackedCatalog extends Omit<Catalog, 'issues' | 'sources'> {
  readonly issues: readonly Omit<Issue, 'positions'>[];
  /** All that are held on any issue, each once. */
  readonly stances: readonly (readonly Stance[])[];
  /** Parallel to the issues: places in that list, each with the countries that hold them, spaces between. */
  readonly held: readonly (readonly (readonly [stances: number, countries: string])[])[];
}

export function packCatalog({ sources: _, ...catalog }: Catalog): PackedCatalog {
  const stances: string[] = [];
  const placeOf = (text: string) => {
    const place = stances.indexOf(text);
    return place < 0 ? stances.push(text) - 1 : place;
  };
  const held = catalog.issues.map(({ positions }) => {
    const groups = groupBy(Object.keys(positions), (country) => JSON.stringify(positions[country]));
    return [...groups].map(([text, countries]) => [placeOf(text), countries.join(' ')] as const);
  });
  return {
    ...catalog,
    issues: catalog.issues.map(({ positions: _positions, ...issue }) => issue),
    stances: stances.map((text) => JSON.parse(text) as readonly Stance[]),
    held,
  };
}

/** Stances on an issue, and the countries that hold them. */
interface Held {
  readonly stances: readonly Stance[];
  readonly countries: readonly CountryCode[];
}

/** An issue that came packed has its holdings here, where a copy leaves them and a proxy passes them on. */
const holdings = Symbol('holdings');

interface MaybePacked extends Issue {
  readonly [holdings]?: {
    readonly held: () => readonly Held[];
    positions?: Issue['positions'];
  };
}

/** All stances on an issue; countries with the same ones may be together. */
export function heldOn(issue: Issue): readonly Held[] {
  const packed = (issue as MaybePacked)[holdings];
  if (packed) return packed.held();
  return Object.entries(issue.positions).map(([country, stances]) => ({
    stances,
    countries: [country],
  }));
}

/** The stances of a country on an issue, oldest first; `undefined` if it has none. */
export function stancesOf(issue: Issue, country: CountryCode): readonly Stance[] | undefined {
  return heldOn(issue).find(({ countries }) => countries.includes(country))?.stances;
}

/** Most questions ask for single stances only: see `stancesOf`. */
const spreadWhenAsked: PropertyDescriptor & ThisType<MaybePacked> = {
  enumerable: true,
  get() {
    const packed = this[holdings]!;
    return (packed.positions ??= Object.fromEntries(
      packed
        .held()
        .flatMap(({ stances, countries }) =>
          countries.map((country) => [country, stances] as const),
        )
        .sort(([x], [y]) => (x < y ? -1 : 1)),
    ));
  },
};

/**
 * Makes the catalog of a packed one, whose issues become those of the catalog.
 *
 * @param readSources called when they are first asked for
 */
export function unpackCatalog(
  { issues: stored, stances, held, ...rest }: PackedCatalog,
  readSources: () => Catalog['sources'],
): Catalog {
  const issues = stored as readonly Issue[];
  for (const [i, issue] of issues.entries()) {
    const own = () =>
      held[i]!.map(([place, countries]) => ({
        stances: stances[place]!,
        countries: countries.split(' '),
      }));
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
