import { describe, expect, it } from 'vitest';
import {
  cooperationAmong,
  cooperationMatrixOf,
  cooperationRankOf,
} from '../../src/analysis/cooperation.ts';
import { cooperationTrendOf } from '../../src/analysis/cooperation-trend.ts';
import { interactionsOf } from '../../src/analysis/interactions-between.ts';
import { bundledNames } from '../../src/bundle/bundled.ts';
import { openQuestion } from '../../src/question/open-question.ts';
import { quietWorld } from '../../src/question/open-library.ts';
import { sumsOfWeight } from '../../src/measures/goldstein.ts';
import { putQuestion } from '../../src/question/question.ts';

const open = (sides: readonly string[], words = {}) =>
  openQuestion(putQuestion(words, { catalogs: bundledNames, sides }), quietWorld, { by: 'year' });

async function between(a: string, b: string, words = {}) {
  return interactionsOf(await open([a, b], words), { by: 'year', order: 'number' });
}

describe('the matrix of cooperation', () => {
  it('has of each dyad what its interactions come to', async () => {
    const found = cooperationMatrixOf(await open([]));
    expect(found.measure).toBe('cooperation');
    expect(found.dyads.length).toBeGreaterThan(50);
    expect(found.interactions).toBe(found.dyads.reduce((sum, { n }) => sum + n, 0));
    for (const { a, b, n, value, agreement, kappa, reason } of found.dyads.slice(0, 12)) {
      const { total } = await between(a, b);
      expect([n, value]).toEqual([total.n, total.meanGoldstein]);
      expect([agreement, kappa]).toEqual([null, null]);
      expect(reason).toContain('no positions');
    }
    expect(found.dyads.every(({ a, b }) => a < b)).toBe(true);
  });

  it('takes blocs as sides, and none of what their members do to each other', async () => {
    const { dyads } = cooperationMatrixOf(await open(['quad', 'china', 'russia']));
    const of = (a: string, b: string) => dyads.find((dyad) => dyad.a === a && dyad.b === b);
    const { total } = await between('quad', 'china');
    expect(of('CHN', 'quad')).toMatchObject({ n: total.n, value: total.meanGoldstein });
  });

  it('has by year what began in each, which adds up', async () => {
    const opened = await open(['china', 'russia', 'usa']);
    const [whole] = cooperationMatrixOf(opened).dyads;
    const years = cooperationMatrixOf(opened, 'year').dyads.filter(
      ({ a, b }) => a === whole?.a && b === whole.b,
    );
    expect(years.map(({ period }) => period)).toEqual(
      (await between('china', 'russia')).periods.flatMap(({ period, n }) =>
        n > 0 ? [period] : [],
      ),
    );
    expect(years.reduce((sum, { n }) => sum + n, 0)).toBe(whole?.n);
    const weighed = years.reduce((sum, { n, value }) => sum + n * (value ?? Number.NaN), 0);
    expect(weighed / (whole?.n ?? 0)).toBeCloseTo(whole?.value ?? Number.NaN, 10);
  });

  it('is of no interactions where nothing happened', async () => {
    const { result } = cooperationAmong(await open(['tonga', 'kiribati']), null);
    expect(result.interactions).toBe(0);
  });

  it('is refused of a single side', async () => {
    const opened = await open(['china']);
    expect(() => cooperationAmong(opened, null)).toThrow('two countries or blocs at least');
  });
});

describe('the ranking of cooperation', () => {
  it.each(['china', 'quad'])('has of %s what it has with each partner', async (side) => {
    const opened = await open([side]);
    const { partners } = interactionsOf(opened, { by: 'partner', order: 'number' });
    const { ranked, leftOut, interactions } = cooperationRankOf(opened);
    const known = (partners ?? []).filter(({ n }) => n >= 5);
    expect(known.length).toBeGreaterThan(1);
    const numbers = ranked.map(({ code, n, value, low, high }) => ({ code, n, value, low, high }));
    expect(numbers).toEqual(
      known
        .map(({ code, n, meanGoldstein: value, low, high }) => ({ code, n, value, low, high }))
        .sort((x, y) => (y.value ?? 0) - (x.value ?? 0) || (x.code < y.code ? -1 : 1)),
    );
    expect(ranked.every(({ n, clusters }) => n === clusters)).toBe(true);
    expect(leftOut.map(({ n, reason }) => [n < 5, reason])).toEqual(
      leftOut.map(() => [true, 'too few interactions']),
    );
    expect(interactions).toBe((partners ?? []).reduce((sum, { n }) => sum + n, 0));
  });

  it('is by the lower end of intervals where that is asked', async () => {
    const { ranked } = cooperationRankOf(await open(['china']), { order: 'lower', minJoint: 3 });
    const lows = ranked.map(({ low }) => low ?? Number.NEGATIVE_INFINITY);
    expect(lows).toEqual(lows.toSorted((x, y) => y - x));
  });
});

describe('the trend of cooperation', () => {
  it('has of each year what began in it', async () => {
    const { points, overall } = cooperationTrendOf(await open(['china', 'russia', 'usa']), {
      by: 'year',
      window: 1,
    });
    for (const other of ['russia', 'usa']) {
      const { periods, total, countries } = await between('china', other);
      const code = countries[1]?.code;
      expect(
        points
          .filter(({ b }) => b === code)
          .map(({ period, n, value, low, high }) => ({ period, n, value, low, high })),
      ).toEqual(
        periods
          .filter(({ n }) => n > 0)
          .map(({ period, n, meanGoldstein: value, low, high }) => ({
            period,
            n,
            value,
            low,
            high,
          })),
      );
      expect(overall.find(({ b }) => b === code)).toMatchObject({
        n: total.n,
        value: total.meanGoldstein,
      });
    }
  });

  it('has windows of years', async () => {
    const { points } = cooperationTrendOf(await open(['china', 'russia']), {
      by: 'window',
      window: 3,
    });
    const last = points.at(-1);
    expect(last?.period).toBe('2023–2025');
    const { total } = await between('china', 'russia', { from: '2023-01-01', to: '2025-12-31' });
    expect(last).toMatchObject({ n: total.n, value: total.meanGoldstein, low: total.low });
  });

  it('says why no break is looked for in few years, by year alone', async () => {
    const opened = await open(['china', 'usa']);
    const reasonsBy = (by: 'year' | 'window', window: number) =>
      cooperationTrendOf(opened, { by, window }).overall.map((each) => each.breaksReason);
    expect(reasonsBy('year', 1)).toEqual(['fewer than 6 years with at least 5 interactions']);
    expect(reasonsBy('window', 2)).toEqual([undefined]);
  });

  it('is of any number of sums', async () => {
    const opened = await open(['china', 'russia'], { from: '1990-01-01', to: '1999-12-31' });
    const n = 300_000;
    const sums = Array.from({ length: n }, (_, i) => ({
      actor: 'CHN',
      target: 'RUS',
      period: String(1990 + (i % 10)),
      ...sumsOfWeight(i % 2 === 0 ? 4 : -1),
    }));
    const eventSums = [{ sums, totals: [] }];
    const evidence = Object.create(opened.evidence, { eventSums: { value: eventSums } });
    const { points } = cooperationTrendOf({ ...opened, evidence }, { by: 'year', window: 1 });
    expect(points.map((point) => point.n)).toEqual(Array.from({ length: 10 }, () => n / 10));
    const [whole] = cooperationMatrixOf({ ...opened, evidence }).dyads;
    expect(whole).toMatchObject({ n, value: 1.5 });
  });

  it('is refused of a single side', async () => {
    const opened = await open(['china']);
    expect(() => cooperationTrendOf(opened, { by: 'year', window: 1 })).toThrow('two sides');
  });
});
