import { describe, expect, it } from 'vitest';
import { checkClaims } from '../../src/analysis/check.ts';
import { recordBaseline } from '../../src/analysis/check-baseline.ts';
import type { Claim } from '../../src/analysis/claims.ts';
import type { Assertion } from '../../src/policy/load.ts';
import { findMeasure } from '../../src/measures/registry.ts';
import type { Evidence } from '../../src/evidence/evidence.ts';
import { evidenceOf, sidesOf, defaultSettings } from '../evidence/catalogs.ts';
import type { Baseline } from '../../src/policy/baseline.ts';

const held = (votes: string) => {
  const words: Readonly<Record<string, string>> = { Y: 'yes', N: 'no', A: 'abstain', X: 'absent' };
  return Object.fromEntries(
    ['AAA', 'BBB', 'CCC'].flatMap((country, i) => {
      const word = words[votes[i] ?? ''];
      return word === undefined ? [] : [[country, word] as const];
    }),
  );
};

/** Ten votes of three countries: A and B part once by half, A and C always, C was not there at first. */
const evidence = evidenceOf(
  ['YY.', 'YY.', 'YYN', 'YYN', 'YYN', 'YYN', 'YYN', 'YYN', 'YAN', 'XYN'].map((votes, i) => ({
    id: `issue-${i}`,
    held: held(votes),
  })),
);

function claimOf(
  assertion: Partial<Assertion>,
  countries: readonly string[] = ['AAA', 'BBB'],
  on: Evidence = evidence,
): Claim {
  const measure = findMeasure(assertion.measure ?? 'agreement');
  if (!measure) throw new Error('no such measure');
  return {
    assertion: {
      id: 'a',
      quantity: 'score',
      limits: { atLeast: 0.5 },
      measure: measure.id,
      question: {},
      sides: [],
      allowMissing: false,
      place: { file: 'p.yaml', line: 3, column: 5 },
      ...assertion,
    },
    evidence: on,
    sides: sidesOf(on, ...countries),
    settings: {
      ...defaultSettings,
      headline: { measure, distance: 'linear' },
      cluster: 'series',
      undefinedAsZero: false,
    },
  };
}

async function check(claim: Claim, baseline: Baseline = {}) {
  const result = await checkClaims([claim], baseline, { id: 'p', title: null, file: 'p.yaml' });
  const [assertion] = result.assertions;
  if (!assertion) throw new Error('no assertion');
  return { ...assertion, result };
}

// A and B: nine joint issues, eight alike, one half apart.
const agreement = 8.5 / 9;

describe('an assertion on a score', () => {
  it('holds at its limit, and not beyond', async () => {
    expect((await check(claimOf({ limits: { atLeast: agreement } }))).status).toBe('passed');
    expect((await check(claimOf({ limits: { atMost: agreement } }))).status).toBe('passed');
    const failed = await check(claimOf({ limits: { atLeast: agreement + 1e-6 } }));
    expect(failed).toMatchObject({ status: 'failed', passed: false, n: 9 });
    expect(failed.actual).toBeCloseTo(agreement, 12);
    expect(failed.off).toBeCloseTo(1e-6, 12);
    expect((await check(claimOf({ limits: { atLeast: 0, atMost: 0.9 } }))).status).toBe('failed');
  });

  it('is not failed by the last digits of binary fractions', async () => {
    expect(await check(claimOf({ limits: { atLeast: agreement + 1e-12 } }))).toMatchObject({
      status: 'passed',
      off: 0,
    });
  });

  it('carries the interval, the coverage and the place in the policy', async () => {
    const { low, high, level, coverage, line, column } = await check(claimOf({}));
    expect(low).toBeLessThan(agreement);
    expect(high).toBeGreaterThan(agreement);
    expect({ level, line, column }).toEqual({ level: 0.95, line: 3, column: 5 });
    expect(coverage).toEqual({ issues: 10, a: 9, b: 10, joint: 9 });
  });

  it('names the issue without which it would be nearest to the limit', async () => {
    expect((await check(claimOf({ limits: { atLeast: 0.99 } }))).lookAt).toEqual({
      issue: 'issue-8',
      title: 'Title of issue-8',
      without: 1,
    });
    expect((await check(claimOf({ limits: { atMost: 0.1 } }))).lookAt?.without).toBeCloseTo(
      7.5 / 8,
      12,
    );
    expect((await check(claimOf({}))).lookAt).toBeNull();
  });

  it('lacks evidence where nothing is joint, unless that is allowed', async () => {
    const missing = await check(claimOf({}, ['AAA', 'DDD']));
    expect(missing).toMatchObject({
      status: 'missing',
      passed: false,
      actual: null,
      reason: 'no joint issue',
      off: null,
    });
    expect(missing.result).toMatchObject({ passed: 0, failed: 1, missing: 1, skipped: 0 });
    const skipped = await check(claimOf({ allowMissing: true }, ['AAA', 'DDD']));
    expect(skipped).toMatchObject({ status: 'skipped', passed: true });
    expect(skipped.result).toMatchObject({ passed: 1, failed: 0, missing: 0, skipped: 1 });
  });

  it('lacks evidence where the measure is undefined', async () => {
    const same = evidenceOf([{ id: 'i', held: held('YY') }]);
    expect((await check(claimOf({ measure: 'kappa' }, ['AAA', 'BBB'], same))).status).toBe(
      'missing',
    );
  });
});

describe('an assertion on coverage', () => {
  it('counts joint issues, and none is a count too', async () => {
    const coverage = (atLeast: number, countries?: string[]) =>
      check(claimOf({ quantity: 'coverage', limits: { atLeast } }, countries));
    expect(await coverage(9)).toMatchObject({ status: 'passed', actual: 9 });
    expect(await coverage(10)).toMatchObject({ status: 'failed', actual: 9, off: 1, lookAt: null });
    expect(await coverage(1, ['AAA', 'DDD'])).toMatchObject({ status: 'failed', actual: 0 });
  });
});

describe('an assertion on several', () => {
  const all = ['AAA', 'BBB', 'CCC'];

  it('holds for every dyad or fails on the worst', async () => {
    const failed = await check(claimOf({ limits: { atLeast: 0.5 } }, all));
    expect(failed).toMatchObject({ status: 'failed', actual: 0 });
    expect(failed.decidedBy?.map(({ code }) => code)).toEqual(['AAA', 'CCC']);
    expect(failed.dyads.map(({ passed }) => passed)).toEqual([true, false, false]);
    expect((await check(claimOf({ limits: { atLeast: 0 } }, all))).status).toBe('passed');
  });

  it('reports the dyad nearest to the limit when all hold', async () => {
    const passed = await check(claimOf({ limits: { atMost: 0.99 } }, all));
    expect(passed.status).toBe('passed');
    expect(passed.actual).toBeCloseTo(agreement, 12);
  });

  it('fails on one dyad even where another lacks evidence', async () => {
    expect((await check(claimOf({ limits: { atLeast: 0.5 } }, [...all, 'DDD']))).status).toBe(
      'failed',
    );
  });

  it('lacks evidence if one dyad does, and leaves it out if that is allowed', async () => {
    const limits = { atLeast: 0 };
    const missing = await check(claimOf({ limits }, [...all, 'DDD']));
    expect(missing.status).toBe('missing');
    expect(missing.decidedBy?.map(({ code }) => code)).toEqual(['AAA', 'DDD']);
    const allowed = await check(claimOf({ limits, allowMissing: true }, [...all, 'DDD']));
    expect(allowed).toMatchObject({ status: 'passed', actual: 0 });
    expect(allowed.dyads.filter(({ passed }) => passed === null)).toHaveLength(3);
  });
});

describe('an assertion on change', () => {
  const steady = (limit: number, on = evidence, countries = ['AAA', 'BBB']) =>
    claimOf({ quantity: 'change', limits: { atMost: limit } }, countries, on);
  /** One more vote on which A and B are opposed. */
  const later = evidenceOf([
    ...evidence.issues.map(({ issue }) => ({
      id: issue.id,
      held: held(
        ['AAA', 'BBB', 'CCC']
          .map((c) => ['N', 'A', 'Y'][issue.positions[c]?.[0]?.category ?? -1] ?? '.')
          .join(''),
      ),
    })),
    { id: 'new', held: held('YN') },
  ]);

  it('measures from what was recorded, up or down', async () => {
    const baseline = recordBaseline([steady(0)]);
    expect(await check(steady(0), baseline)).toMatchObject({ status: 'passed', actual: 0 });
    const fell = await check(steady(0.05, later), baseline);
    expect(fell.actual).toBeCloseTo(agreement - 8.5 / 10, 12);
    expect(fell).toMatchObject({ status: 'failed', since: { causes: [{ issue: 'new' }] } });
    const rose = await check(steady(0.05), recordBaseline([steady(0, later)]));
    expect(rose.actual).toBeCloseTo(agreement - 8.5 / 10, 12);
    expect(rose.status).toBe('failed');
    expect(rose.baseline).toMatchObject({ n: 10 });
  });

  it('does not matter which country is named first', async () => {
    const baseline = recordBaseline([steady(0)]);
    expect((await check(steady(0, evidence, ['BBB', 'AAA']), baseline)).status).toBe('passed');
  });

  it('lacks evidence without a record, or with one of another question', async () => {
    expect(await check(steady(1))).toMatchObject({ status: 'missing', actual: null });
    const baseline = recordBaseline([steady(0)]);
    const other = {
      ...steady(1),
      assertion: { ...steady(1).assertion, question: { from: '2015' } },
    };
    expect(await check(other, baseline)).toMatchObject({
      status: 'missing',
      reason: 'the baseline was recorded for another measure or selection',
    });
  });

  it('is recorded, as scores are, and only where there is one', async () => {
    expect(recordBaseline([claimOf({ quantity: 'coverage' })])).toEqual({});
    expect(recordBaseline([claimOf({})])['a']?.dyads['AAA-BBB']?.value).toBe(agreement);
    const { a } = recordBaseline([steady(0, evidence, ['AAA', 'BBB', 'DDD'])]);
    expect(Object.keys(a?.dyads ?? {})).toEqual(['AAA-BBB']);
  });
});
