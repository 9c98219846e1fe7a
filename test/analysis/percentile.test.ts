import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conventions } from '../../src/question/conventions.ts';
import { findPercentile } from '../../src/analysis/percentile.ts';
import { compareDyad } from '../../src/evidence/dyad.ts';
import type { DyadSettings } from '../../src/evidence/dyad.ts';
import { ABSENT, type Evidence, MISSING } from '../../src/evidence/evidence.ts';
import { blocSide, countrySide, type Side } from '../../src/evidence/side.ts';
import { defaultWeighting } from '../../src/evidence/weights.ts';
import { evidenceOf, type IssueSketch, sidesOf, defaultSettings } from '../evidence/catalogs.ts';
import { choose, scoreOf } from './scores.ts';
import type { Percentile } from '../../src/results/parts.ts';
import {
  type AbsenceRule,
  absenceRules,
  type BlocPosition,
  blocPositions,
  type Distance,
} from '../../src/results/vocabulary.ts';

/** Seven countries: AAA-BBB and twenty other dyads. */
const seven = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF', 'GGG'];
const letters: Readonly<Record<string, string>> = { Y: 'yes', A: 'abstain', N: 'no', X: 'absent' };

/** Issues as rows of votes, a letter a country; a dot where it has none. */
const votes = (...rows: readonly string[]): IssueSketch[] =>
  rows.map((row, i) => ({
    id: `i-${i}`,
    held: Object.fromEntries(
      [...row].flatMap((letter, c) => (letter === '.' ? [] : [[seven[c]!, letters[letter]!]])),
    ),
  }));

function percentileOf(
  evidence: Evidence,
  [a, b]: readonly [Side, Side],
  settings: DyadSettings,
): Percentile {
  return findPercentile(evidence, compareDyad(evidence, a, b, settings), settings);
}

function among(issues: readonly IssueSketch[], settings: Partial<DyadSettings> = {}): Percentile {
  const evidence = evidenceOf(issues);
  const [a, b] = sidesOf(evidence, 'AAA', 'BBB') as [Side, Side];
  return percentileOf(evidence, [a, b], { ...defaultSettings, ...settings });
}

/** The definition, pair by pair and issue by issue. */
function byDefinition(
  evidence: Evidence,
  [a, b]: readonly [Side, Side],
  settings: DyadSettings,
): readonly [value: number | null, dyads: number, typical: number | null] {
  const { absent, distance, dropsNeutral, countsUncast } = settings;
  const { joint } = compareDyad(evidence, a, b, settings);
  const total = joint.reduce((sum, { weight }) => sum + weight, 0);
  const apartOn = (x: number, y: number, labels: number): number | null => {
    const middle = labels % 2 === 1 ? (labels - 1) / 2 : ABSENT;
    if (countsUncast ? x < 0 && y < 0 : x === MISSING || y === MISSING) return null;
    const absence = absent === 'abstain' ? middle : ABSENT;
    const [i, j] = [x, y].map((each) => (each < 0 ? absence : each));
    if (dropsNeutral && (i === (labels - 1) / 2 || j === (labels - 1) / 2)) return null;
    if (i === ABSENT && j === ABSENT) return null;
    if (i === ABSENT || j === ABSENT)
      return absent === 'half' ? 0.5 : absent === 'disagree' ? 1 : null;
    const steps = Math.abs(i! - j!) / (labels - 1);
    return distance === 'linear' ? steps : distance === 'squared' ? steps ** 2 : Math.ceil(steps);
  };
  const { countries, get } = evidence.positions;
  const scores = countries.flatMap((c, i) =>
    countries.slice(i + 1).flatMap((d) => {
      if ([c, d].every((code) => code === a.code || code === b.code)) return [];
      let [weight, own, other] = [0, 0, 0];
      for (const issue of joint) {
        const { index, scale } = issue.selected;
        const labels = evidence.scales[scale]!.labels.length;
        const apart = apartOn(get(c)![index]!, get(d)![index]!, labels);
        if (apart === null) continue;
        weight += issue.weight;
        own += issue.weight * issue.distance;
        other += issue.weight * apart;
      }
      const enough = weight > 0 && weight >= (total / 3) * (1 - 1e-12);
      return enough ? [[1 - own / weight, 1 - other / weight] as const] : [];
    }),
  );
  const dyads = scores.length;
  if (dyads < 20) return [null, dyads, null];
  const credit = scores.map(([own, other]) =>
    Math.abs(own - other) <= 1e-12 ? 0.5 : Number(other < own),
  );
  const others = scores.map(([, other]) => other).sort((x, y) => x - y);
  const typical = (others[Math.floor((dyads - 1) / 2)]! + others[Math.ceil((dyads - 1) / 2)]!) / 2;
  return [credit.reduce((sum, each) => sum + each, 0) / dyads, dyads, typical];
}

describe('the percentile', () => {
  it('is the share of other dyads further apart, and half of those as far apart', () => {
    // AAA and BBB agree. So do the ten dyads of the other five; ten are opposed.
    expect(among(votes('YYNNNNN'))).toEqual({ value: (10 + 5) / 20, dyads: 20, typical: 0.5 });
    // All agree.
    expect(among(votes('YYYYYYY'))).toEqual({ value: 0.5, dyads: 20, typical: 1 });
    // AAA and BBB alone are opposed at all; five dyads of either are at .5, the rest together.
    expect(among(votes('YNAAAAA'))).toEqual({ value: 0, dyads: 20, typical: 0.75 });
  });

  it('scores both on the issues that they share', () => {
    // AAA and BBB agree on the first alone, and only they vote on the other two.
    expect(among(votes('YYNNNNN', 'YN.....', 'YN.....'))).toMatchObject({ value: 0.75 });
    // With a fourth that the others cannot be compared on, a quarter is too little.
    expect(among(votes('YYNNNNN', 'YN.....', 'YN.....', 'YN.....'))).toEqual({
      value: null,
      dyads: 0,
      typical: null,
      reason: 'fewer than 20 other pairs share a third of these issues',
    });
  });

  it('takes a third by weight', () => {
    const [first, ...others] = votes('YYNNNNN', 'YN.....', 'YN.....', 'YN.....');
    const heavy = [{ ...first!, weight: 1.5 }, ...others];
    expect(among(heavy)).toMatchObject({ dyads: 20 });
    expect(among([{ ...first!, weight: 1.4 }, ...others])).toMatchObject({ dyads: 0 });
  });

  it('needs twenty other dyads, and counts them where there are fewer', () => {
    expect(among(votes('YYNNNN.'))).toMatchObject({ value: null, dyads: 14, typical: null });
  });

  it('leaves the dyad itself out, under whatever name', () => {
    const evidence = evidenceOf(votes('YYNNNNN'));
    const heir = { by: ['AAA'], existed: {} };
    const historic = countrySide(evidence, 'OLD', 'Old state', heir);
    const [, other] = sidesOf(evidence, 'AAA', 'BBB') as [Side, Side];
    expect(percentileOf(evidence, [historic, other], defaultSettings)).toMatchObject({ dyads: 20 });
  });

  it('of a bloc compares with all dyads of countries, those of its members too', () => {
    const evidence = evidenceOf(votes('YYNNNNN'));
    const bloc = blocSide(evidence, { code: 'two', name: 'Two', members: ['AAA', 'BBB'] }, 'mean');
    const [other] = sidesOf(evidence, 'CCC') as [Side];
    expect(percentileOf(evidence, [bloc, other], defaultSettings)).toEqual({
      // Ten dyads are opposed, as the bloc and CCC are; eleven agree.
      value: 5 / 21,
      dyads: 21,
      typical: 1,
    });
  });

  it('is that of agreement, whatever the measure, and none without joint issues', () => {
    const evidence = evidenceOf(votes('YYNNNNN', 'YNYAYNA'));
    const plain = scoreOf(evidence, 'AAA', 'BBB').percentile;
    for (const id of ['divergence', 'kappa', 'tau-b', 'identical'])
      expect(scoreOf(evidence, 'AAA', 'BBB', { headline: choose(id) }).percentile).toEqual(plain);
    expect(among(votes('Y.NNNNN', '.YNNNNN'))).toEqual({
      value: null,
      dyads: 0,
      typical: null,
      reason: 'no joint issues',
    });
  });

  const scales: Readonly<Record<string, readonly string[]>> = {
    vote: ['no', 'abstain', 'yes'],
    stance5: ['strongly-oppose', 'oppose', 'neutral', 'support', 'strongly-support'],
    four: ['never', 'seldom', 'often', 'always'],
  };
  const countries = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
  const issues = fc.array(
    fc.constantFrom(...Object.keys(scales)).chain((scale) =>
      fc.record({
        scale: fc.constant(scale),
        labels: fc.constant(scale === 'four' ? scales['four'] : undefined),
        weight: fc.constantFrom(1, 1, 1, 0.1, 0.3, 2),
        topics: fc.subarray(['land', 'sea', 'sky'], { minLength: 1 }),
        held: fc
          .tuple(
            ...countries.map(() =>
              fc.option(fc.constantFrom(...scales[scale]!, 'absent'), { nil: undefined, freq: 6 }),
            ),
          )
          .map((all) =>
            Object.fromEntries(
              all.flatMap((stance, c) =>
                stance === undefined
                  ? []
                  : [[countries[c]!, { stance, salience: (['low', 'high'] as const)[c % 2]! }]],
              ),
            ),
          ),
      }),
    ),
    { minLength: 1, maxLength: 70 },
  );
  const settings = fc.record({
    distance: fc.constantFrom<Distance>('linear', 'squared', 'nominal'),
    absent: fc.constantFrom<AbsenceRule>(...absenceRules),
    dropsNeutral: fc.boolean(),
    countsUncast: fc.boolean(),
    weighting: fc.record({
      salience: fc.constantFrom('off', 'mean', 'product'),
      weighBy: fc.constantFrom('issue', 'topic', 'catalog'),
      issueWeights: fc.constantFrom(new Map(), new Map([['i-0', 7.7]])),
      topicWeights: fc.constant(defaultWeighting.topicWeights),
    }),
    weighs: fc.constantFrom(undefined, conventions.find(({ id }) => id === 'publicwhip')?.weighs),
  });
  const sides = fc.record({
    bloc: fc.constantFrom<BlocPosition | null>(null, ...blocPositions),
    members: fc.subarray(countries, { minLength: 2 }),
  });

  it('is that of the definition, whatever is asked', () => {
    fc.assert(
      fc.property(issues, settings, sides, (sketches, { weighs, ...given }, { bloc, members }) => {
        const evidence = evidenceOf(
          sketches.map(({ labels, ...each }, i) =>
            Object.assign({ id: `i-${i}` }, each, labels ? { labels } : {}),
          ),
        );
        const [first, second] = sidesOf(evidence, 'A', 'B') as [Side, Side];
        const third = bloc && blocSide(evidence, { code: 'some', name: 'Some', members }, bloc);
        const pair = [third ?? first, second] as const;
        const all = { ...given, ...(weighs ? { weighs } : {}) };
        const { value, dyads, typical } = percentileOf(evidence, pair, all);
        const [share, number, median] = byDefinition(evidence, pair, all);
        expect(dyads).toBe(number);
        if (share === null || median === null) expect([value, typical]).toEqual([null, null]);
        else {
          expect(value).toBeCloseTo(share, 12);
          expect(typical).toBeCloseTo(median, 12);
        }
      }),
      { numRuns: 400 },
    );
  });
});
