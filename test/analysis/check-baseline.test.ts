import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkClaims } from '../../src/analysis/check.ts';
import { changedSince, recordBaseline, recordedOf } from '../../src/analysis/check-baseline.ts';
import { type Claim, everyDyad, scoreOf } from '../../src/analysis/claims.ts';
import { formatBaseline, parseBaseline } from '../../src/policy/baseline.ts';
import { createLibrary } from '../../src/question/library.ts';
import { openQuestionIn } from '../../src/question/look-up.ts';
import { openAtlas } from '../../src/question/open-library.ts';
import { putQuestion, type SettingsWords } from '../../src/question/question.ts';
import { absenceRules, salienceRules, weighingUnits } from '../../src/results/vocabulary.ts';
import { arbitraryIssues } from '../evidence/arbitrary-issues.ts';
import { catalogOf, type IssueSketch } from '../evidence/catalogs.ts';

const atlas = openAtlas();
const groups = {
  all: {
    id: 'all',
    title: 'All',
    members: ['CHN', 'IND', 'RUS'].map((country) => ({ country })),
    sources: [],
  },
};

async function claimOn(
  issues: readonly IssueSketch[],
  words: SettingsWords = {},
  sides: readonly string[] = ['usa', 'china', 'all'],
): Promise<Claim> {
  const library = createLibrary([catalogOf(issues, { groups })], atlas);
  const opened = await openQuestionIn(library, putQuestion(words, { catalogs: [], sides }));
  return {
    ...opened,
    assertion: {
      id: 'a',
      quantity: 'change',
      limits: { atMost: 0 },
      measure: opened.settings.headline.measure.id,
      question: {},
      sides,
      allowMissing: false,
      place: { file: 'p.yaml', line: 1, column: 1 },
    },
  };
}

/** A baseline after it was written to a file and read again. */
const kept = (claim: Claim) => parseBaseline(formatBaseline(recordBaseline([claim]), []), 'b.json');

const words: fc.Arbitrary<SettingsWords> = fc.oneof(
  fc.record({
    measure: fc.constantFrom('agreement', 'divergence', 'identical', 's', 'kappa', 'cosine'),
    absent: fc.constantFrom(...absenceRules),
    salience: fc.constantFrom(...salienceRules),
    weighBy: fc.constantFrom(...weighingUnits),
    blocPosition: fc.constantFrom('median', 'mean', 'unanimous'),
  }),
  fc.record({
    convention: fc.constantFrom('publicwhip', 'state-2013', 'state-2022', 'cosine', 'haege'),
  }),
);

describe('what moved a score since it was recorded', () => {
  it('adds up, whatever is measured and weighed, and what stayed the same is no cause', async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryIssues, arbitraryIssues, words, async (old, now, asked) => {
        const [then, later] = [await claimOn(old, asked), await claimOn(now, asked)];
        for (const [claim, isSame] of [
          [then, true],
          [later, false],
        ] as const)
          for (const dyad of everyDyad(claim)) {
            const recorded = recordedOf(claim.assertion, kept(then)['a'], dyad);
            const { value } = scoreOf(claim, dyad);
            if (typeof recorded === 'string' || value === null) continue;
            const { change, causes, reason } = changedSince(claim, dyad, value, recorded);
            expect(reason).toBeUndefined();
            if (isSame) expect(causes).toEqual([]);
            const parts = causes.map(({ contribution }) => contribution);
            if (parts.includes(null) || claim.settings.headline.measure.perIssue === null) continue;
            told += causes.length;
            const added = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
            expect(Math.abs(added - change)).toBeLessThan(1e-9);
          }
      }),
      { numRuns: 200 },
    );
    expect(told).toBeGreaterThan(100);
  });

  const old: IssueSketch[] = [
    { id: 'a', held: { CHN: 'yes', USA: 'no' } },
    { id: 'b', held: { CHN: 'yes', USA: 'yes' } },
    { id: 'c', held: { CHN: 'yes' } },
    { id: 'gone', held: { CHN: 'no', USA: 'no' } },
  ];
  const now: IssueSketch[] = [
    { id: 'a', held: { CHN: 'yes', USA: 'abstain' }, weight: 2 },
    old[1]!,
    { id: 'c', held: { CHN: 'yes', USA: 'no' } },
    { id: 'new', held: { CHN: 'yes', USA: 'no' } },
  ];
  const pair = ['china', 'usa'];

  it('is told by issue: which position, weight or issue is another one', async () => {
    const baseline = kept(await claimOn(old, {}, pair));
    const { assertions } = await checkClaims([await claimOn(now, {}, pair)], baseline, {
      id: 'p',
      title: null,
      file: 'p.yaml',
    });
    const { since, lookAt } = assertions[0]!;
    expect(lookAt).toBeNull();
    expect([since?.before.toFixed(9), since?.n]).toEqual(['0.666666667', 3]);
    expect(Object.fromEntries(since!.causes.map(({ issue, because }) => [issue, because]))).toEqual(
      { a: ['position', 'weight'], c: ['position'], gone: ['issue'], new: ['issue'] },
    );
    expect(since!.causes.find(({ issue }) => issue === 'a')).toMatchObject({
      before: { positions: ['yes', 'no'], weight: 1 },
      after: { positions: ['yes', 'abstain'], weight: 2 },
    });
  });

  it('has no contributions under a measure that is no mean over issues', async () => {
    const asked = { measure: 'kappa' };
    const baseline = kept(await claimOn(old, asked, pair));
    const claim = await claimOn(
      [...now, { id: 'd', held: { CHN: 'no', USA: 'yes' } }],
      asked,
      pair,
    );
    const [dyad] = everyDyad(claim);
    const recorded = recordedOf(claim.assertion, baseline['a'], dyad!);
    if (typeof recorded === 'string') throw new Error(recorded);
    const { causes } = changedSince(claim, dyad!, 0, recorded);
    expect(causes.map(({ issue, contribution }) => [issue, contribution])).toEqual(
      ['a', 'c', 'd', 'gone', 'new'].map((issue) => [issue, null]),
    );
  });

  it('is not told of a baseline without positions, nor of one whose score is another', async () => {
    const claim = await claimOn(now, {}, pair);
    const baseline = kept(await claimOn(old, {}, pair));
    const { evidence: _, ...bare } = baseline['a']!;
    const reasonOf = async (a: typeof bare) => {
      const about = { id: 'p', title: null, file: 'p.yaml' };
      const { assertions } = await checkClaims([claim], { a }, about);
      expect(assertions[0]!.status).toBe('failed');
      expect(assertions[0]!.lookAt).not.toBeNull();
      return assertions[0]!.since?.reason;
    };
    expect(await reasonOf(bare)).toBe('the baseline has no positions');
    const other = { ...baseline['a']!, dyads: { 'CHN-USA': { value: 0.9, n: 3 } } };
    expect(await reasonOf(other)).toBe('the recorded score is not that of its positions');
  });
});
