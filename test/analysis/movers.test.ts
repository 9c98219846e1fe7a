import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { driftOf } from '../../src/analysis/drift.ts';
import { moversOf, testDyads } from '../../src/analysis/movers.ts';
import { sameTextsFinder } from '../../src/analysis/same-texts-of-dyads.ts';
import type { DyadSettings } from '../../src/evidence/dyad.ts';
import { everySide } from '../../src/evidence/side.ts';
import { createLibrary } from '../../src/question/library.ts';
import { openQuestionIn } from '../../src/question/look-up.ts';
import { openAtlas } from '../../src/question/open-library.ts';
import { putQuestion } from '../../src/question/question.ts';
import { uniforms } from '../bench/simulated-dyads.mjs';
import { catalogOf, defaultSettings, evidenceOf, type IssueSketch } from '../evidence/catalogs.ts';

type Held = IssueSketch['held'];

const voteOf = (year: number, place: number, series: string | undefined, held: Held) => ({
  id: `vote-${year}-${place}`,
  date: `${year}-06-01`,
  held,
  vote: { body: 'UNGA', resolution: `A/RES/${year}/${place}` },
  ...(series === undefined ? {} : { series }),
});

/** So many votes a year on the same texts, from 2010 to 2019, held as one says of a text and a year. */
const yearly = (texts: number, held: (text: number, year: number) => Held) =>
  Array.from({ length: 10 }, (_, i) => 2010 + i).flatMap((year) =>
    Array.from({ length: texts }, (_, text) =>
      voteOf(year, text, `text-${text}`, held(text, year)),
    ),
  );

async function moversIn(sketches: readonly IssueSketch[], focus: string[] = [], minEffect = 0.05) {
  const members = ['CHN', 'RUS'].map((country) => ({ country }));
  const groups = { pair: { id: 'pair', title: 'Pair', members, sources: [] } };
  const library = createLibrary([catalogOf(sketches, { groups })], openAtlas());
  const open = (from: string, to: string, sides: readonly string[]) =>
    openQuestionIn(library, putQuestion({ from, to }, { catalogs: [], sides }));
  const periods = (sides: readonly string[]) =>
    Promise.all([open('2010-01-01', '2014-12-31', sides), open('2015-01-01', '2019-12-31', sides)]);
  const movers = moversOf(...(await periods(focus)), minEffect);
  return { movers, driftOf: async (a: string, b: string) => driftOf(...(await periods([a, b]))) };
}

const others = ['CHN', 'RUS', 'IND', 'BRA'];
const all = (codes: readonly string[], vote: string) =>
  Object.fromEntries(codes.map((code) => [code, vote]));
/** The United States turn against all others on most texts in 2015. */
const usaTurns = (text: number, year: number) => ({
  ...all(others, 'yes'),
  USA: year < 2015 || text > 8 ? 'yes' : 'no',
});

describe('movers', () => {
  it('are countries most of whose dyads moved, then dyads', async () => {
    const { movers, driftOf: drift } = await moversIn(yearly(12, usaTurns));
    expect(movers).toMatchObject({
      before: { from: '2010-01-01', to: '2014-12-31', votes: 60 },
      after: { from: '2015-01-01', to: '2019-12-31', votes: 60 },
      country: null,
      tested: 10,
      moved: 4,
    });
    expect(movers.countries).toEqual([
      { code: 'USA', name: 'United States', meanDifference: 0.75, dyads: 4, moved: 4 },
    ]);
    // The fourth is beyond three a country.
    expect(movers.dyads.map(({ a, b }) => `${a} ${b}`)).toEqual(['BRA USA', 'CHN USA', 'IND USA']);
    expect(movers.names).toMatchObject({ BRA: 'Brazil', USA: 'United States' });
    const { series, before, after, difference, se } = (await drift('brazil', 'usa'))!.sameTexts;
    expect(movers.dyads[0]).toMatchObject({ series, before, after, difference, se });
    expect(movers.dyads[0]!.lower).toBeCloseTo(0.75 - 1.959964 * se!, 12);
  });

  it('of one country or bloc are all of its own', async () => {
    const { movers } = await moversIn(yearly(12, usaTurns), ['usa']);
    expect(movers).toMatchObject({ country: { code: 'USA' }, tested: 4, moved: 4 });
    expect(movers.dyads).toHaveLength(4);
    const { movers: ofChina } = await moversIn(yearly(12, usaTurns), ['china']);
    expect(ofChina.dyads.map(({ a, b }) => `${a} ${b}`)).toEqual(['CHN USA']);
    expect(ofChina.countries).toEqual([]);
    const { movers: ofPair } = await moversIn(yearly(12, usaTurns), ['pair']);
    expect(ofPair.country).toEqual({ code: 'pair', name: 'Pair' });
    expect(ofPair.dyads.map(({ a, b }) => `${a} ${b}`)).toEqual(['USA pair']);
    expect(ofPair.names).toMatchObject({ pair: 'Pair' });
  });

  it('need 50 joint votes in each period and 10 texts that return', async () => {
    const tested = async (sketches: readonly IssueSketch[]) =>
      (await moversIn(sketches)).movers.tested;
    expect(await tested(yearly(10, usaTurns))).toBe(10);
    expect(await tested(yearly(9, usaTurns))).toBe(0);
    const once = (text: number, year: number) =>
      year === 2019 && text === 0 ? all(others, 'yes') : usaTurns(text, year);
    expect(await tested(yearly(10, once))).toBe(6);
    const positions = yearly(10, usaTurns).map(({ vote: _, ...rest }) => rest);
    expect(await tested(positions)).toBe(0);
  });

  it('differ by as much as asked, beyond doubt', async () => {
    const sketches = yearly(12, usaTurns);
    const { lower } = (await moversIn(sketches)).movers.dyads[0]!;
    expect((await moversIn(sketches, [], lower)).movers.moved).toBe(4);
    expect((await moversIn(sketches, [], lower + 1e-9)).movers).toMatchObject({
      moved: 0,
      countries: [],
      dyads: [],
      names: {},
    });
  });

  it('are none where another agenda is all that changed', async () => {
    const later = yearly(12, () => ({ ...all(others, 'yes'), USA: 'no' }));
    const agenda = later.flatMap((each, i) => {
      const year = Number(each.date.slice(0, 4));
      const own = voteOf(year, 100 + i, undefined, {
        ...all(others, 'yes'),
        USA: year < 2015 ? 'yes' : 'no',
      });
      return [each, own];
    });
    const { movers, driftOf: drift } = await moversIn(agenda);
    expect(movers).toMatchObject({ tested: 10, moved: 0 });
    expect((await drift('usa', 'china'))!.change).toBeLessThan(-0.4);
  });
});

describe('the same texts of all dyads', () => {
  const label = fc.constantFrom('yes', 'abstain', 'no', 'absent');
  const vote = fc.record({
    year: fc.integer({ min: 2010, max: 2019 }),
    series: fc.constantFrom('a', 'b', 'c', undefined),
    part: fc.boolean(),
    held: fc.dictionary(fc.constantFrom('CHN', 'RUS', 'IND'), label),
    weight: fc.constantFrom(1, 2),
    stance: fc.constantFrom('stance5', 'vote'),
  });

  it('are the same whether looked up in tables or issue by issue', () => {
    fc.assert(
      fc.property(
        fc.array(vote, { maxLength: 40 }),
        fc.constantFrom('exclude', 'half', 'abstain', 'disagree'),
        fc.constantFrom('linear', 'squared', 'nominal'),
        fc.boolean(),
        (votes, absent, distance, countsUncast) => {
          const evidence = evidenceOf(
            votes.map(({ year, series, part, held, weight, stance }, i) => {
              const own = voteOf(year, i, series, held);
              const words: Record<string, string> = { yes: 'support', abstain: 'neutral' };
              const stances = Object.entries(held).map(([code, each]) => [
                code,
                each === 'absent' ? each : (words[each] ?? 'strongly-oppose'),
              ]);
              return {
                ...own,
                weight,
                vote: { ...own.vote, ...(part ? { on: 'paragraph' as const } : {}) },
                ...(stance === 'vote'
                  ? {}
                  : { scale: stance, held: Object.fromEntries(stances) as Held }),
              };
            }),
          );
          const settings: DyadSettings = {
            ...defaultSettings,
            absent,
            distance,
            ...(countsUncast ? { countsUncast } : {}),
          };
          // Salience is nowhere coded: it changes nothing but the way.
          const general = {
            ...settings,
            weighting: { ...settings.weighting, salience: 'mean' as const },
          };
          const part = (isIn: (date: string) => boolean) => ({
            evidence: {
              ...evidence,
              issues: evidence.issues.filter(({ issue }) => isIn(issue.date.from)),
            },
            sides: everySide(evidence),
          });
          const [before, after] = [part((day) => day < '2015'), part((day) => day > '2015')];
          const [fast, slow] = [settings, general].map((each) =>
            sameTextsFinder(before, after, each),
          );
          for (const a of before.sides.keys())
            for (let b = a + 1; b < before.sides.length; b++) {
              const [x, y] = [fast!(a, b), slow!(a, b)];
              expect(x.series).toBe(y.series);
              expect(x.reason).toBe(y.reason);
              for (const key of ['before', 'after', 'difference', 'se'] as const)
                if (x[key] === null) expect(y[key]).toBeNull();
                else expect(x[key]).toBeCloseTo(y[key]!, 12);
            }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('movers of a simulated record', () => {
  const random = uniforms(20);
  const codes = Array.from({ length: 16 }, (_, i) => `C${String.fromCodePoint(65 + i)}X`);
  const ideal = codes.map(() => 2 * random() - 1);
  const texts = Array.from({ length: 40 }, () => 1.6 * random() - 0.8);
  const perPeriod = 3;
  /** The first country crosses the floor between the two periods. */
  const evidence = evidenceOf(
    texts.flatMap((cut, text) =>
      Array.from({ length: 2 * perPeriod }, (_, vote) => {
        const place = (country: number) =>
          ideal[country]! * (country === 0 && vote >= perPeriod ? -1 : 1) + 0.3 * (random() - 0.5);
        const held = codes.map((code, c) => {
          const beyond = place(c) - cut;
          return [code, Math.abs(beyond) < 0.08 ? 'abstain' : beyond > 0 ? 'yes' : 'no'];
        });
        const year = vote < perPeriod ? 2010 + vote : 2015 + vote;
        return voteOf(year, text, `text-${text}`, Object.fromEntries(held) as Held);
      }),
    ),
  );
  const sides = everySide(evidence);
  const test = (isAfter: (issue: (typeof evidence.issues)[number]) => boolean) => {
    const part = (after: boolean) => ({
      evidence: { ...evidence, issues: evidence.issues.filter((each) => isAfter(each) === after) },
      sides,
    });
    return testDyads(part(false), part(true), defaultSettings, 0.05);
  };

  it('are those of the country that moved', () => {
    const tested = test(({ issue }) => issue.date.from > '2015');
    expect(tested).toHaveLength(120);
    const moved = tested.filter((dyad) => dyad.moved);
    expect(moved.length).toBeGreaterThan(4);
    expect(new Set(moved.map(({ a }) => a))).toEqual(new Set([codes[0]]));
  });

  it('are named in at most 10 % of 200 runs with the periods shuffled within each text', () => {
    let named = 0;
    for (let run = 0; run < 200; run++) {
      const after = new Set(
        texts.flatMap((_, text) =>
          evidence.issues
            .filter(({ issue }) => issue.series === `text-${text}`)
            .map((each) => ({ each, at: random() }))
            .sort((x, y) => x.at - y.at)
            .slice(perPeriod)
            .map(({ each }) => each),
        ),
      );
      if (test((each) => after.has(each)).some((dyad) => dyad.moved)) named++;
    }
    expect(named).toBeLessThanOrEqual(20);
  });
});
