import { describe, expect, it } from 'vitest';
import { findInteractions, summarizeInteractions } from '../../src/analysis/interactions.ts';
import type { Interaction } from '../../src/catalog/model.ts';
import { blocSide } from '../../src/evidence/side.ts';
import { selectEvidence } from '../../src/evidence/select.ts';
import { catalogOf, everything, sidesOf } from '../evidence/catalogs.ts';

const scale = new Map(
  Object.entries({
    '062': { label: 'Cooperate militarily', goldstein: 7.4 },
    '010': { label: 'Make statement', goldstein: 0 },
    '111': { label: 'Criticize or denounce', goldstein: -2 },
    '190': { label: 'Use conventional military force', goldstein: -10 },
  }),
);

function event(id: string, date: string, cameo: string, actors: string[], targets: string[] = []) {
  const span = { from: date, to: date };
  const fixed = { title: id, dateLabel: date, confidence: 'high', sources: ['s'] } as const;
  return { id, date: span, cameo, actors, targets, ...fixed } satisfies Interaction;
}

const events = [
  event('drill', '2019-05-01', '062', ['AAA', 'BBB', 'CCC']),
  event('insult', '2020-02-01', '111', ['AAA'], ['BBB']),
  event('reply', '2020-02-02', '111', ['BBB'], ['AAA', 'CCC']),
  event('raid', '2020-03-01', '190', ['BBB'], ['AAA']),
  event('remark', '2020-04-01', '010', ['AAA'], ['BBB']),
  event('elsewhere', '2020-05-01', '190', ['AAA'], ['CCC']),
  event('side by side', '2020-05-01', '190', ['AAA', 'BBB'], ['CCC']),
];
const catalog = catalogOf([{ id: 'i', held: { AAA: 'yes', BBB: 'yes' } }], {
  interactions: events,
});
const evidence = selectEvidence([catalog], [], everything);
const [a, b, c] = sidesOf(evidence, 'AAA', 'BBB', 'CCC');

describe('interactions of two countries', () => {
  it('are those between them, with who acted, oldest first', () => {
    const found = findInteractions(evidence, a!, b!, scale);
    expect(found.map(({ id, direction }) => [id, direction])).toEqual([
      ['drill', 'mutual'],
      ['insult', 'a-to-b'],
      ['reply', 'b-to-a'],
      ['raid', 'b-to-a'],
      ['remark', 'a-to-b'],
    ]);
  });

  it('of a member with its bloc are those with the other members', () => {
    const pact = event('pact', '2020-01-01', '062', ['AAA', 'CCC']);
    const own = selectEvidence(
      [catalogOf([], { interactions: [pact, ...events] })],
      [],
      everything,
    );
    const bloc = blocSide(own, { code: 'x', name: 'X', members: ['AAA', 'BBB'] }, 'median');
    const found = findInteractions(own, a!, bloc, scale).map(({ id, direction }) => [
      id,
      direction,
    ]);
    expect(found).toEqual([
      ['drill', 'mutual'],
      ['insult', 'a-to-b'],
      ['reply', 'b-to-a'],
      ['raid', 'b-to-a'],
      ['remark', 'a-to-b'],
    ]);
  });

  it('of a bloc are those of its members', () => {
    const bloc = blocSide(evidence, { code: 'x', name: 'X', members: ['BBB', 'DDD'] }, 'median');
    expect(findInteractions(evidence, bloc, c!, scale).map(({ id }) => id)).toEqual([
      'drill',
      'reply',
      'side by side',
    ]);
  });

  it('are summed in all, by year and by direction', () => {
    const summary = summarizeInteractions(findInteractions(evidence, a!, b!, scale));
    expect(summary).toMatchObject({ n: 5, cooperative: 1, conflictual: 3 });
    expect(summary.net).toBeCloseTo(7.4 - 2 - 2 - 10, 12);
    expect(summary.meanGoldstein).toBeCloseTo(-6.6 / 5, 12);
    expect(summary.cooperativeShare).toBeCloseTo(7.4 / 21.4, 12);
    expect(summary.byYear).toMatchObject([
      { year: '2019', n: 1, cooperative: 1, conflictual: 0, net: 7.4, cooperativeShare: 1 },
      { year: '2020', n: 4, cooperative: 0, conflictual: 3, net: -14, cooperativeShare: 0 },
    ]);
    expect(summary.byDirection).toMatchObject({
      mutual: { n: 1, net: 7.4 },
      'a-to-b': { n: 2, net: -2, meanGoldstein: -1 },
      'b-to-a': { n: 2, net: -12, meanGoldstein: -6 },
    });
  });

  it('swapped turn their directions and change no number', () => {
    const [one, other] = [
      summarizeInteractions(findInteractions(evidence, a!, b!, scale)),
      summarizeInteractions(findInteractions(evidence, b!, a!, scale)),
    ];
    expect(other.byYear).toEqual(one.byYear);
    expect(other.byDirection['a-to-b']).toEqual(one.byDirection['b-to-a']);
    expect(other.strongest).toEqual(one.strongest);
  });

  it('name the weightiest of each kind, of equals the latest', () => {
    expect(summarizeInteractions(findInteractions(evidence, a!, b!, scale)).strongest).toEqual({
      cooperative: ['drill'],
      conflictual: ['raid', 'reply', 'insult'],
    });
  });

  it('may be none, which is said', () => {
    expect(summarizeInteractions([])).toMatchObject({
      n: 0,
      net: 0,
      meanGoldstein: null,
      cooperativeShare: null,
      reason: 'no interactions',
      byYear: [],
      strongest: { cooperative: [], conflictual: [] },
    });
  });
});
