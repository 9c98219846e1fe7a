import { describe, expect, it } from 'vitest';
import { checkClaims } from '../../src/analysis/check.ts';
import { driftOf } from '../../src/analysis/drift.ts';
import { trendOf } from '../../src/analysis/trend.ts';
import { readPolicy } from '../../src/policy/load.ts';
import { findPolicy, openClaims } from '../../src/policy/question.ts';
import { createLibrary } from '../../src/question/library.ts';
import { openQuestionIn } from '../../src/question/look-up.ts';
import { openAtlas } from '../../src/question/open-library.ts';
import { putQuestion } from '../../src/question/question.ts';
import { catalogOf } from '../evidence/catalogs.ts';

/** Twelve texts a year from 2008 to 2019; from 2014 on Russia parts from China on some of them, India never. */
const sketches = Array.from({ length: 12 }, (_, i) => 2008 + i).flatMap((year) =>
  Array.from({ length: 12 }, (_, text) => ({
    id: `vote-${year}-${text}`,
    date: `${year}-06-01`,
    series: `text-${text}`,
    held: { CHN: 'yes', IND: 'yes', RUS: year >= 2014 && text < 9 ? 'no' : 'yes' },
    vote: { body: 'UNGA', resolution: `A/RES/${year}/${text}` },
  })),
);
const library = createLibrary([catalogOf(sketches)], openAtlas());

async function check(assertion: string) {
  const bytes = new TextEncoder().encode(`assertions:\n  - {id: a, ${assertion}}\n`);
  const policy = await findPolicy(library, readPolicy(bytes, 'p.yaml'), 'p.yaml');
  const about = { id: 'p', title: null, file: 'p.yaml' };
  const { assertions } = await checkClaims(await openClaims(library, policy), {}, about);
  return assertions[0]!;
}

const open = (words: Parameters<typeof putQuestion>[0]) =>
  openQuestionIn(library, putQuestion(words, { catalogs: [], sides: ['china', 'russia'] }));

describe('an assertion on a drift', () => {
  const periods = 'before: 2008..2013, after: 2014..2019';

  it('judges the same texts unless the score is asked for, as `driftOf` has them', async () => {
    const drift = driftOf(
      await open({ from: '2008-01-01', to: '2013-12-31' }),
      await open({ from: '2014-01-01', to: '2019-12-31' }),
    )!;
    const found = await check(`between: [china, russia], drift: {${periods}, atLeast: -0.5}`);
    expect(found).toMatchObject({
      status: 'failed',
      quantity: 'drift',
      actual: drift.sameTexts.difference,
      off: 0.25,
      score: drift.after.value,
      low: drift.after.low,
      lookAt: null,
      drift: {
        of: 'same-texts',
        before: { from: '2008-01-01', to: '2013-12-31', n: 72, value: 1 },
        after: { from: '2014-01-01', to: '2019-12-31', n: 72, value: 0.25 },
        sameTexts: { series: 12, before: 1, after: 0.25 },
      },
    });
    const score = await check(
      `between: [russia, china], measure: s, drift: {${periods}, of: score, atLeast: -1.5}`,
    );
    expect(score).toMatchObject({ status: 'passed', actual: -1.5, off: 0 });
  });

  it('of several is decided by the dyad furthest outside', async () => {
    const all = 'among: [china, russia, india]';
    const fell = await check(`${all}, drift: {${periods}, atLeast: -0.1}`);
    expect(fell.decidedBy?.map(({ code }) => code)).toEqual(['CHN', 'RUS']);
    expect(fell.dyads.map(({ passed }) => passed)).toEqual([false, true, false]);
    expect((await check(`${all}, drift: {${periods}, atLeast: -0.75, atMost: 0}`)).passed).toBe(
      true,
    );
  });

  it('lacks evidence without texts, or issues, in both periods', async () => {
    const early = 'before: 2000, after: 2014..2019';
    expect(await check(`between: [china, russia], drift: {${early}, atMost: 1}`)).toMatchObject({
      status: 'missing',
      actual: null,
      reason: 'no text was voted on in both periods',
    });
    expect(
      await check(`between: [china, russia], drift: {${early}, of: score, atMost: 1}`),
    ).toMatchObject({ status: 'missing', reason: 'no joint issue in the earlier period' });
    const late = 'before: 2014..2019, after: 2030';
    expect(
      await check(
        `between: [china, russia], allowMissing: true, drift: {${late}, of: score, atMost: 1}`,
      ),
    ).toMatchObject({ status: 'skipped', reason: 'no joint issue in the later period' });
  });
});

describe('an assertion on breaks', () => {
  it('counts those of a kind since a year, as `trendOf` finds them', async () => {
    const { breaks } = await trendOf(await open({}), { by: 'year', window: 1 });
    expect(breaks.map(({ period, kind }) => [period, kind])).toEqual([['2014', 'behaviour']]);
    const { period, kind, before, after } = breaks[0]!;
    const none = await check('between: [china, russia], breaks: {atMost: 0}');
    expect(none).toMatchObject({
      status: 'failed',
      quantity: 'breaks',
      actual: 1,
      off: 1,
      n: 144,
      breaks: { kind: 'behaviour', since: null, found: [{ period, kind, before, after }] },
    });
    const counts = async (words: string) =>
      (await check(`between: [russia, china], ${words}`)).actual;
    expect(await counts('breaks: {since: 2014, atMost: 0}')).toBe(1);
    expect(await counts('breaks: {since: 2015, atMost: 0}')).toBe(0);
    expect(await counts('breaks: {kind: agenda, atMost: 0}')).toBe(0);
  });

  it('of several holds for every dyad', async () => {
    const all = await check('among: [india, russia, china], breaks: {atMost: 0}');
    expect(all.dyads.map(({ actual }) => actual)).toEqual([1, 0, 1]);
    expect(all.status).toBe('failed');
  });

  it('lacks evidence with fewer than six years', async () => {
    const words = 'between: [china, russia], from: 2012, breaks: {atMost: 0}';
    expect((await check(`${words}, to: 2017`)).status).toBe('failed');
    expect(await check(`${words}, to: 2016`)).toMatchObject({
      status: 'missing',
      actual: null,
      reason: 'fewer than 6 years with at least 5 joint issues',
    });
  });
});
