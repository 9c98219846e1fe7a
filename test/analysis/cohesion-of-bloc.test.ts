import { expect, it } from 'vitest';
import { cohesionOf } from '../../src/analysis/cohesion-of-bloc.ts';
import { blocSide } from '../../src/evidence/side.ts';
import { scoreDyad } from '../../src/analysis/score.ts';
import { evidenceOf, type IssueSketch, sidesOf } from '../evidence/catalogs.ts';
import { scoreOf, scoreSettings } from './scores.ts';

const members = ['AAA', 'BBB', 'CCC', 'DDD'];
const bloc = { code: 'b', name: 'Bloc', members };

function held(...labels: readonly (string | undefined)[]): IssueSketch['held'] {
  return Object.fromEntries(labels.flatMap((label, m) => (label ? [[members[m]!, label]] : [])));
}

/*
 *          AAA  BBB  CCC  DDD   AI                   Rice    Attinà
 *   one    yes  yes  yes  no    (3 - 1/2) / 4        2 / 4   2 / 4
 *   two    no   no   abs  .     (2 - 1/2) / 3        1       1 / 3
 *   three  abs  abs  .    .     1                    none    1
 *   four   yes  X    .    .     one member: left out
 */
const issues: IssueSketch[] = [
  { id: 'one', held: held('yes', 'yes', 'yes', 'no') },
  { id: 'two', held: held('no', 'no', 'abstain') },
  { id: 'three', held: held('abstain', 'abstain') },
  { id: 'four', held: held('yes', 'absent') },
  { id: 'five', scale: 'stance5', held: held('support', 'neutral', 'support', 'support') },
  { id: 'six', scale: 'stance5', held: held('oppose', 'oppose') },
];

it('is the mean of the indices over votes, and alpha on each scale', () => {
  const result = cohesionOf(evidenceOf(issues), bloc);
  expect(result).toMatchObject({ code: 'b', name: 'Bloc', members: 4, issues: 5 });
  expect(result.votes).toEqual({
    issues: 3,
    agreementIndex: expect.closeTo((2.5 / 4 + 1.5 / 3 + 1) / 3, 12),
    rice: expect.closeTo((0.5 + 1) / 2, 12),
    attina: expect.closeTo((0.5 + 1 / 3 + 1) / 3, 12),
  });
  expect(result.scales.map(({ scale, issues: n }) => [scale, n])).toEqual([
    ['stance5', 2],
    ['vote', 3],
  ]);
  /*
   * stance5, six values: + 3, 0 1, - 2. Coincidences of different values: + and 0, ordered, 3 / 3 each
   * way. Nominal: Do = 2 / 6, De = (36 - 9 - 1 - 4) / 30, alpha = 1 - (1/3) / (22/30).
   * Interval: Do = 2 x .25 / 6; De = 2 (3 x 1 x .25 + 3 x 2 x 1 + 1 x 2 x .25) / 30.
   */
  expect(result.scales[0]!.nominal).toBeCloseTo(1 - 1 / 3 / (22 / 30), 12);
  expect(result.scales[0]!.interval).toBeCloseTo(1 - 0.5 / 6 / (14.5 / 30), 12);
  // Ordinal: ranks apart, from values in order - (2), 0 (1), + (3): 1.5, 2, 3.5.
  const [a, b, c] = [1.5 ** 2, 2 ** 2, 3.5 ** 2];
  expect(result.scales[0]!.ordinal).toBeCloseTo(
    1 - (2 * b) / 6 / ((2 * (2 * a + 3 * b + 6 * c)) / 30),
    12,
  );
});

it('of members always alike is full, and has no alpha', () => {
  const result = cohesionOf(evidenceOf([{ id: 'i', held: held('yes', 'yes', 'yes') }]), bloc);
  expect(result.votes).toEqual({ issues: 1, agreementIndex: 1, rice: 1, attina: 1 });
  expect(result.scales).toEqual([
    {
      scale: 'vote',
      issues: 1,
      nominal: null,
      ordinal: null,
      interval: null,
      reason: 'no variation: every position is the same',
    },
  ]);
});

it('without votes, or without a yes or no among them, says so', () => {
  expect(cohesionOf(evidenceOf([]), bloc)).toEqual({
    code: 'b',
    name: 'Bloc',
    members: 4,
    issues: 0,
    votes: {
      issues: 0,
      agreementIndex: null,
      rice: null,
      attina: null,
      reason: 'no vote with at least half of the members',
    },
    scales: [],
  });
  const abstained = cohesionOf(evidenceOf([{ id: 'i', held: held('abstain', 'abstain') }]), bloc);
  expect(abstained.votes).toMatchObject({
    agreementIndex: 1,
    rice: null,
    reason: 'nobody voted yes or no',
  });
});

it('is in the score of a bloc, for each bloc, and in no other', () => {
  const evidence = evidenceOf(issues);
  const sides = [
    blocSide(evidence, bloc, 'median'),
    blocSide(evidence, { code: 'c', name: 'C', members: ['AAA', 'BBB'] }, 'mean'),
  ] as const;
  const [country] = sidesOf(evidence, 'DDD');
  const codes = (score: ReturnType<typeof scoreDyad>) => score.cohesion?.map(({ code }) => code);
  expect(codes(scoreDyad(evidence, ...sides, scoreSettings()))).toEqual(['b', 'c']);
  expect(codes(scoreDyad(evidence, country!, sides[1], scoreSettings()))).toEqual(['c']);
  expect(scoreOf(evidence, 'AAA', 'BBB')).not.toHaveProperty('cohesion');
});
