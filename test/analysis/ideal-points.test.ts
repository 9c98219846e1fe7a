import { describe, expect, it } from 'vitest';
import { idealPointsOf } from '../../src/analysis/ideal-points/ideal-points.ts';
import { linkByTitle } from '../../src/analysis/ideal-points/links.ts';
import { rollCallsOf } from '../../src/analysis/ideal-points/roll-calls.ts';
import { defaultIdealPoints } from '../../src/analysis/ideal-points/settings.ts';
import { standingsOf } from '../../src/analysis/ideal-points/standing.ts';
import type { FittedPoint } from '../../src/analysis/ideal-points/fit.ts';
import { createLibrary } from '../../src/question/library.ts';
import { openQuestionIn } from '../../src/question/look-up.ts';
import { openAtlas } from '../../src/question/open-library.ts';
import { putQuestion } from '../../src/question/question.ts';
import { catalogOf, type IssueSketch } from '../evidence/catalogs.ts';

const codes = ['USA', 'GBR', 'FRA', 'RUS', 'CHN', 'IND', 'CUB', 'BRA'] as const;
const answers = { y: 'yes', a: 'abstain', n: 'no', x: 'absent' } as const;

/** A recorded vote from a letter a country, in the order of `codes`; a blank has no entry. */
function voteOf(id: string, session: number, letters: string, rest: Partial<IssueSketch> = {}) {
  const held = codes.flatMap((code, i) => {
    const letter = letters[i] as keyof typeof answers;
    return letter in answers ? [[code, answers[letter]] as const] : [];
  });
  return {
    id,
    date: `${session + 1945}-11-01`,
    vote: { body: 'UNGA', resolution: `A/RES/${session}/${id}`, session },
    ...rest,
    held: Object.fromEntries(held),
  } satisfies IssueSketch;
}

const open = (
  sketches: readonly IssueSketch[],
  sides: readonly string[] = [],
  warnings: string[] = [],
) =>
  openQuestionIn(
    createLibrary([catalogOf(sketches)], openAtlas(), { warn: (text) => warnings.push(text) }),
    putQuestion({}, { catalogs: [], sides }),
  );

/** West against the rest over three sessions, on different lines. */
const blocs = [50, 51, 52].flatMap((session) =>
  ['nnnyyyyy', 'nnayyyyy', 'naayyayy', 'yyynnnna', 'nyyyyyyy', 'yyynaanx'].map((letters, i) =>
    voteOf(`v${session}-${i}`, session, letters),
  ),
);

describe('the ideal points of a selection', () => {
  it('have rank and percentile in their session, what each session rests on, and who is positive', async () => {
    const result = idealPointsOf(await open(blocs), defaultIdealPoints);
    expect(result.positive).toEqual({ code: 'USA', name: 'United States' });
    expect(result.fit).toMatchObject({ rollCalls: 18, votes: 18 * 8 - 3, points: 24 });
    expect(result.charted).toEqual(['USA', 'GBR', 'FRA', 'RUS', 'CHN']);
    expect(result.sessions).toEqual(
      [50, 51, 52].map((session, i) => ({
        session,
        year: session + 1945,
        rollCalls: 6,
        countries: 8,
        linked: i === 0 ? null : 0,
        levelByConvention: i > 0,
        thin: true,
      })),
    );
    const last = result.points.filter(({ session }) => session === 52);
    const byRank = last.toSorted((x, y) => x.rank - y.rank);
    expect(byRank[0]).toMatchObject({ country: 'USA', rank: 1, percentile: 1, year: 1997 });
    expect(byRank.slice(0, 3).map(({ country }) => country)).toEqual(['USA', 'GBR', 'FRA']);
    byRank.slice(1).forEach(({ value }, i) => expect(value).toBeLessThanOrEqual(byRank[i]!.value));
    expect(last.find(({ country }) => country === 'BRA')!.n).toBe(5);
  });

  it('are those of all, of whom the ones named are given, and others are told of', async () => {
    const all = idealPointsOf(await open(blocs), defaultIdealPoints);
    const warnings: string[] = [];
    const asked = await open(blocs, ['cuba', 'fiji', 'usa'], warnings);
    const some = idealPointsOf(asked, defaultIdealPoints);
    const isNamed = ({ country }: { readonly country: string }) => ['CUB', 'USA'].includes(country);
    expect(some.points).toEqual(all.points.filter(isNamed));
    expect(some.charted).toEqual(['CUB', 'USA']);
    expect(some.fit).toEqual(all.fit);
    expect(warnings).toEqual(['align: no vote in this selection: Fiji']);
  });

  it('turn round with --positive', async () => {
    const opened = await open(blocs);
    const turned = idealPointsOf(opened, { ...defaultIdealPoints, positive: 'Cuba' });
    expect(turned.positive.code).toBe('CUB');
    const cuba = turned.points.filter(({ country }) => country === 'CUB');
    expect(cuba.every(({ value }) => value > 0)).toBe(true);
    const withoutUsa = blocs.map((one) => ({
      ...one,
      held: Object.fromEntries(Object.entries(one.held).filter(([code]) => code !== 'USA')),
    }));
    const { positive } = idealPointsOf(await open(withoutUsa), defaultIdealPoints);
    expect(positive.code).toBe('CHN');
  });

  it.each([
    ['no votes', [{ id: 'stance', scale: 'stance3', held: { USA: 'support', RUS: 'oppose' } }]],
    ['one roll call', [voteOf('one', 50, 'nnnyyyyy')]],
    ['unanimous roll calls', [1, 2, 3].map((i) => voteOf(`u${i}`, 50, 'yyyyyyyy'))],
    ['two countries', [1, 2, 3].map((i) => voteOf(`t${i}`, 50, 'n  y    '))],
    ['one country', [1, 2, 3].map((i) => voteOf(`o${i}`, 50, 'n       '))],
    ['absences', [1, 2, 3].map((i) => voteOf(`x${i}`, 50, 'nxxxxxxx'))],
  ] satisfies [string, IssueSketch[]][])('are refused of %s', async (_, sketches) => {
    const opened = await open(sketches);
    expect(() => idealPointsOf(opened, defaultIdealPoints)).toThrow(
      expect.objectContaining({ name: 'UserError', exitCode: 4 }),
    );
  });

  it('are refused of more sessions than can be fitted together', async () => {
    const centuries = Array.from({ length: 251 }, (_, i) => voteOf(`c${i}`, 50 + i, 'nnnyyyyy'));
    const opened = await open(centuries);
    expect(() => idealPointsOf(opened, defaultIdealPoints)).toThrow(/251 sessions are too many/);
  });

  it('are refused of those who cast no vote', async () => {
    const silent = await open(blocs, ['fiji']);
    expect(() => idealPointsOf(silent, defaultIdealPoints)).toThrow(/Fiji: no vote/);
    const opened = await open(blocs);
    const asked = { ...defaultIdealPoints, positive: 'fiji' };
    expect(() => idealPointsOf(opened, asked)).toThrow(/Fiji has no vote/);
  });
});

describe('the roll calls of an edition', () => {
  const parts = [
    voteOf('early', 40, 'nnyyyyyy', {
      vote: { body: 'UNGA', resolution: 'r', session: 40, on: 'paragraph' },
    }),
    voteOf('late', 45, 'nnyyyyyy', {
      vote: { body: 'UNGA', resolution: 'r', session: 45, on: 'amendment' },
    }),
    voteOf('last', 44, 'nnyyyyyy', {
      vote: { body: 'UNGA', resolution: 'r', session: 44, on: 'amendment' },
    }),
    voteOf('nineteen', 19, 'nnyyyyyy'),
    voteOf('spring', 44, 'nnyyyyyy', { date: '1990-03-01' }),
    voteOf('alike', 44, 'yyyyxxxx'),
    voteOf('council', 44, 'nny', { vote: { body: 'UNSC', resolution: 's' } }),
  ];
  const idsOf = async (edition: '2020' | '2026') => {
    const { rollCalls, leftOut, body } = rollCallsOf((await open(parts)).evidence, edition);
    expect(body).toBe('UNGA');
    const ids = rollCalls.map(({ selected, session }) => `${selected.issue.id} ${session}`).sort();
    return { ids, leftOut };
  };

  it('are those of April 2020: parts until 1989, by session', async () => {
    expect(await idsOf('2020')).toEqual({
      ids: ['early 40', 'last 44', 'spring 44'],
      leftOut: { otherBodies: 1, parts: 1, session19: 1, unanimous: 1 },
    });
  });

  it('are those of April 2026: no parts at all, by calendar year', async () => {
    expect(await idsOf('2026')).toEqual({
      ids: ['spring 45'],
      leftOut: { otherBodies: 1, parts: 3, session19: 1, unanimous: 1 },
    });
  });
});

describe('links by title', () => {
  const many = Array.from({ length: 25 }, (_, i) => (i < 12 ? 2 : 0));
  const flipped = (n: number) => many.map((vote, i) => (i < n ? 2 - vote : vote));
  const rollCall = (
    title: string,
    session: number,
    votes: readonly number[] = many,
    on?: string,
  ) => ({
    selected: {
      issue: { title, vote: { body: 'UNGA', resolution: '', ...(on ? { on } : {}) } },
    } as never,
    session,
    votes: Int8Array.from(votes),
  });
  const title = 'Situation of human rights in Arcadia';

  it('join a title, but for its date, in sessions next to each other, and so on from there', () => {
    const all = [
      rollCall(`${title} (1996)`, 51),
      rollCall(title, 50),
      rollCall(`The situation of human rights in Arcadia, 1997`, 52),
      rollCall('Another text altogether', 51),
    ];
    expect([...linkByTitle(all)]).toEqual([1, 1, 1, 3]);
  });

  it.each([
    ['sessions two apart', [rollCall(title, 50), rollCall(title, 52)]],
    [
      'a title that is there twice',
      [rollCall(title, 50), rollCall(title, 51), rollCall(title, 51)],
    ],
    ['votes that differ', [rollCall(title, 50), rollCall(title, 51, flipped(3))]],
    [
      'few joint votes',
      [rollCall(title, 50, many.slice(0, 19)), rollCall(title, 51, many.slice(0, 19))],
    ],
    ['a vote on a part', [rollCall(title, 50), rollCall(title, 51, many, 'paragraph')]],
    ['summaries', [rollCall(title.toUpperCase(), 30), rollCall(title.toUpperCase(), 31)]],
  ])('leave %s alone', (_, all) => {
    expect([...linkByTitle(all)]).toEqual([...all.keys()]);
  });

  it('take votes that agree at .90 or more', () => {
    expect([...linkByTitle([rollCall(title, 50), rollCall(title, 51, flipped(2))])]).toEqual([
      0, 0,
    ]);
  });
});

describe('a standing', () => {
  const point = (country: number, value: number): FittedPoint => ({
    country,
    session: 1,
    value,
    low: value,
    high: value,
    n: 1,
  });

  it('shares the better rank among equals, and counts half of them in the percentile', () => {
    const points = [point(0, 2), point(1, 1), point(2, 1), point(3, -1), point(4, -2)];
    const standings = standingsOf(points);
    expect(points.map((each) => standings.get(each))).toEqual([
      { rank: 1, percentile: 1 },
      { rank: 2, percentile: 2.5 / 4 },
      { rank: 2, percentile: 2.5 / 4 },
      { rank: 4, percentile: 1 / 4 },
      { rank: 5, percentile: 0 },
    ]);
  });
});
