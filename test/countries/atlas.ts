import { readFileSync } from 'node:fs';

import { compileCountries, compileNames } from '../../src/bundle/compile-countries.ts';
import type { CountryData, NameIndex } from '../../src/countries/model.ts';
import { createAtlas } from '../../src/countries/resolve.ts';
import type { Atlas } from '../../src/countries/resolve.ts';

const file = new URL('../../data/countries.yaml', import.meta.url);

let data: CountryData | undefined;
let names: NameIndex | undefined;
let atlas: Atlas | undefined;

export function testCountryData(): CountryData {
  return (data ??= compileCountries(readFileSync(file, 'utf8')));
}

export function testCountryNames(): NameIndex {
  return (names ??= compileNames(testCountryData()));
}

/** The atlas of `data/countries.yaml`, compiled once per test file. */
export function testAtlas(): Atlas {
  return (atlas ??= createAtlas(testCountryData(), testCountryNames));
}
