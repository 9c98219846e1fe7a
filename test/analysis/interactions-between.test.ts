import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countInteractions,
  directedSums,
  sumInteractions,
} from '../../src/analysis/interaction-sums.ts';
import { interactionsOf } from '../../src/analysis/interactions-between.ts';
import { scoreDyad } from '../../src/analysis/score.ts';
import type { Catalog, Interaction } from '../../src/catalog/model.ts';
import type { InteractionSum } from '../../src/evidence/interaction-sums.ts';
import { addWeights, sumsOfWeight } from '../../src/measures/goldstein.ts';
import { createLibrary } from '../../src/question/library.ts';
import { openQuestionIn } from '../../src/question/look-up.ts';
import { openAtlas } from '../../src/question/open-library.ts';
import { putQuestion, type SelectionWords } from '../../src/question/question.ts';
import { dyadOf } from '../../src/question/sides.ts';
import { interactions as schema } from '../../src/results/interactions.ts';
import { catalogOf } from '../evidence/catalogs.ts';

const goldstein = new Map(
  Object.entries({
    '04': { label: 'Consult', goldstein: 1 },
    '06': { label: 'Cooperate', goldstein: 6 },
    '062': { label: 'Cooperate militarily', goldstein: 7.4 },
    '010': { label: 'Make statement', goldstein: 0 },
    '040': { label: 'Consult', goldstein: 1 },
    '111': { label: 'Criticize or denounce', goldstein: -2 },
    '190': { label: 'Use conventional military force', goldstein: -10 },
  }),
);

type Sketch = readonly [
  date: string,
  cameo: string,
  actors: readonly string[],
  targets?: readonly string[],
];

function eventsOf(sketches: readonly Sketch[]): Interaction[] {
  return sketches.map(([dateLabel, cameo, actors, targets = []], i) => {
    const [first = '', last = first] = dateLabel.split('/');
    const date = {
      from: `${first}-01-01`.slice(0, 10),
      to: last.length === 4 ? `${last}-12-31` : last.length === 7 ? `${last}-28` : last,
    };
    const fixed = { title: `Event ${i}`, confidence: 'high', sources: [] } as const;
    return { id: `event-${i}`, date, dateLabel, cameo, actors, targets, ...fixed };
  });
}

const group = (id: string, members: readonly string[]): Catalog['groups'] => ({
  [id]: { id, title: id, members: members.map((country) => ({ country })), sources: [] },
});

const libraryOf = (sketches: readonly Sketch[]) =>
  createLibrary(
    [
      catalogOf([{ id: 'i', held: { CHN: 'yes', RUS: 'yes' } }], {
        interactions: eventsOf(sketches),
        groups: { ...group('two', ['CHN', 'IND']), ...group('three', ['CHN', 'IND', 'USA']) },
      }),
    ],
    openAtlas(),
    { goldstein },
  );

const open = (sketches: readonly Sketch[], sides: readonly string[], words: SelectionWords = {}) =>
  openQuestionIn(libraryOf(sketches), putQuestion(words, { catalogs: [], sides }));

const byYear = { by: 'year', order: 'number' } as const;

const sketches: readonly Sketch[] = [
  ['2018-05-01', '062', ['CHN', 'RUS', 'IND']],
  ['2019-01-31/2019-02-02', '111', ['CHN'], ['RUS']],
  ['2019-02-02', '111', ['RUS'], ['CHN', 'IND']],
  ['2019', '190', ['RUS'], ['CHN']],
  ['2019-04', '010', ['CHN'], ['RUS']],
  ['2020-05-01', '190', ['CHN'], ['IND']],
  ['2021-05-01', '040', ['USA', 'IND']],
];

describe('interactions of two countries', () => {
  it('are told by year, beside all of the sources, by who acted and by root', async () => {
    const result = interactionsOf(await open(sketches, ['china', 'russia']), byYear);
    expect(result.total).toMatchObject({ n: 5, of: 7, share: 5 / 7, net: 7.4 - 14 });
    expect(result.total.meanGoldstein).toBeCloseTo(-6.6 / 5, 12);
    expect(result.total.low!).toBeLessThan(-1.32);
    expect(result.total.high!).toBeGreaterThan(-1.32);
    expect(result.period).toEqual({ from: '2018-01-01', to: '2019-12-31' });
    expect(result.periods.map(({ period, n, of, share }) => [period, n, of, share])).toEqual([
      ['2018', 1, 1, 1],
      ['2019', 4, 4, 1],
      ['2020', 0, 1, 0],
      ['2021', 0, 1, 0],
    ]);
    expect(result.periods[1]).toMatchObject({
      cooperative: 0,
      conflictual: 3,
      low: null,
      reason: 'no interval: fewer than 5 interactions',
      byDirection: { mutual: { n: 0 }, 'a-to-b': { n: 2, net: -2 }, 'b-to-a': { n: 2, net: -12 } },
    });
    expect(result.periods[2]).toMatchObject({ meanGoldstein: null, reason: 'no interactions' });
    expect(result.byDirection).toMatchObject({
      mutual: { n: 1, net: 7.4 },
      'a-to-b': { n: 2 },
      'b-to-a': { n: 2 },
    });
    expect(result.roots.map(({ root, label, net }) => [root, label, net])).toEqual([
      ['19', '19', -10],
      ['06', 'Cooperate', 7.4],
      ['11', '11', -4],
      ['01', '01', 0],
    ]);
    expect(result.events.map(({ id }) => id)).toEqual([
      'event-3',
      'event-0',
      'event-2',
      'event-1',
      'event-4',
    ]);
    expect(result.events[2]).toMatchObject({ actors: ['RUS'], targets: ['CHN', 'IND'] });
    expect(result).toMatchObject({ partners: null, order: null, breaks: null, withoutMonth: 0 });
  });

  it('by month leave those out of which only the year is known, and count them', async () => {
    const opened = await open(sketches, ['china', 'russia']);
    const result = interactionsOf(opened, { ...byYear, by: 'month' });
    expect(result.periods.map(({ period, n, of }) => [period, n, of])).toEqual([
      ['2018-05', 1, 1],
      ['2019-01', 1, 1],
      ['2019-02', 1, 1],
      ['2019-04', 1, 1],
      ['2020-05', 0, 1],
      ['2021-05', 0, 1],
    ]);
    expect(result).toMatchObject({ withoutMonth: 1, total: { n: 5, of: 7 } });
    expect(result.byDirection).toEqual(interactionsOf(opened, byYear).byDirection);
  });

  it('have a period within the days asked for, to the day by month', async () => {
    const asked = { from: '2019-02-01', to: '2019-04-15' };
    const opened = await open(sketches, ['china', 'russia'], asked);
    const { period, periods } = interactionsOf(opened, byYear);
    expect(period).toEqual(asked);
    // What lasts is of its first day, as in a score.
    expect(periods.map(({ n }) => n)).toEqual([4]);
    const month = interactionsOf(await open(sketches.slice(2, 3), ['china', 'russia']), {
      ...byYear,
      by: 'month',
    });
    expect(month.period).toEqual({ from: '2019-02-01', to: '2019-02-28' });
  });

  it('turned round turn who acted and change no number', async () => {
    const one = interactionsOf(await open(sketches, ['china', 'russia']), byYear);
    const other = interactionsOf(await open(sketches, ['russia', 'china']), byYear);
    expect(other.total).toEqual(one.total);
    expect(other.roots).toEqual(one.roots);
    expect(other.byDirection['a-to-b']).toEqual(one.byDirection['b-to-a']);
  });

  it('may be none', async () => {
    const result = interactionsOf(await open(sketches, ['china', 'palau']), byYear);
    expect(result).toMatchObject({
      total: { n: 0, share: 0 },
      period: null,
      roots: [],
      events: [],
    });
    const nothing = interactionsOf(await open([], ['china']), byYear);
    expect(nothing).toMatchObject({ total: { n: 0, of: 0, share: 0 }, partners: [], periods: [] });
  });
});

describe('interactions of one with all others', () => {
  it('count once, and once for each partner', async () => {
    const result = interactionsOf(await open(sketches, ['china']), byYear);
    expect(result.countries).toEqual([{ code: 'CHN', name: 'China' }]);
    expect(result.total).toMatchObject({ n: 6, of: 7 });
    expect(result.partners!.map(({ code, name, n, net }) => [code, name, n, net])).toEqual([
      ['RUS', 'Russia', 5, -6.6],
      ['IND', 'India', 2, -2.6],
    ]);
    expect(result.partners![1]!.byDirection).toMatchObject({
      mutual: { n: 1 },
      'a-to-b': { n: 1, net: -10 },
      'b-to-a': { n: 0 },
    });
    expect(result.events).toHaveLength(6);
  });

  it('are ordered by number or by net weight', async () => {
    const opened = await open(sketches, ['china']);
    const codes = (order: 'number' | 'net') =>
      interactionsOf(opened, { by: 'partner', order }).partners!.map(({ code }) => code);
    expect(codes('number')).toEqual(['RUS', 'IND']);
    expect(codes('net')).toEqual(['IND', 'RUS']);
  });

  it('of a bloc are those with countries outside it', async () => {
    const result = interactionsOf(await open(sketches, ['two']), byYear);
    expect(result.total.n).toBe(6);
    expect(result.partners!.map(({ code, n }) => [code, n])).toEqual([
      ['RUS', 5],
      ['USA', 1],
    ]);
  });

  it('have with each partner what the two have by name', async () => {
    const { partners } = interactionsOf(await open(sketches, ['china']), byYear);
    for (const { code, name: _, byDirection, ...own } of partners!) {
      const two = interactionsOf(await open(sketches, ['china', code]), byYear);
      const { of: _of, share: _share, ...total } = two.total;
      expect(own).toEqual(total);
      expect(byDirection['a-to-b'].n).toBe(two.byDirection['a-to-b'].n);
    }
  });
});

const codes = ['CHN', 'RUS', 'IND', 'USA'];
const arbitrarySketches = fc.array(
  fc
    .tuple(
      fc.constantFrom('2018', '2018-03', '2018-03-04', '2019-12-30/2020-01-02', '2021-05'),
      fc.constantFrom('062', '010', '040', '111', '190', '999'),
      fc.subarray(codes, { minLength: 1 }),
      fc.subarray(codes),
    )
    // Nobody is both, and what is mutual is among several: the catalog's rules see to it.
    .filter(([, , actors, targets]) => !targets.some((code) => actors.includes(code)))
    .filter(([, , actors, targets]) => targets.length > 0 || actors.length > 1),
  { maxLength: 25 },
);
const side = fc.constantFrom('china', 'russia', 'usa', 'two', 'three');

describe('all interactions', () => {
  it('amount to what a score has of the same question', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySketches, side, side, async (events, a, b) => {
        if (a === b) return;
        const opened = await open(events, [a, b], { from: '2018-02-01' });
        const { total, periods, byDirection, events: listed } = interactionsOf(opened, byYear);
        const { interactions } = scoreDyad(opened.evidence, ...dyadOf(opened), opened.settings);
        const {
          byYear: years,
          byDirection: acted,
          events: found,
          strongest,
          ...whole
        } = interactions;
        const { of: _of, share: _share, low: _low, high: _high, ...own } = total;
        expect({ ...own, reason: whole.reason }).toEqual({ ...whole, reason: whole.reason });
        expect(
          periods.filter(({ n }) => n > 0).map(({ period, n, net }) => [period, n, net]),
        ).toEqual(years.map(({ year, n, net }) => [year, n, net]));
        for (const direction of ['mutual', 'a-to-b', 'b-to-a'] as const)
          expect(byDirection[direction]).toMatchObject({
            n: acted[direction].n,
            net: acted[direction].net,
          });
        expect(listed.map(({ id }) => id).toSorted()).toEqual(found.map(({ id }) => id).toSorted());
        const weightiest = listed.filter((each) => each.goldstein > 0).map(({ id }) => id);
        expect(weightiest.slice(0, 3)).toEqual(strongest.cooperative);
      }),
      { numRuns: 150 },
    );
  });

  it('add up: periods, who acted and roots to the whole, in the declared shape', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitrarySketches,
        side,
        fc.constantFrom('year', 'month', 'partner'),
        async (events, a, by) => {
          const result = interactionsOf(await open(events, [a]), { ...byYear, by });
          const { total, periods, withoutMonth, byDirection, roots } = result;
          const sum = (parts: readonly { n: number }[]) => parts.reduce((n, part) => n + part.n, 0);
          expect(sum(periods) + withoutMonth).toBe(total.n);
          expect(sum(Object.values(byDirection))).toBe(total.n);
          expect(sum(roots)).toBe(total.n);
          for (const { n, of } of [...periods, total]) expect(n).toBeLessThanOrEqual(of);
          const provenance = { version: '0', catalogs: [], options: {} };
          expect(schema.safeParse({ ...result, provenance }).error).toBeUndefined();
        },
      ),
      { numRuns: 100 },
    );
  });
});

/** Sums as a source of events has them: of directed pairs of countries, one actor and one target each. */
function summed(events: readonly Interaction[], unit: 'year' | 'month') {
  const sums = events.map(({ actors, targets, cameo, date }): InteractionSum => ({
    actor: actors[0]!,
    target: targets[0]!,
    period: date.from.slice(0, unit === 'year' ? 4 : 7),
    root: cameo.slice(0, 2),
    ...sumsOfWeight(goldstein.get(cameo)!.goldstein),
  }));
  const totals = sums.map(({ period }) => ({ period, n: 1 }));
  return { sums, totals };
}

describe('interactions known by their sums', () => {
  const dyadic = fc.array(
    fc
      .tuple(
        fc.constantFrom('2018-03', '2018-03-04', '2019-12-30', '2021-05'),
        fc.constantFrom('062', '010', '040', '111', '190'),
        fc.constantFrom(...codes),
        fc.constantFrom(...codes),
      )
      .filter(([, , actor, target]) => actor !== target)
      .map(([date, cameo, actor, target]): Sketch => [date, cameo, [actor], [target]]),
    { maxLength: 30 },
  );

  it('give the same answer as those listed, alone and beside them', async () => {
    await fc.assert(
      fc.asyncProperty(
        dyadic,
        dyadic,
        fc.uniqueArray(side, { minLength: 1, maxLength: 2 }),
        fc.constantFrom('year', 'month'),
        async (some, others, sides, unit) => {
          const settings = { ...byYear, by: unit };
          const all = interactionsOf(await open([...some, ...others], sides), settings);
          const known = await open(some, sides);
          const both = interactionsOf(known, settings, summed(eventsOf(others), unit));
          expect({ ...both, events: [] }).toEqual({ ...all, events: [] });
        },
      ),
      { numRuns: 150 },
    );
  });
});

it('sums of a period without a total are a mistake of whoever gives them', async () => {
  const { sums } = summed(eventsOf([['2018-03', '062', ['CHN'], ['RUS']]]), 'year');
  const opened = await open([], ['china', 'russia']);
  expect(() => interactionsOf(opened, byYear, { sums, totals: [] })).toThrow('no total of 2018');
});

describe('sums of listed interactions', () => {
  const [china, russia] = [
    { code: 'CHN', members: [] },
    { code: 'RUS', members: [] },
  ];

  it('are of each directed pair, period and root; what both did stands once', () => {
    const events = eventsOf(sketches);
    expect(sumInteractions(events, [china, russia], goldstein, 'year')).toEqual([
      {
        actor: 'CHN',
        target: 'RUS',
        mutual: true,
        period: '2018',
        root: '06',
        ...addWeights([sumsOfWeight(7.4)]),
      },
      {
        actor: 'CHN',
        target: 'RUS',
        period: '2019',
        root: '11',
        ...addWeights([sumsOfWeight(-2)]),
      },
      {
        actor: 'RUS',
        target: 'CHN',
        period: '2019',
        root: '11',
        ...addWeights([sumsOfWeight(-2)]),
      },
      {
        actor: 'RUS',
        target: 'CHN',
        period: '2019',
        root: '19',
        ...addWeights([sumsOfWeight(-10)]),
      },
      { actor: 'CHN', target: 'RUS', period: '2019', root: '01', ...addWeights([sumsOfWeight(0)]) },
    ]);
    expect(countInteractions(events, goldstein, 'month')).toEqual([
      { period: '2018-05', n: 1 },
      { period: '2019-01', n: 1 },
      { period: '2019-02', n: 1 },
      { period: '2019', n: 1 },
      { period: '2019-04', n: 1 },
      { period: '2020-05', n: 1 },
      { period: '2021-05', n: 1 },
    ]);
  });

  it('of one country in two blocs are of the first towards the second', () => {
    const sum = { period: '2019', ...sumsOfWeight(1) };
    const pair = [
      { code: 'x', members: ['AAA', 'BBB'] },
      { code: 'y', members: ['AAA', 'BBB', 'CCC'] },
    ] as const;
    const directions = directedSums(
      [
        { actor: 'AAA', target: 'BBB', ...sum },
        { actor: 'CCC', target: 'AAA', ...sum },
        { actor: 'AAA', target: 'AAA', ...sum },
        { actor: 'DDD', target: 'AAA', ...sum },
        { actor: 'BBB', target: 'AAA', mutual: true, ...sum },
      ],
      pair,
    ).map(({ direction }) => direction);
    expect(directions).toEqual(['a-to-b', 'b-to-a', 'mutual']);
  });
});
