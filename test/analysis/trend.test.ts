import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changePoints, findBreaks, type YearlyMean } from '../../src/analysis/breaks.ts';
import { scoreDyad } from '../../src/analysis/score.ts';
import { trendOf } from '../../src/analysis/trend.ts';
import type { JointIssue } from '../../src/evidence/dyad.ts';
import { createLibrary } from '../../src/question/library.ts';
import { openQuestionIn } from '../../src/question/look-up.ts';
import { putQuestion } from '../../src/question/question.ts';
import { dyadOf } from '../../src/question/sides.ts';
import { catalogOf, type IssueSketch } from '../evidence/catalogs.ts';
import { openAtlas } from '../../src/question/open-library.ts';

/** A recorded vote of a year, of a series if one is given. */
function voteOf(year: number, place: number, held: [string, string], series?: string): IssueSketch {
  return {
    id: `vote-${year}-${place}`,
    date: `${year}-06-${String(1 + (place % 28)).padStart(2, '0')}`,
    held: { CHN: held[0], RUS: held[1] },
    vote: { body: 'UNGA', resolution: `A/RES/${year}/${place}`, session: year - 1945 },
    ...(series === undefined ? {} : { series }),
  };
}

const many = (n: number, make: (i: number) => IssueSketch) =>
  Array.from({ length: n }, (_, i) => make(i));

const libraryOf = (sketches: readonly IssueSketch[]) =>
  createLibrary([catalogOf(sketches)], openAtlas());

const ask = (
  sketches: readonly IssueSketch[],
  words: Parameters<typeof putQuestion>[0] = {},
  sides = ['china', 'russia'],
) => openQuestionIn(libraryOf(sketches), putQuestion(words, { catalogs: [], sides }));

describe('a trend', () => {
  const label = fc.constantFrom('yes', 'abstain', 'no', 'absent');
  const rows = fc.array(
    fc.tuple(
      fc.integer({ min: 2015, max: 2020 }),
      label,
      label,
      fc.constantFrom('x', 'y', undefined),
    ),
    { minLength: 1, maxLength: 30 },
  );
  // A crisis that lasts counts in each year that it touches, with the stance at its end.
  const crisis: IssueSketch = {
    id: 'crisis',
    date: ['2016-05-01', '2018-03-01'],
    scale: 'stance5',
    held: {
      CHN: [{ stance: 'oppose' }, { stance: 'support', from: '2017-06-01' }],
      RUS: 'support',
    },
  };

  it('has for each year, session or window the score of the same question of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom('exclude', 'half', 'abstain', 'disagree'),
        fc.constantFrom('agreement', 'kappa'),
        fc.constantFrom('year', 'session', 'window'),
        async (votes, absent, measure, by) => {
          const sketches = [...votes.map(([y, a, b, s], i) => voteOf(y, i, [a, b], s)), crisis];
          const words = { absent, measure } as const;
          const window = by === 'window' ? 3 : 1;
          const { points } = await trendOf(await ask(sketches, words), { by, window });
          const seen = new Set(points.map(({ period }) => period));
          expect(seen.size).toBe(points.length);
          for (const { period, a, b, n, clusters, value, low, high } of points) {
            expect([a, b]).toEqual(['CHN', 'RUS']);
            const [first = '', last = first] = period.split('–');
            const part =
              by === 'session'
                ? { session: [Number(period), Number(period)] as const }
                : { from: `${first}-01-01`, to: `${last}-12-31` };
            const own = await ask(sketches, { ...words, ...part });
            const { coverage, alignment } = scoreDyad(own.evidence, ...dyadOf(own), own.settings);
            expect({ n, clusters, value, low, high }).toEqual({
              n: coverage.joint,
              clusters: coverage.clusters,
              value: alignment.value,
              low: alignment.low,
              high: alignment.high,
            });
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('compares each other side with the first', async () => {
    const sketches = many(6, (i) => ({
      ...voteOf(2019, i, ['yes', 'no']),
      held: { CHN: 'yes', RUS: 'no', IND: 'yes' },
    }));
    const opened = await ask(sketches, {}, ['china', 'russia', 'india']);
    const { points, overall } = await trendOf(opened, { by: 'year', window: 1 });
    expect(points.map(({ a, b, value }) => [a, b, value])).toEqual([
      ['CHN', 'RUS', 0],
      ['CHN', 'IND', 1],
    ]);
    expect(overall.map(({ b, n, value }) => [b, n, value])).toEqual([
      ['RUS', 6, 0],
      ['IND', 6, 1],
    ]);
  });

  it('of one side is the share of returning texts on which it voted as the time before', async () => {
    const texts = ['a', 'b', 'c', 'd', 'e', 'f'];
    const first = texts.map((text, i) => voteOf(2018, i, ['yes', 'yes'], text));
    const again = texts.map((text, i) => voteOf(2019, i, [i < 4 ? 'yes' : 'no', 'yes'], text));
    const part = voteOf(2019, 20, ['no', 'no'], 'a');
    const onPart = { ...part, vote: { ...part.vote!, on: 'paragraph' as const } };
    const once = voteOf(2019, 21, ['no', 'no']);
    const opened = await ask([...first, ...again, onPart, once], {}, ['china']);
    const { points, countries, breaks } = await trendOf(opened, { by: 'year', window: 1 });
    expect(countries.map(({ code }) => code)).toEqual(['CHN']);
    expect(points).toMatchObject([{ a: 'CHN', b: null, period: '2019', n: 6, clusters: 6 }]);
    expect(points[0]!.value).toBeCloseTo(4 / 6, 12);
    expect(points[0]!.low).toBeLessThan(4 / 6);
    expect(breaks).toEqual([]);
  });
});

/** Years of one mean, without the issues behind it. */
const yearOf = (year: number, value: number, joint: readonly JointIssue[] = []): YearlyMean => ({
  year,
  value,
  variance: 0.002,
  joint,
});

describe('change points', () => {
  it('are where the mean changes, and nowhere else', () => {
    const level = Array.from({ length: 12 }, (_, i) => yearOf(2000 + i, 0.8 + 0.01 * (i % 2)));
    expect(changePoints(level)).toEqual([]);
    const step = level.map((each, i) => (i < 5 ? each : { ...each, value: each.value - 0.5 }));
    expect(changePoints(step)).toEqual([5]);
    const twice = step.map((each, i) => (i < 9 ? each : { ...each, value: each.value + 0.4 }));
    expect(changePoints(twice)).toEqual([5, 9]);
  });

  it('are those of the least penalised sum of squares, with three years a segment', () => {
    const value = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 6, maxLength: 9 }), (values) => {
        const years = values.map((each, i) => yearOf(2000 + i, each));
        const costOf = (from: number, to: number) => {
          const own = values.slice(from, to);
          const mean = own.reduce((sum, each) => sum + each, 0) / own.length;
          return own.reduce((sum, each) => sum + (each - mean) ** 2 / 0.002, 0);
        };
        const total = (places: readonly number[]) =>
          [...places, values.length].reduce(
            ({ cost, from }, to) => ({ cost: cost + costOf(from, to), from: to }),
            { cost: 3 * Math.log(values.length) * places.length, from: 0 },
          ).cost;
        const splits: number[][] = [[]];
        for (let x = 3; x <= values.length - 3; x++) {
          splits.push([x]);
          for (let y = x + 3; y <= values.length - 3; y++) splits.push([x, y]);
        }
        const found = changePoints(years);
        expect(total(found)).toBeCloseTo(Math.min(...splits.map(total)), 9);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a break', () => {
  /** Ten votes a year: on texts that return, or each on its own, alike to a share. */
  const yearsOf = (
    returning: (year: number) => number,
    agenda: (year: number) => number,
    series = true,
  ) =>
    Array.from({ length: 12 }, (_, i) => 2010 + i).flatMap((year) => [
      ...many(12, (place) =>
        voteOf(
          year,
          place,
          ['yes', place < 12 * returning(year) ? 'yes' : 'no'],
          series ? `text-${place}` : undefined,
        ),
      ),
      ...many(14, (place) =>
        voteOf(year, 40 + place, ['yes', place < 14 * agenda(year) ? 'yes' : 'no']),
      ),
    ]);
  const breaksOf = async (sketches: readonly IssueSketch[]) =>
    (await trendOf(await ask(sketches), { by: 'year', window: 1 })).breaks;
  const falls = (year: number) => (year < 2016 ? 1 : 0.25);

  it('is another behaviour where the same texts changed with it', async () => {
    const [only, ...others] = await breaksOf(yearsOf(falls, falls));
    expect(others).toEqual([]);
    expect(only).toMatchObject({ a: 'CHN', b: 'RUS', period: '2016', kind: 'behaviour' });
    expect(only!.before).toBeGreaterThan(0.9);
    expect(only!.after).toBeLessThan(0.4);
    expect(only!.sameTexts).toMatchObject({ series: 12, before: 1 });
  });

  it('is another agenda where they did not', async () => {
    const breaks = await breaksOf(
      yearsOf(
        () => 1,
        (year) => (year < 2016 ? 1 : 0),
      ),
    );
    expect(breaks.map(({ period, kind }) => [period, kind])).toEqual([['2016', 'agenda']]);
    expect(breaks[0]!.sameTexts.difference).toBe(0);
  });

  it('cannot be told where no texts return', async () => {
    const breaks = await breaksOf(yearsOf(falls, falls, false));
    expect(breaks.map(({ period, kind }) => [period, kind])).toEqual([['2016', 'unknown']]);
    expect(breaks[0]!.sameTexts).toMatchObject({ series: 0, se: null });
  });

  it('needs six years with five joint issues each', () => {
    const years = Array.from({ length: 12 }, (_, i) => yearOf(2000 + i, i < 6 ? 1 : 0));
    // They have no joint issues at all.
    expect(findBreaks(years, 'CHN', 'RUS')).toEqual({
      breaks: [],
      breaksReason: 'fewer than 6 years with at least 5 joint issues',
    });
  });
});

it('of more issues than a function takes arguments has its years', async () => {
  const sketches = many(80_000, (i) => voteOf(2000 + (i % 3), i, ['yes', 'no']));
  const { points } = await trendOf(await ask(sketches), { by: 'year', window: 1 });
  expect(points.map(({ period }) => period)).toEqual(['2000', '2001', '2002']);
});
