import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Term, contributionsOf } from '../../src/analysis/diff/contributions.ts';
import { diffOf } from '../../src/analysis/diff/diff.ts';
import { scoreDyad } from '../../src/analysis/score.ts';
import type { Catalog } from '../../src/catalog/model.ts';
import { UserError } from '../../src/errors.ts';
import { openEditions } from '../../src/question/editions.ts';
import { createLibrary } from '../../src/question/library.ts';
import { openQuestionIn } from '../../src/question/look-up.ts';
import { openAtlas } from '../../src/question/open-library.ts';
import { putQuestion, type SettingsWords } from '../../src/question/question.ts';
import { dyadOf } from '../../src/question/sides.ts';
import { absenceRules, salienceRules, weighingUnits } from '../../src/results/vocabulary.ts';
import { arbitraryCountries, arbitraryIssues } from '../evidence/arbitrary-issues.ts';
import { catalogOf, type IssueSketch } from '../evidence/catalogs.ts';

const atlas = openAtlas();
const edition = (name: string) => ({ name, commit: null, catalogs: [] });
const names = { old: edition('old'), new: edition('new') };

type Words = Parameters<typeof putQuestion>[0];

async function diffCatalogs(old: Catalog, now: Catalog, words: Words = {}, sides: string[] = []) {
  const libraries = [old, now].map((catalog) => createLibrary([catalog], atlas));
  const [before, after] = libraries as [(typeof libraries)[0], (typeof libraries)[0]];
  const question = putQuestion(words, { catalogs: [], sides });
  return diffOf(await openEditions([before, after], question), names);
}

const diff = (
  old: readonly IssueSketch[],
  now: readonly IssueSketch[],
  words?: Words,
  sides?: string[],
) => diffCatalogs(catalogOf(old), catalogOf(now), words, sides);

const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, each) => all + each, 0);

describe('the change of a weighted mean', () => {
  const term = fc.record({
    weight: fc.double({ min: 0.01, max: 9, noNaN: true }),
    value: fc.double({ min: -1, max: 1, noNaN: true }),
  });
  const terms = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 30 }), term), {
      selector: ([id]) => id,
      minLength: 1,
    })
    .map((entries) => new Map<number, Term>(entries));
  const mean = (all: ReadonlyMap<number, Term>) =>
    sum([...all.values()].map(({ weight, value }) => weight * value)) /
    sum([...all.values()].map(({ weight }) => weight));

  it('is the sum of what each issue contributes, with the opposite signs on the way back', () => {
    fc.assert(
      fc.property(terms, terms, (before, after) => {
        const parts = contributionsOf(before, after);
        expect(Math.abs(sum(parts.values()) - (mean(after) - mean(before)))).toBeLessThan(1e-12);
        const back = contributionsOf(after, before);
        for (const [id, part] of parts) expect(Math.abs(part + back.get(id)!)).toBeLessThan(1e-12);
      }),
    );
  });

  it('owes nothing to an issue that stayed what it was', () => {
    fc.assert(
      fc.property(terms, terms, term, (before, after, same) => {
        const parts = contributionsOf(
          new Map([...before, [99, same]]),
          new Map([...after, [99, same]]),
        );
        expect(Math.abs(parts.get(99)!)).toBe(0);
      }),
    );
  });

  it('is what one issue adds where only one is new', () => {
    const old = new Map([['a', { weight: 1, value: 0.5 }]]);
    const now = new Map([...old, ['b', { weight: 1, value: 1 }]]);
    expect(Object.fromEntries(contributionsOf(old, now))).toEqual({ a: 0, b: 0.25 });
  });

  it('is not split where there was nothing', () => {
    expect(contributionsOf(new Map(), new Map([['a', { weight: 1, value: 1 }]])).size).toBe(0);
  });
});

describe('what moved a score', () => {
  const words: fc.Arbitrary<SettingsWords> = fc.record({
    measure: fc.constantFrom('agreement', 'divergence', 'identical', 's'),
    absent: fc.constantFrom(...absenceRules),
    salience: fc.constantFrom(...salienceRules),
    weighBy: fc.constantFrom(...weighingUnits),
    blocPosition: fc.constantFrom('median', 'mean', 'unanimous'),
  });

  it('adds up, in whatever measure and weights, and scores are those of align score', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryIssues, arbitraryIssues, words, async (old, now, asked) => {
        const groups = {
          all: {
            id: 'all',
            title: 'All',
            members: ['CHN', 'IND', 'RUS'].map((country) => ({ country })),
            sources: [],
          },
        };
        const result = await diffCatalogs(
          catalogOf(old, { groups }),
          catalogOf(now, { groups }),
          asked,
          ['usa', 'china', 'all'],
        );
        const opened = await openQuestionIn(
          createLibrary([catalogOf(now, { groups })], atlas),
          putQuestion(asked, { catalogs: [], sides: ['usa', 'china'] }),
        );
        const { alignment } = scoreDyad(opened.evidence, ...dyadOf(opened), opened.settings);
        expect(result.dyads[0]!.after.value).toBe(alignment.value);
        expect(result.dyads).toHaveLength(3);
        for (const { before, after, change, causes } of result.dyads) {
          if (change === null) expect([before.value, after.value]).toContain(null);
          else {
            expect(change).toBe(after.value! - before.value!);
            const added = sum(causes.map(({ contribution }) => contribution));
            expect(Math.abs(added - change)).toBeLessThan(1e-12);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('nothing differs from itself', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryIssues, async (issues) => {
        const { differ, dyads, overall } = await diff(issues, issues);
        expect([differ, dyads, overall?.moved]).toEqual([false, [], 0]);
        const between = await diff(issues, issues, {}, arbitraryCountries);
        for (const { change, causes } of between.dyads)
          expect([change ?? 0, causes]).toEqual([0, []]);
      }),
      { numRuns: 50 },
    );
  });

  const held = { CHN: 'yes', RUS: 'no' };
  const two: IssueSketch[] = [
    { id: 'a', held },
    { id: 'b', held: { CHN: 'yes', RUS: 'yes' } },
  ];

  it('is a position, a weight, an issue, or the weight beside others', async () => {
    const now: IssueSketch[] = [
      { id: 'a', held: { CHN: 'yes', RUS: 'abstain' }, weight: 2 },
      { id: 'c', held },
    ];
    const { dyads } = await diff(two, now, {}, ['china', 'russia']);
    const byIssue = Object.fromEntries(dyads[0]!.causes.map((each) => [each.issue, each.because]));
    expect(byIssue).toEqual({ a: ['position', 'weight'], b: ['issue'], c: ['issue'] });

    const without = await diff(two, [two[0]!, { ...two[1]!, held: { CHN: 'yes' } }], {}, [
      'china',
      'russia',
    ]);
    expect(without.dyads[0]!.causes).toMatchObject([
      { issue: 'b', because: ['position'], after: null, contribution: -0.5 },
    ]);

    const topical = two.map((each) => ({ ...each, topics: [each.id] }));
    const more = { id: 'd', held, topics: ['a'] };
    const shared = await diff(topical, [...topical, more], { weighBy: 'topic' }, [
      'china',
      'russia',
    ]);
    expect(shared.dyads[0]!.causes.map(({ issue, because }) => [issue, because])).toEqual(
      expect.arrayContaining([
        ['a', ['share']],
        ['d', ['issue']],
      ]),
    );
  });

  it('is not told of a measure that is no mean over issues', async () => {
    const now = [two[0]!, { id: 'b', held: { CHN: 'no', RUS: 'yes' } }];
    const result = await diff(two, now, { measure: 'kappa' }, ['china', 'russia']);
    expect(result.decomposes).toBe(false);
    expect(result.dyads[0]).toMatchObject({ causes: [], reason: 'kappa does not decompose' });
  });

  it('a dyad without a score in one edition has no change, and says so', async () => {
    const { dyads } = await diff([{ id: 'a', held: { CHN: 'yes' } }], two, {}, ['china', 'russia']);
    expect(dyads[0]).toMatchObject({
      before: { value: null, n: 0, reason: 'no joint issues' },
      after: { value: 0.5, n: 2 },
      change: null,
      reason: 'no score in the old edition',
    });
  });

  it('without names, of those that moved most, of many issues before of few', async () => {
    const many = Array.from({ length: 5 }, (_, i) => ({
      id: `m${i}`,
      held: { CHN: 'yes', RUS: 'yes' },
    }));
    const few = { id: 'few', held: { USA: 'yes', GBR: 'yes' } };
    const now = [
      { ...many[0]!, held: { CHN: 'yes', RUS: 'abstain' } },
      ...many.slice(1),
      { ...few, held: { USA: 'yes', GBR: 'no' } },
    ];
    const { dyads, overall } = await diff([...many, few], now);
    expect(overall).toEqual({ compared: 2, moved: 2, gained: 0, lost: 0 });
    expect(dyads.map(({ a, b }) => `${a} ${b}`)).toEqual(['CHN RUS', 'GBR USA']);
  });
});

describe('what changed', () => {
  it('goes by ids alone: what has another one was removed and added', async () => {
    const old = [{ id: 'a', held: { CHN: 'yes', RUS: 'no' } }];
    const { issues, positions } = await diff(old, [{ ...old[0]!, id: 'b', title: 'Title of a' }]);
    expect(issues).toMatchObject([
      { change: 'removed', id: 'a', positions: 2, fields: [] },
      { change: 'added', id: 'b', positions: 2, fields: [] },
    ]);
    expect(positions).toEqual([]);
  });

  it('says of positions what is said of them, with the days of several', async () => {
    const one = (held: IssueSketch['held']): IssueSketch[] => [{ id: 'a', scale: 'stance5', held }];
    const { positions } = await diff(
      one({ CHN: 'support', RUS: 'neutral', USA: { stance: 'oppose', confidence: 'low' } }),
      one({
        CHN: [
          { stance: 'neutral', from: '2019-01-01' },
          { stance: 'support', from: '2020-01-01', salience: 'high' },
        ],
        IND: 'oppose',
        USA: { stance: 'oppose', confidence: 'low', note: 'why' },
      }),
    );
    expect(positions.map(({ country, change, fields }) => [country, change, fields])).toEqual([
      [
        'CHN',
        'changed',
        [
          {
            field: 'stance',
            before: 'support',
            after: '2019-01-01 neutral, 2020-01-01 support',
          },
          { field: 'salience', before: null, after: '2020-01-01 high' },
        ],
      ],
      [
        'IND',
        'added',
        [
          { field: 'stance', before: null, after: 'oppose' },
          { field: 'confidence', before: null, after: 'high' },
        ],
      ],
      [
        'RUS',
        'removed',
        [
          { field: 'stance', before: 'neutral', after: null },
          { field: 'confidence', before: 'high', after: null },
        ],
      ],
      ['USA', 'changed', [{ field: 'note', before: null, after: 'why' }]],
    ]);
  });

  it('of a selection that one edition knows nothing of', async () => {
    const held = { CHN: 'yes', RUS: 'no' };
    const old = [{ id: 'a', held, topics: ['land'] }];
    const now = [...old, { id: 'b', held, topics: ['sea'] }];
    const { issues } = await diff(old, now, { topic: ['sea'] });
    expect(issues.map(({ id }) => id)).toEqual(['b']);
    const byIssue = await diff(old, now, { issue: ['b'] }, ['china', 'russia']);
    expect(byIssue.dyads[0]).toMatchObject({ before: { n: 0 }, after: { n: 1 } });
    for (const words of [{ topic: ['sky'] }, { issue: ['c'] }])
      await expect(diff(old, now, words)).rejects.toThrow(UserError);
    await expect(diff(old, now, {}, ['china', 'nowhere'])).rejects.toThrow(/"nowhere"/);
    await expect(diff(old, now, {}, ['china', 'PRC'])).rejects.toThrow(/with itself/);
  });
});
