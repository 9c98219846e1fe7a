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
  /** By country the place of its stances in that list; parallel to the issues. */
  readonly held: readonly Readonly<Record<CountryCode, number>>[];
}

export function packCatalog({ sources: _, ...catalog }: Catalog): PackedCatalog {
  const places = new Map<string, number>();
  const placeOf = (stances: readonly Stance[]) => {
    const text = JSON.stringify(stances);
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    return place;
  };
  const held = catalog.issues.map(({ positions }) =>
    Object.fromEntries(Object.entries(positions).map(([country, own]) => [country, placeOf(own)])),
  );
  return {
    ...catalog,
    issues: catalog.issues.map(({ positions: _positions, ...issue }) => issue),
    stances: [...places.keys()].map((text) => JSON.parse(text) as readonly Stance[]),
    held,
  };
}

/** Which of the stances of its catalog are held on an issue. */
interface Holdings {
  readonly stances: PackedCatalog['stances'];
  readonly held: PackedCatalog['held'][number];
}

/** An issue that came packed has its holdings here, where a copy leaves them and a proxy passes them on. */
const holdings = Symbol('holdings');

interface MaybePacked extends Issue {
  readonly [holdings]?: Holdings & { positions?: Issue['positions'] };
}

function find({ stances, held }: Holdings, country: CountryCode): readonly Stance[] | undefined {
  return Object.hasOwn(held, country) ? stances[held[country]!] : undefined;
}

/** The stances of a country on an issue, oldest first; `undefined` if it has none. */
export function stancesOf(issue: Issue, country: CountryCode): readonly Stance[] | undefined {
  const packed = (issue as MaybePacked)[holdings];
  if (packed) return find(packed, country);
  return Object.hasOwn(issue.positions, country) ? issue.positions[country] : undefined;
}

/** The countries with stances on an issue. */
export function holdersOf(issue: Issue): readonly CountryCode[] {
  return Object.keys((issue as MaybePacked)[holdings]?.held ?? issue.positions);
}

/** Most questions ask for single stances only: see `stancesOf`. */
const spreadWhenAsked: PropertyDescriptor & ThisType<MaybePacked> = {
  enumerable: true,
  get() {
    const packed = this[holdings]!;
    return (packed.positions ??= Object.fromEntries(
      Object.keys(packed.held).map((country) => [country, find(packed, country)!]),
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
    Object.defineProperty(issue, holdings, { value: { stances, held: held[i] } });
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
