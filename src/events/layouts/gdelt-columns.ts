import type { EventLayout } from './layout.ts';

const actor = (n: 1 | 2): readonly string[] =>
  [
    'Code',
    'Name',
    'CountryCode',
    'KnownGroupCode',
    'EthnicCode',
    'Religion1Code',
    'Religion2Code',
    'Type1Code',
    'Type2Code',
    'Type3Code',
  ].map((name) => `Actor${n}${name}`);

const places = (parts: readonly string[]): readonly string[] =>
  ['Actor1', 'Actor2', 'Action'].flatMap((of) => parts.map((part) => `${of}Geo_${part}`));

/** Columns of the event tables of GDELT, in their order, as its codebooks have them. */
export function gdeltHeader(partsOfPlaces: readonly string[]): readonly string[] {
  const event = 'IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale';
  return [
    ...'GLOBALEVENTID SQLDATE MonthYear Year FractionDate'.split(' '),
    ...actor(1),
    ...actor(2),
    ...`${event} NumMentions NumSources NumArticles AvgTone`.split(' '),
    ...places(partsOfPlaces),
    'DATEADDED',
    'SOURCEURL',
  ];
}

/** What both editions have in common. */
export const gdelt: Omit<EventLayout, 'name' | 'about' | 'header'> = {
  tabs: true,
  unquoted: true,
  columns: {
    date: ['SQLDATE', 'Day'],
    source: ['Actor1CountryCode'],
    target: ['Actor2CountryCode'],
    cameo: ['EventCode'],
    goldstein: ['GoldsteinScale'],
  },
  countries: 'cameo',
};
