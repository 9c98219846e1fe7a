import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOverTime } from '../../src/analysis/over-time.ts';
import { driftOf } from '../../src/analysis/drift.ts';
import { scoreDyad } from '../../src/analysis/score.ts';
import { trendOf } from '../../src/analysis/trend.ts';
import { versusOf } from '../../src/analysis/versus.ts';
import { UserError } from '../../src/errors.ts';
import { createLibrary } from '../../src/question/library.ts';
import { openQuestionIn } from '../../src/question/look-up.ts';
import { openAtlas } from '../../src/question/open-library.ts';
import { openPeriod, openVersus } from '../../src/question/other-period.ts';
import { putQuestion } from '../../src/question/question.ts';
import { dyadOf } from '../../src/question/sides.ts';
import { catalogOf, type IssueSketch } from '../evidence/catalogs.ts';

function voteOf(year: number, place: number, held: [string, string], series?: string): IssueSketch {
  return {
    id: `vote-${year}-${place}`,
    date: `${year}-06-${String(1 + (place % 28)).padStart(2, '0')}`,
    held: { CHN: held[0], RUS: held[1] },
    vote: { body: 'UNGA', resolution: `A/RES/${year}/${place}`, session: year - 1945 },
    topics: [['arms', 'trade'][place % 2]!],
    ...(series === undefined ? {} : { series }),
  };
}

const ask = (sketches: readonly IssueSketch[], words: Parameters<typeof putQuestion>[0] = {}) =>
  openQuestionIn(
    createLibrary([catalogOf(sketches)], openAtlas()),
    putQuestion(words, { catalogs: [], sides: ['china', 'russia'], beside: ['kappa', 's'] }),
  );

const scoreOf = async (sketches: readonly IssueSketch[], words: Parameters<typeof ask>[1]) => {
  const opened = await ask(sketches, words);
  return scoreDyad(opened.evidence, ...dyadOf(opened), opened.settings);
};

const halfOf = ({ alignment, coverage }: Awaited<ReturnType<typeof scoreOf>>) => ({
  value: alignment.value,
  low: alignment.low,
  high: alignment.high,
  n: coverage.joint,
  clusters: coverage.clusters,
});

const then = { from: '2013-01-01', to: '2015-12-31' };

describe('a score beside that of an earlier period', () => {
  const label = fc.constantFrom('yes', 'abstain', 'no', 'absent');
  const rows = fc.array(
    fc.tuple(
      fc.integer({ min: 2013, max: 2018 }),
      label,
      label,
      fc.constantFrom('x', 'y', undefined),
    ),
    { minLength: 1, maxLength: 40 },
  );

  it('has the scores of the same question of both, part by part', async () => {
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom('agreement', 'kappa'),
        fc.boolean(),
        async (votes, measure, says) => {
          const sketches = votes.map(([y, a, b, s], i) => voteOf(y, i, [a, b], s));
          const later = { from: '2016-01-01', to: '2018-12-31' };
          const words = { measure, versus: then, ...(says ? later : {}) } as const;
          const opened = await ask(sketches, words);
          const result = versusOf(await openVersus(opened), opened);
          const [was, is] = [
            await scoreOf(sketches, { measure, ...then }),
            await scoreOf(sketches, { measure, ...later }),
          ];
          expect(result.alignment.before).toMatchObject(halfOf(was));
          expect(result.alignment.after).toMatchObject(halfOf(is));
          const [x, y] = [was.alignment, is.alignment];
          expect(result.alignment.change).toBe(
            x.value === null || y.value === null ? null : y.value - x.value,
          );
          const known = x.low !== null && y.low !== null;
          expect(result.alignment.overlap).toBe(
            known ? Math.max(x.low ?? 0, y.low ?? 0) <= Math.min(x.high ?? 0, y.high ?? 0) : null,
          );
          for (const [side, score] of [
            ['before', was],
            ['after', is],
          ] as const) {
            const held = result.topics.filter((topic) => topic[side].n > 0);
            expect(Object.fromEntries(held.map((topic) => [topic.id, topic[side].value]))).toEqual(
              Object.fromEntries(score.topics.map(({ id, value }) => [id, value])),
            );
            expect(result.measures.map((each) => [each.id, each[side].value])).toEqual(
              score.measures.map(({ id, value }) => [id, value]),
            );
            expect(result[side].period).toEqual(score.period);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('says that intervals are apart only where no value is in both', async () => {
    const votes = (year: number, other: string) =>
      Array.from({ length: 20 }, (_, i) => voteOf(year, i, ['yes', other]));
    const apart = await ask([...votes(2014, 'yes'), ...votes(2017, 'no')], { versus: then });
    const parted = versusOf(await openVersus(apart), apart);
    expect(parted.alignment).toMatchObject({ change: -1, overlap: false });
    const same = await ask([...votes(2014, 'yes'), ...votes(2017, 'yes')], { versus: then });
    expect(versusOf(await openVersus(same), same).alignment).toMatchObject({
      change: 0,
      overlap: true,
    });
  });

  it('of the later period is what the question is of, for every analysis', async () => {
    const sketches = [2014, 2015, 2016, 2017].map((year, i) => voteOf(year, i, ['yes', 'yes']));
    const { points } = await trendOf(await ask(sketches, { versus: then }), {
      by: 'year',
      window: 1,
    });
    expect(points.map(({ period }) => period)).toEqual(['2016', '2017']);
  });

  it.each([
    [{ versus: then, from: '2015-06-01' }],
    [{ versus: then, to: '2014-12-31' }],
    [{ versus: then, from: '2010-01-01', to: '2012-12-31' }],
  ])('%j is refused: the earlier period has to be the earlier one', async (words) => {
    const asked = ask([voteOf(2014, 1, ['yes', 'yes'])], words);
    await expect(asked).rejects.toThrow(UserError);
    await expect(asked).rejects.toThrow(/does not end before the one asked for/);
  });
});

describe('change over time', () => {
  const over = async (sketches: readonly IssueSketch[], words = {}) => {
    const opened = await ask(sketches, words);
    const score = scoreDyad(opened.evidence, ...dyadOf(opened), opened.settings);
    return { opened, ...(await changeOverTime(opened, score)) };
  };
  const votes = (years: readonly number[]) =>
    years.flatMap((year) =>
      Array.from({ length: 6 }, (_, i) =>
        voteOf(year, i, ['yes', i % 2 ? 'yes' : 'no'], `text-${i}`),
      ),
    );

  it('is the trend by year, and the drift from the years before the last five to these', async () => {
    const { opened, trend, drift } = await over(votes([2010, 2012, 2018, 2020]));
    expect(trend.result).toEqual(await trendOf(opened, { by: 'year', window: 1 }));
    const periods = [
      { from: '2010-01-01', to: '2015-12-31' },
      { from: '2016-01-01', to: '2020-12-31' },
    ] as const;
    const [before, after] = [
      await openPeriod(opened, periods[0]),
      await openPeriod(opened, periods[1]),
    ];
    expect(drift.result).toEqual(driftOf(before, after));
    expect(drift.result).toMatchObject({ before: periods[0], after: periods[1] });
  });

  it('keeps to the days that were asked for', async () => {
    const asked = { from: '2011-03-01', to: '2020-06-30' };
    const { drift } = await over(votes([2010, 2012, 2018, 2020]), asked);
    expect(drift.result?.before.from).toBe('2011-03-01');
    expect(drift.result?.after.to).toBe('2020-06-30');
  });

  it.each([
    ['one year', [2020], {}, /all of 2020/, /all of the evidence is of the last 5 years/],
    ['no issue', [2020], { from: '2021-01-01' }, /no joint issues/, /no joint issues/],
    ['kappa', [2010, 2020], { measure: 'kappa' }, null, /kappa does not decompose/],
  ] as const)('of %s says why there is none', async (_, years, words, ofTrend, ofDrift) => {
    const { trend, drift } = await over(votes(years), words);
    if (ofTrend)
      expect(trend).toMatchObject({ result: null, reason: expect.stringMatching(ofTrend) });
    else expect(trend.result?.points).toHaveLength(2);
    expect(drift).toMatchObject({ result: null, reason: expect.stringMatching(ofDrift) });
  });
});
