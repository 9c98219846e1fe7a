import type { Country, CountryData } from '../countries/model.ts';

type Entries = readonly (readonly [name: string, codes: string])[];

/** The countries as JSON holds them. */
export interface StoredCountries {
  readonly countries: readonly Country[];
  readonly lookup: Readonly<Record<keyof CountryData['lookup'], Entries>>;
}

export function storeCountries({ countries, lookup }: CountryData): StoredCountries {
  const { codes, names, cow } = lookup;
  return {
    countries,
    lookup: { codes: [...codes], names: [...names], cow: [...cow] },
  };
}

/** Reads what `storeCountries` made. */
export function readCountries({ countries, lookup }: StoredCountries): CountryData {
  const { codes, names, cow } = lookup;
  return {
    countries,
    lookup: { codes: new Map(codes), names: new Map(names), cow: new Map(cow) },
  };
}
