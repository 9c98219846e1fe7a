import { describe, expect, it } from 'vitest';
import { evidenceOf, type IssueSketch } from '../evidence/catalogs.ts';
import { choose, scoreOf, scoreSettings } from './scores.ts';
import type { ScoreSettings } from '../../src/analysis/score.ts';

const votes = (...rows: readonly (readonly string[])[]): IssueSketch[] =>
  rows.map((row, i) => ({
    id: `i-${i}`,
    weight: 1 + (i % 3) * 0.1,
    held: Object.fromEntries(
      row.flatMap((vote, c) => (vote === '' ? [] : [[['AAA', 'BBB', 'CCC', 'DDD'][c]!, vote]])),
    ),
  }));

const rank = (issues: readonly IssueSketch[], settings: Partial<ScoreSettings> = {}) =>
  scoreOf(evidenceOf(issues), 'AAA', 'BBB', settings).percentile;

const no = 'no';
const abs = 'abstain';
const yes = 'yes';

describe('the rank among other dyads', () => {
  it('is the share that score lower; equal ones are not lower', () => {
    // AAA-BBB agree; so do CCC-DDD; the other four are opposed.
    expect(rank(votes([yes, yes, no, no], [no, no, yes, yes]))).toMatchObject({
      value: 4 / 5,
      dyads: 5,
    });
    expect(rank(votes([yes, yes, yes, yes]))).toMatchObject({ value: 0, dyads: 5 });
  });

  it('counts undefined coefficients as 0 where a convention does', () => {
    // AAA and BBB always agree: kappa is undefined between them.
    const alone = votes([yes, yes], [yes, yes], [yes, yes]);
    const settings = { headline: choose('kappa'), undefinedAsZero: true };
    expect(rank(alone, settings)).toMatchObject({ value: null, dyads: 0 });
    const four = votes([yes, yes, no, yes], [yes, yes, yes, no], [yes, yes, no, no]);
    expect(rank(four, settings)).toMatchObject({ dyads: 5 });
  });

  it('of a divergence counts those that are farther apart too', () => {
    const issues = votes([yes, yes, no, no], [no, no, yes, yes], [yes, abs, no, yes]);
    for (const absent of ['exclude', 'half'] as const)
      expect(rank(issues, { absent, headline: choose('divergence') })).toEqual(
        rank(issues, { absent }),
      );
  });

  it('is not moved by the last digit of equal scores', () => {
    // A tenth and two tenths are no binary fractions: equal sums in another order differ.
    const issues = votes(
      [yes, yes, yes, no],
      [no, abs, no, abs],
      [yes, yes, no, no],
      [abs, no, abs, no],
      [no, no, yes, yes],
      [yes, abs, yes, abs],
    );
    const { value, dyads } = rank(issues);
    const scores = [
      ['AAA', 'CCC'],
      ['AAA', 'DDD'],
      ['BBB', 'CCC'],
      ['BBB', 'DDD'],
      ['CCC', 'DDD'],
    ].map(([a, b]) => scoreOf(evidenceOf(issues), a!, b!).alignment.value!);
    const own = scoreOf(evidenceOf(issues), 'AAA', 'BBB').alignment.value!;
    expect(dyads).toBe(5);
    expect(value).toBe(scores.filter((other) => other < own - 1e-9).length / 5);
  });

  it('is among dyads with at least as many joint issues', () => {
    // CCC has one position, DDD an absence.
    expect(rank(votes([yes, yes, no, no], [no, no, '', 'absent'], [no, no, '', yes]))).toEqual({
      value: null,
      dyads: 0,
      reason: 'no other dyad has as many joint issues',
    });
    expect(rank(votes([yes, yes, no, no], [no, '', yes, yes]))).toMatchObject({
      value: 4 / 5,
      dyads: 5,
    });
  });

  it('of the best covered dyad is among those with a third of its coverage, if these are 20', () => {
    // AAA and BBB share nine issues and agree on five; the others took part in the first few.
    const wide = (countries: number, shared: number) =>
      Array.from({ length: 9 }, (_, i) => ({
        id: `i-${i}`,
        held: {
          AAA: yes,
          BBB: i < 5 ? yes : no,
          ...(i < shared
            ? Object.fromEntries(
                Array.from({ length: countries }, (__, c) => [`X${c}`, c === 0 ? yes : no]),
              )
            : {}),
        },
      }));
    // Of the 20 other dyads of seven countries X0 with AAA and BBB, and the six pairs of the other
    // four, agree throughout; the remaining twelve never.
    expect(rank(wide(5, 3))).toEqual({ value: 12 / 20, dyads: 20, leastJoint: 3 });
    expect(rank(wide(5, 2)).value).toBeNull();
    expect(rank(wide(4, 3)).value).toBeNull();
    expect(rank(wide(5, 9))).toMatchObject({ dyads: 20, leastJoint: 9 });
  });

  it('leaves out dyads for which the measure is undefined', () => {
    const issues = votes([yes, yes, no, yes], [no, yes, no, yes], [no, no, no, yes]);
    // Kappa: AAA-BBB and all with CCC or DDD constant are defined but CCC-CCC; no dyad is all one.
    const all = rank(issues, { headline: choose('kappa') });
    expect(all.dyads).toBe(5);
    const constant = votes([yes, yes, yes, yes], [no, yes, yes, yes], [no, no, yes, yes]);
    // CCC and DDD always vote yes.
    expect(rank(constant, { headline: choose('kappa') }).dyads).toBe(4);
  });

  const plain = votes([yes, yes, no, abs], [no, abs, yes, no], [yes, no, abs, abs]);
  const { weighting } = scoreSettings();
  it.each<[string, Partial<ScoreSettings>]>([
    ['an absence rule that finds no absence', { absent: 'half' }],
    ['topics that are all one', { weighting: { ...weighting, weighBy: 'topic' } }],
    ['saliences that are not coded', { weighting: { ...weighting, salience: 'mean' } }],
    ['a factor for no topic', { weighting: { ...weighting, topicWeights: new Map([['x', 2]]) } }],
    ['a convention’s weight that is the catalog’s', { weighs: ({ issue }) => issue.weight }],
  ])('is the same under %s, which takes the longer way', (_, settings) => {
    for (const id of ['agreement', 'kappa', 'identical'])
      expect(rank(plain, { headline: choose(id), ...settings })).toEqual(
        rank(plain, { headline: choose(id) }),
      );
  });

  it('follows weights that are given', () => {
    const issues = votes([yes, yes, no, no], [yes, no, yes, no]);
    const heavy = (id: string) => ({
      weighting: { ...weighting, issueWeights: new Map([[id, 100]]) },
    });
    // AAA and BBB agree on the first alone, as CCC and DDD do; AAA and DDD, BBB and CCC on nothing.
    expect(rank(issues, heavy('i-0')).value).toBe(4 / 5);
    expect(rank(issues, heavy('i-1')).value).toBe(2 / 5);
  });

  it('of a country with neutral positions left out', () => {
    const issues = votes([yes, yes, abs, no], [abs, no, yes, yes]);
    // AAA and CCC share nothing; CCC and DDD agree like AAA and BBB; three dyads are opposed.
    expect(rank(issues, { dropsNeutral: true })).toMatchObject({ value: 3 / 4, dyads: 4 });
  });
});
