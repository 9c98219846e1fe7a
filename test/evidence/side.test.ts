import { describe, expect, it } from 'vitest';
import { blocSide, countrySide } from '../../src/evidence/side.ts';
import type { BlocPosition } from '../../src/results/vocabulary.ts';
import { evidenceOf } from './catalogs.ts';

const members = ['AAA', 'BBB', 'CCC', 'DDD'];

/** What a bloc of AAA to DDD holds on one issue of these labels; a gap is no position. */
function blocPosition(
  labels: readonly string[],
  held: readonly (string | undefined)[],
  rule: BlocPosition,
  neutral?: string,
) {
  const evidence = evidenceOf([
    {
      id: 'i',
      scale: 'own',
      labels,
      ...(neutral === undefined ? {} : { neutral }),
      held: Object.fromEntries(held.flatMap((label, m) => (label ? [[members[m]!, label]] : []))),
    },
  ]);
  const bloc = { code: 'bloc', name: 'Bloc', members: members.slice(0, held.length) };
  const { categories, means } = blocSide(evidence, bloc, rule);
  return { label: labels[categories[0]!] ?? 'missing', mean: means?.[0] };
}

const vote = ['no', 'abstain', 'yes'];
const stance5 = ['--', '-', '0', '+', '++'];
const four = ['never', 'hardly', 'rather', 'always'];

describe('the median position', () => {
  it.each([
    [vote, ['no', 'no', 'yes'], 'no'],
    [vote, ['yes', 'no', 'yes'], 'yes'],
    [vote, ['yes', 'abstain', 'no'], 'abstain'],
    // Between two middle members: halfway, and towards neutral where there is no category halfway.
    [vote, ['no', 'yes'], 'abstain'],
    [vote, ['no', 'abstain'], 'abstain'],
    [vote, ['abstain', 'yes'], 'abstain'],
    [vote, ['no', 'no', 'yes', 'yes'], 'abstain'],
    [stance5, ['--', '+'], '0'],
    [stance5, ['-', '++'], '0'],
    [stance5, ['--', '-'], '-'],
    [stance5, ['+', '++'], '+'],
    [stance5, ['--', '0'], '-'],
    // A scale without neutral has no place halfway between its sides.
    [four, ['hardly', 'rather'], 'missing'],
    [four, ['never', 'always'], 'missing'],
    [four, ['never', 'rather'], 'hardly'],
    [four, ['never', 'hardly'], 'hardly'],
    [four, ['rather', 'always'], 'rather'],
  ])('on %j of %j is %s', (labels, held, expected) => {
    expect(blocPosition(labels, held, 'median').label).toBe(expected);
    // Read from its other end the scale gives the same answer.
    const turn = (label: string) => labels.at(-1 - labels.indexOf(label))!;
    expect(blocPosition(labels, held.map(turn), 'median').label).toBe(
      expected === 'missing' ? expected : turn(expected),
    );
  });
});

describe('the median position where a scale names its neutral label, or none', () => {
  it.each([
    [stance5, '-', ['-', '0'], '-'],
    [stance5, '-', ['--', '-'], '-'],
    [stance5, '-', ['--', '0'], '-'],
    [stance5, '-', ['0', '+'], '0'],
    [four, 'never', ['hardly', 'rather'], 'hardly'],
    [four, 'hardly', ['rather', 'always'], 'rather'],
    [stance5, 'none', ['--', '0'], '-'],
    [stance5, 'none', ['0', '+'], 'missing'],
    [stance5, 'none', ['+', '+', '--'], '+'],
  ])('on %j, %s, of %j is %s', (labels, neutral, held, expected) => {
    expect(blocPosition(labels, held, 'median', neutral).label).toBe(expected);
  });
});

describe('the unanimous position', () => {
  it.each([
    [['no', 'no', 'no'], 'no'],
    [['no', 'no', 'abstain'], 'missing'],
    [['abstain', undefined], 'abstain'],
  ])('of %j is %s', (held, expected) => {
    expect(blocPosition(vote, held, 'unanimous')).toEqual({ label: expected, mean: undefined });
  });
});

describe('the mean position', () => {
  it.each([
    [vote, ['no', 'no', 'yes', 'yes'], 0],
    [vote, ['no', 'no', 'no', 'yes'], -0.5],
    [stance5, ['+', '++', '++'], (0.5 + 1 + 1) / 3],
    [four, ['hardly', 'rather'], 0],
  ])('on %j of %j is %d', (labels, held, mean) => {
    expect(blocPosition(labels, held, 'mean').mean).toBeCloseTo(mean, 12);
  });

  it('stands at the nearest category, so that it is known there', () => {
    expect(blocPosition(vote, ['no', 'no', 'no', 'yes'], 'mean').label).not.toBe('missing');
    expect(blocPosition(stance5, ['--', '++', '++', '++'], 'mean')).toEqual({
      label: '+',
      mean: 0.5,
    });
    expect(blocPosition(four, ['hardly', 'rather'], 'mean').label).not.toBe('missing');
  });
});

describe.each(['median', 'mean', 'unanimous'] as const)('by %s', (rule) => {
  it('at least half of the members need a position', () => {
    expect(blocPosition(vote, ['no', 'no', undefined, undefined], rule).label).toBe('no');
    expect(blocPosition(vote, ['no', undefined, undefined], rule).label).toBe('missing');
    expect(blocPosition(vote, ['no', undefined, undefined, undefined], rule).label).toBe('missing');
    expect(blocPosition(vote, [undefined, undefined], rule).label).toBe('missing');
  });

  it('absent members have none', () => {
    const evidence = evidenceOf([{ id: 'i', held: { AAA: 'no', BBB: 'absent', CCC: 'absent' } }]);
    const of = (...codes: string[]) =>
      blocSide(evidence, { code: 'b', name: 'B', members: codes }, rule).categories[0];
    expect(of('AAA', 'BBB')).toBe(0);
    expect(of('AAA', 'BBB', 'CCC')).toBe(-1);
  });
});

it('members are sorted, and only the mean carries positions between categories', () => {
  const evidence = evidenceOf([{ id: 'i', held: { AAA: 'no' } }]);
  const bloc = { code: 'b', name: 'B', members: ['BBB', 'AAA'] };
  expect(blocSide(evidence, bloc, 'median')).toEqual({
    code: 'b',
    name: 'B',
    members: ['AAA', 'BBB'],
    categories: Int8Array.of(0),
  });
  expect(blocSide(evidence, bloc, 'mean').means).toEqual(Float64Array.of(-1));
});

it('a country that no issue mentions has only missing positions', () => {
  const evidence = evidenceOf([
    { id: 'i', held: { AAA: 'no' } },
    { id: 'j', held: { AAA: 'no' } },
  ]);
  expect(countrySide(evidence, 'ZZZ', 'Z')).toEqual({
    code: 'ZZZ',
    name: 'Z',
    members: [],
    categories: Int8Array.of(-1, -1),
  });
  expect([...countrySide(evidence, 'AAA', 'A').categories]).toEqual([0, 0]);
});

describe('a historic state', () => {
  const issues = [
    { id: 'before', date: '1922-12-29' },
    { id: 'first', date: '1922-12-30' },
    { id: 'last', date: '1991-12-25' },
    { id: 'across', date: ['1991-12-01', '1991-12-26'] as const },
    { id: 'after', date: '1992-01-01' },
  ].map((issue) => Object.assign({ held: { HEIR: 'no', OTHER: 'yes' } }, issue));
  const existed = { from: '1922-12-30', to: '1991-12-25' };
  const positions = (
    ...[by, span]: [string[], typeof existed | { to?: string; from?: string }]
  ) => {
    const evidence = evidenceOf(issues);
    const side = countrySide(evidence, 'OLD', 'Old', { by, existed: span });
    expect(side).toMatchObject({ code: 'OLD', name: 'Old', members: [] });
    return Object.fromEntries(
      evidence.issues.map(({ issue, index }) => [issue.id, side.categories[index]]),
    );
  };

  it('has the positions of the state that continued it, on issues of its time', () => {
    expect(positions(['HEIR'], existed)).toEqual({
      before: -1,
      first: 0,
      last: 0,
      across: -1,
      after: -1,
    });
  });

  it('of the first of its heirs that has any', () => {
    expect(positions(['NONE', 'OTHER', 'HEIR'], existed)).toMatchObject({ first: 2, last: 2 });
    expect(positions(['NONE'], existed)).toMatchObject({ first: -1, last: -1 });
  });

  it('without a first or last day', () => {
    expect(positions(['HEIR'], {})).toMatchObject({ before: 0, across: 0, after: 0 });
    expect(positions(['HEIR'], { from: '1991-12-25' })).toMatchObject({ first: -1, after: 0 });
  });

  it('has its own positions where there are any', () => {
    const evidence = evidenceOf(issues);
    const { categories } = countrySide(evidence, 'OTHER', 'Other', { by: ['HEIR'], existed });
    expect([...categories]).toEqual([2, 2, 2, 2, 2]);
  });
});
