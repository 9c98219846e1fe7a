import { describe, expect, it } from 'vitest';
import { toCsv } from '../../src/render/kit/csv.ts';
import { measures } from '../../src/measures/registry.ts';
import { evidenceOf, type IssueSketch } from '../evidence/catalogs.ts';
import { choose, scoreOf } from './scores.ts';

const both = (CHN: string, RUS = CHN) => ({ CHN, RUS });
const repeat = (n: number, sketch: (i: number) => Omit<IssueSketch, 'id'>): IssueSketch[] =>
  Array.from({ length: n }, (_, i) => ({ id: `i-${i}`, ...sketch(i) }));

const same = 'no variation: both always take one and the same position';
const corrected = ['kappa', 'pi'];

function measured(issues: readonly IssueSketch[], absent: 'exclude' | 'half' = 'exclude') {
  const result = scoreOf(evidenceOf(issues), 'CHN', 'RUS', { absent });
  return {
    result,
    of: (id: string) => result.measures.find((measure) => measure.id === id)!,
  };
}

describe('no joint issue', () => {
  it.each<[string, IssueSketch[]]>([
    ['no issue at all', []],
    [
      'issues of one side each',
      [
        { id: 'a', held: { CHN: 'yes' } },
        { id: 'b', held: { RUS: 'no' } },
      ],
    ],
    ['all absent', repeat(6, () => ({ held: both('absent') }))],
    ['one side always absent', repeat(6, () => ({ held: both('yes', 'absent') }))],
  ])('%s: no coefficient, each with the reason', (_, issues) => {
    const { result } = measured(issues);
    for (const { id, value, low, high, reason, n } of result.measures)
      expect({ id, value, low, high, reason, n }).toEqual({
        id,
        value: null,
        low: null,
        high: null,
        reason: 'no joint issues',
        n: 0,
      });
    expect(result.alignment).toMatchObject({ value: null, low: null, reason: 'no joint issues' });
    expect(result.divergence).toMatchObject({ value: null, reason: 'no joint issues' });
    expect(result.verdict.band).toBe('thin-evidence');
    expect(result.percentile).toMatchObject({ value: null, dyads: 0, reason: 'no joint issues' });
    expect(result.topics).toEqual([]);
    expect(result.issues).toEqual([]);
    expect(result.depth).toMatchObject({
      coordination: null,
      liabilityGap: null,
      stakeAsymmetry: null,
      reason: 'no joint issues; no joint issue has both saliences coded',
    });
    expect(result.sensitivity.leaveOneOut).toMatchObject({
      min: null,
      max: null,
      most: null,
      reason: 'fewer than 2 joint issues',
    });
    expect(result.sensitivity.absent.exclude).toBeNull();
    expect(result.sensitivity.absentReason).toBe('no joint issues');
  });

  it('one side always absent: half a credit, and no chance to correct for', () => {
    const { result, of } = measured(
      repeat(6, () => ({ held: both('yes', 'absent') })),
      'half',
    );
    expect(result.alignment).toMatchObject({ value: 0.5, n: 6, clusters: 6 });
    expect(of('identical').value).toBe(0);
    for (const id of [...corrected, 'ac', 'bp', 'tau-b', 'alignment-index'])
      expect(of(id)).toMatchObject({ value: null, reason: expect.stringMatching(/unknown$/) });
  });
});

describe('one joint issue', () => {
  const { result, of } = measured([{ id: 'only', held: both('yes', 'no') }]);

  it('is scored, without interval and verdict', () => {
    expect(result.alignment).toMatchObject({
      value: 0,
      low: null,
      high: null,
      reason: 'no interval: fewer than 5 joint issues',
    });
    expect(result.verdict.band).toBe('thin-evidence');
    expect(result.sensitivity.leaveOneOut).toMatchObject({
      most: null,
      reason: 'fewer than 2 joint issues',
    });
  });

  it('has no association', () => {
    expect(of('tau-b')).toMatchObject({
      value: null,
      reason: 'no variation: neither country ever changes its position',
    });
    // Constant and different: all the disagreement that their habits would give.
    expect(of('kappa').value).toBe(0);
  });
});

describe('no variation', () => {
  const { result, of } = measured(repeat(6, () => ({ held: both('yes') })));

  it('is full agreement, and nothing to correct for chance', () => {
    expect(result.alignment).toMatchObject({ value: 1, high: 1 });
    // Wilson's lower end for 6 of 6.
    expect(result.alignment.low).toBeCloseTo(0.6097, 4);
    for (const id of corrected)
      expect(of(id)).toMatchObject({ value: null, low: null, high: null, reason: same });
    expect(of('tau-b').reason).toBe('no variation: neither country ever changes its position');
    // These have their chance from the scale, or need none.
    expect(of('ac').value).toBe(1);
    expect(of('bp').value).toBe(1);
    expect(of('alignment-index').value).toBe(0);
  });

  it('as the headline has no sensitivity, with the reason', () => {
    const issues = repeat(6, () => ({ held: both('yes') }));
    const score = scoreOf(evidenceOf(issues), 'CHN', 'RUS', { headline: choose('kappa') });
    expect(score.alignment).toMatchObject({ value: null, reason: same });
    expect(score.sensitivity.leaveOneOut).toMatchObject({
      most: null,
      reason: 'the score is undefined',
    });
    expect(score.sensitivity.absentReason).toBe(same);
    expect(score.topics).toEqual([expect.objectContaining({ value: null, reason: same })]);
    expect(score.verdict.band).toBe('consistently-aligned');
  });

  it('in Häge’s files is 0, and says so', () => {
    const issues = repeat(6, () => ({ held: both('yes') }));
    const score = scoreOf(evidenceOf(issues), 'CHN', 'RUS', {
      headline: choose('pi', 'squared'),
      undefinedAsZero: true,
    });
    expect(score.alignment).toMatchObject({ value: 0, reason: `undefined (${same}), set to 0` });
    const none = scoreOf(evidenceOf([]), 'CHN', 'RUS', {
      headline: choose('pi', 'squared'),
      undefinedAsZero: true,
    });
    expect(none.alignment).toMatchObject({ value: null, reason: 'no joint issues' });
  });
});

describe('a scale of a single category', () => {
  const issues = repeat(6, () => ({ scale: 'only', labels: ['here'], held: both('here') }));
  const { result, of } = measured(issues);

  it('has nothing to disagree on', () => {
    expect(result.alignment.value).toBe(1);
    expect(result.issues[0]).toMatchObject({ values: [0, 0], distance: 0, depth: 'neither' });
    for (const id of corrected) expect(of(id)).toMatchObject({ value: null, reason: same });
    for (const id of ['ac', 'bp'])
      expect(of(id)).toMatchObject({
        value: null,
        reason: 'no variation: the scale has a single category',
      });
    expect(of('tau-b').value).toBeNull();
  });
});

it('every measure that has no value has a reason, and no bounds', () => {
  const cases = [
    [],
    [{ id: 'a', held: both('yes') }],
    repeat(7, () => ({ held: both('no') })),
    repeat(7, (i) => ({ held: both(i < 6 ? 'no' : 'yes') })),
    repeat(7, () => ({ scale: 'only', labels: ['here'], held: both('here') })),
  ];
  let without = 0;
  for (const issues of cases)
    for (const headline of measures) {
      const score = scoreOf(evidenceOf(issues), 'CHN', 'RUS', {
        headline: { measure: headline, distance: 'linear' },
      });
      for (const estimate of [score.alignment, ...score.measures, ...score.topics]) {
        if (estimate.value !== null && estimate.low !== null) continue;
        without++;
        expect(estimate.reason).toEqual(expect.stringMatching(/.{9}/));
        expect(estimate.high).toBeNull();
        if (estimate.value === null) expect(estimate.low).toBeNull();
      }
    }
  expect(without).toBeGreaterThan(100);
});

it('null is an empty cell', () => {
  expect(toCsv({ a: () => null, b: () => 0 }, [null], { bom: false })).toBe('a,b\r\n,0\r\n');
});
