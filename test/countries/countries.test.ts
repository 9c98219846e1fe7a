import i18n from 'i18n-iso-countries';
import { describe, expect, it } from 'vitest';

import { compileCountries } from '../../src/bundle/compile-countries.ts';
import { normalizeName } from '../../src/countries/normalize.ts';
import type { NameIndex } from '../../src/countries/model.ts';
import { readCountries, storeCountries } from '../../src/bundle/stored-countries.ts';
import { testAtlas, testCountryData, testCountryNames } from './atlas.ts';

const { countries, byCode } = testAtlas();

/** Codes of the members of the United Nations on a day. */
function membersOn(day: string): readonly string[] {
  return countries
    .filter(({ un }) => un.some(({ from = '', to = '9' }) => from <= day && day < to))
    .map(({ code }) => code);
}

describe('data/countries.yaml', () => {
  // At the end of the year, as the United Nations counts them, but for the seat of Yugoslavia, which
  // it goes on counting (one more from 1992 to 1999) after the state was gone.
  it.each([
    [1945, 51],
    [1946, 55],
    [1947, 57],
    [1949, 59],
    [1950, 60],
    [1955, 76],
    [1956, 80],
    [1960, 99],
    [1962, 110],
    [1964, 115],
    [1965, 117],
    [1966, 122],
    [1970, 127],
    [1973, 135],
    [1980, 154],
    [1984, 159],
    [1990, 159],
    [1991, 166],
    [1993, 183],
    [1994, 184],
    [1999, 187],
    [2000, 189],
    [2002, 191],
    [2006, 192],
    [2011, 193],
    [2024, 193],
  ])('has the members of %i: %i', (year, members) => {
    expect(membersOn(`${year}-12-31`)).toHaveLength(members);
  });

  it('hands seats on in time', () => {
    const seats = new Set('CHN TWN RUS SUN DEU GDR GFR YEM YAR YPR'.split(' '));
    const held = (day: string): string =>
      membersOn(day)
        .filter((code) => seats.has(code))
        .join(' ');
    expect(held('1971-01-01')).toBe('SUN TWN YAR YPR');
    expect(held('1975-01-01')).toBe('CHN GDR GFR SUN YAR YPR');
    expect(held('1992-01-01')).toBe('CHN DEU RUS YEM');
  });

  it('leaves out Indonesia in 1965 and Syria in the United Arab Republic', () => {
    expect(membersOn('1965-06-01')).not.toContain('IDN');
    expect(membersOn('1960-06-01')).not.toContain('SYR');
    expect(membersOn('1967-06-01')).toEqual(expect.arrayContaining(['IDN', 'SYR']));
  });

  it('agrees with ISO 3166-1 on every current state', () => {
    const current = countries.filter(({ historic, code }) => !historic && code !== 'XKX');
    expect(current.map(({ iso2, iso3, isoNumeric }) => [iso2, iso3, isoNumeric])).toEqual(
      current.map(({ code }) => [i18n.alpha3ToAlpha2(code), code, i18n.alpha3ToNumeric(code)]),
    );
  });

  it('keeps Norway and Namibia as text', () => {
    expect(byCode('NOR')?.iso2).toBe('NO');
    expect(byCode('NAM')?.iso2).toBe('NA');
  });

  it('has the two Yemens of COW as two states', () => {
    expect([byCode('YAR')?.cow?.number, byCode('YPR')?.cow?.number]).toEqual([678, 680]);
    expect(byCode('YAR')).toMatchObject({ historic: true, successors: ['YEM'] });
  });

  it('dates every historic state and names its successors', () => {
    const historic = countries.filter((country) => country.historic);
    expect(historic.map(({ code }) => code)).toEqual([
      'CSK',
      'GDR',
      'GFR',
      'RVN',
      'SCG',
      'SUN',
      'YAR',
      'YPR',
      'YUG',
      'ZAN',
    ]);
    for (const { existed, successors } of historic) {
      expect((existed?.from ?? '') < (existed?.to ?? '')).toBe(true);
      expect(successors.length).toBeGreaterThan(0);
    }
  });
});

describe('compileCountries', () => {
  it('takes a small file', () => {
    expect(compileCountries(entry('')).countries.map(({ code }) => code)).toEqual(['AAA', 'BBB']);
  });

  it.each([
    ['an unknown key', '  - {code: CCC, name: C, capital: D}', /capital/],
    ['a wrong code', '  - {code: cc, name: C}', /three capital letters[^]*countries\[2\]\.code/],
    ['a code used twice', '  - {code: AAA, name: C}', /same code/],
    [
      'a name of two states',
      '  - {code: CCC, name: C, aliases: [åland]}',
      /"aland" belongs to AAA CCC/,
    ],
    ['a name that is a code', '  - {code: CCC, name: C, aliases: [AAA]}', /"aaa" is a name of CCC/],
    [
      'an alias that says nothing new',
      '  - {code: CCC, name: C, aliases: [the C.]}',
      /known already/,
    ],
    ['an ambiguous name in use', '  - {code: CCC, name: Congo}', /ambiguous/],
    ['an unknown successor', '  - {code: CCC, name: C, successors: [ZZZ]}', /CCC: ZZZ is not/],
    ['a COW number of two states', cow('CCC') + cow('DDD'), /"5" belongs to CCC DDD/],
    [
      'a historic state without successors',
      '  - {code: CCC, name: C, existed: {to: 1990-01-01}}',
      /needs successors/,
    ],
    ['a day that does not exist', '  - {code: CCC, name: C, un: [{from: 1990-02-30}]}', /date/],
  ])('refuses %s', (_, lines, message) => {
    expect(() => compileCountries(entry(lines))).toThrow(message);
  });
});

/** A file of two countries, and the lines given. */
function entry(lines: string): string {
  return `source: [x]
ambiguous: {Congo: [AAA, BBB]}
countries:
  - {code: AAA, name: Aland}
  - {code: BBB, name: Bland}
${lines}`;
}

function cow(code: string): string {
  return `  - {code: ${code}, name: ${code}land, cow: {abbreviation: ${code}, number: 5}}\n`;
}

describe('compileNames', () => {
  const names = testCountryNames();

  it('is sorted and leads only to countries', () => {
    expect(Object.keys(names)).toEqual(Object.keys(names).toSorted());
    const codes = new Set(countries.map(({ code }) => code));
    expect(
      [...names.entries()].flatMap(([, text]) => text.split(' ')).filter((c) => !codes.has(c)),
    ).toEqual([]);
  });

  it('does not repeat what English knows', () => {
    const { names: english } = testCountryData().lookup;
    expect([...names.entries()].filter(([key]) => english.get(key) !== undefined)).toEqual([]);
  });
});

describe('stored countries and names', () => {
  const sorted = (index: NameIndex) => [...index.entries()].toSorted();

  it('are all there when they are read', () => {
    const data = testCountryData();
    const read = readCountries(structuredClone(storeCountries(data)));
    expect(read.countries).toEqual(data.countries);
    for (const table of ['codes', 'names', 'cow'] as const)
      expect(sorted(read.lookup[table])).toEqual(sorted(data.lookup[table]));
  });
});

describe('normalizeName', () => {
  it.each([
    ['Côte d’Ivoire', 'cotedivoire'],
    ['The Gambia', 'gambia'],
    ['Gambia, The', 'gambia'],
    ['Netherlands', 'netherlands'],
    ['Bosnia & Herzegovina', 'bosniaandherzegovina'],
    ['U.S.S.R.', 'ussr'],
    ['Großbritannien', 'grossbritannien'],
    ['İSRAİL', 'israil'],
    ['Đan Mạch', 'danmach'],
    ['中国', '中国'],
    ['РОССИЯ', 'россия'],
    ['대한민국', '대한민국'],
    ['السُّعُودِيَّة', 'السعودية'],
    ['भारत', 'भारत'],
    ['Theodoro', 'theodoro'],
    ['«…»', ''],
  ])('%s becomes %s', (name, key) => {
    expect(normalizeName(name)).toBe(key);
  });

  it('is stable', () => {
    for (const { name, officialName } of countries) {
      for (const key of [name, officialName].map(normalizeName))
        expect(normalizeName(key)).toBe(key);
    }
  });
});
