import { expect, it } from 'vitest';
import type { EventSums } from '../../src/evidence/event-sums.ts';
import { refuseNoInteraction } from '../../src/question/interaction-refusals.ts';

const totals = [
  { period: '2020', n: 5 },
  { period: '2021', n: 2 },
];
const source: EventSums = {
  title: 'Events',
  origin: { catalog: 'own', engine: 'duckdb', rows: 7 } as unknown as EventSums['origin'],
  asked: { by: 'year' },
  sources: [],
  sums: [],
  totals,
  unknown: [],
};

it.each([
  [
    ['Austria'],
    [],
    'Austria has no interactions in this selection',
    'it has none at all; align list catalogs says which catalogs have interactions',
  ],
  [
    ['Austria', 'Hungary'],
    [],
    'Austria and Hungary have no interactions with each other in this selection',
    'it has none at all; align list catalogs says which catalogs have interactions',
  ],
  [
    ['Austria'],
    [source],
    'Austria has no interactions in this selection',
    'it has 7 interactions of others; widen it',
  ],
])(
  'sides without interactions, and whether others have some: %j',
  (names, eventSums, message, hint) => {
    const sides = names.map((name) => ({ name }));
    const refuse = () =>
      refuseNoInteraction({ evidence: { interactions: [], eventSums }, sides }, 0);
    expect(refuse).toThrow(expect.objectContaining({ message, hint, exitCode: 4 }) as Error);
    expect(() =>
      refuseNoInteraction({ evidence: { interactions: [], eventSums }, sides }, 1),
    ).not.toThrow();
  },
);
