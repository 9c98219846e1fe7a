import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scoreDyad } from '../../src/analysis/score.ts';
import type { ScoreSettings } from '../../src/question/score-settings.ts';
import { loadCatalog } from '../../src/catalog/load.ts';
import { membersAt } from '../../src/catalog/members.ts';
import type { Catalog } from '../../src/catalog/model.ts';
import { blocSide } from '../../src/evidence/side.ts';
import type { BlocPosition } from '../../src/results/vocabulary.ts';
import { selectEvidence } from '../../src/evidence/select.ts';
import type { SelectionFilter } from '../../src/evidence/evidence.ts';
import { findMeasure, measures } from '../../src/measures/registry.ts';
import { testAtlas } from '../countries/atlas.ts';
import { everything, evidenceOf, sidesOf } from '../evidence/catalogs.ts';
import { choose, scoreOf, scoreSettings } from './scores.ts';

/*
 * The catalog, worked out by hand. Positions on [-1, 1]; d is |x - y| / 2.
 *
 *   issue    scale    w  CHN   RUS   IND   USA    d CHN-RUS
 *   border   stance5  2  1     -.5   -1    -.5    .75   opposed
 *   embargo  stance5  1  -.5   -1    0     1      .25   joint: one step apart, acted together
 *   inquiry  vote     1  -1    -1    0     1      0     parallel: alike, nothing recorded
 *   mandate  vote     1  0     1     (abs) -1     .5    apart: one takes a side, the other none
 *   pact     stance3  3  1     1     -1    -1     0     coordinated
 *
 * China and Russia: weights sum to 8, w d = 1.5 + .25 + 0 + .5 + 0 = 2.25.
 */
const file = new URL('five-issues.yaml', import.meta.url);

function load(): Catalog {
  const { catalog, findings } = loadCatalog(readFileSync(file), 'five-issues.yaml', {
    atlas: testAtlas(),
    cameoCodes: new Set(['062', '0211', '190', '111']),
  });
  if (!catalog) throw new Error(JSON.stringify(findings));
  return catalog;
}

const catalog = load();

function five(
  a: string,
  b: string,
  settings: Partial<ScoreSettings> = {},
  filter: Partial<SelectionFilter> = {},
) {
  const evidence = selectEvidence([catalog], [], { ...everything, ...filter });
  return scoreOf(evidence, a, b, settings);
}

const chinaRussia = five('CHN', 'RUS');

describe('China and Russia on five issues', () => {
  it('agreement 1 - 2.25 / 8, divergence 2.25 / 8', () => {
    expect(chinaRussia.alignment).toMatchObject({
      measure: 'agreement',
      distance: 'linear',
      value: 0.71875,
      n: 5,
      level: 0.95,
      decomposes: true,
    });
    expect(chinaRussia.divergence.value).toBe(0.28125);
    expect(chinaRussia.verdict).toEqual({ band: 'generally-aligned', text: 'generally aligned' });
  });

  it('an interval that holds the value, mirrored for the divergence', () => {
    const { value, low, high } = chinaRussia.alignment;
    expect(low).toBeLessThan(value!);
    expect(high).toBeGreaterThan(value!);
    expect(chinaRussia.divergence).toEqual({
      value: 0.28125,
      low: 1 - high!,
      high: 1 - low!,
      level: 0.95,
      n: 5,
      clusters: 5,
    });
  });

  it('counts: two the same, two in part, one opposed', () => {
    expect(chinaRussia.counts).toEqual({ same: 2, partial: 2, opposed: 1 });
    expect(chinaRussia.coverage).toEqual({ issues: 5, a: 5, b: 5, joint: 5, clusters: 5 });
  });

  it('contributions w (1 - d) / 8', () => {
    expect(chinaRussia.issues.map(({ id, contribution }) => [id, contribution])).toEqual([
      ['border', (2 * 0.25) / 8],
      ['embargo', 0.75 / 8],
      ['inquiry', 1 / 8],
      ['mandate', 0.5 / 8],
      ['pact', 3 / 8],
    ]);
  });

  it('the issues with positions, values, depth and the sources behind both positions', () => {
    expect(chinaRussia.issues[0]).toMatchObject({
      id: 'border',
      title: 'The border',
      catalog: 'five-issues',
      topic: 'territory',
      date: '2020-01-10',
      positions: ['strongly-support', 'oppose'],
      values: [1, -0.5],
      distance: 0.75,
      weight: 2,
      depth: 'opposed',
      sources: ['ledger', 'memo'],
    });
    expect(chinaRussia.issues.map(({ depth }) => depth)).toEqual([
      'opposed',
      'joint',
      'parallel',
      'apart',
      'coordinated',
    ]);
    expect(chinaRussia.issues[1]).toMatchObject({ topic: 'sanctions', sources: ['ledger'] });
  });

  /*
   * Expected disagreement within each scale:
   *   stance5, w 3: CHN 1 (2), -.5 (1); RUS -.5 (2), -1 (1)
   *     kappa: [2 (2 x .75 + 1 x 1) + 1 (2 x 0 + 1 x .25)] / 9 = 5.25 / 9, times 3 is 1.75
   *     pi:    pooled 1 (2), -.5 (3), -1 (1) of 6: 2 (6 x .75 + 2 x 1 + 3 x .25) / 36 = 14.5 / 36, times 3
   *   vote, w 2: CHN -1 (1), 0 (1); RUS -1 (1), 1 (1)
   *     kappa: [(0 + 1) + (.5 + .5)] / 4 = .5, times 2 is 1
   *     pi:    pooled -1 (2), 0 (1), 1 (1) of 4: 2 (2 x .5 + 2 x 1 + 1 x .5) / 16 = 7 / 16, times 2
   *   stance3, w 3: always the same, 0
   * kappa = 1 - 2.25 / 2.75 = 2 / 11; pi = 1 - 2.25 / (14.5 / 12 + 7 / 8) = 1 - 2.25 / (25 / 12) = -.08
   *
   * Brennan-Prediger: mean distance of all pairs of categories, 2/5 of five, 4/9 of three:
   *   (3 x .4 + 2 x 4/9 + 3 x 4/9) / 8
   * tau-b, pairs within a scale. stance5: border against embargo, CHN higher on border, RUS higher on
   *   border: concordant, 2 x 1. vote: inquiry against mandate: both higher on mandate: concordant, 1.
   *   No ties but on stance3, which has one issue. So 3 / sqrt(3 x 3) = 1.
   * Alignment index: 2 (2.75 - 2.25) / 8.
   */
  it.each([
    ['divergence', 0.28125],
    ['identical', 4 / 8],
    ['s', 0.4375],
    ['kappa', 2 / 11],
    ['pi', -0.08],
    ['bp', 1 - 2.25 / (3 * 0.4 + 5 * (4 / 9))],
    ['tau-b', 1],
    ['alignment-index', 0.125],
  ])('%s is %d', (id, value) => {
    const result = chinaRussia.measures.find((measure) => measure.id === id);
    expect(result?.value).toBeCloseTo(value, 12);
    expect(five('CHN', 'RUS', { headline: choose(id) }).alignment.value).toBeCloseTo(value, 12);
  });

  it('squared and nominal distance', () => {
    // Σ w d²: 2 x .5625 + .0625 + .25 = 1.4375; Σ w [x = y] = 4
    const valueOf = (distance: 'squared' | 'nominal') =>
      five('CHN', 'RUS', { distance, headline: choose('agreement', distance) }).alignment.value;
    expect(valueOf('squared')).toBe(1 - 1.4375 / 8);
    expect(valueOf('nominal')).toBe(0.5);
  });

  it('topics, an issue of two in full in each', () => {
    expect(chinaRussia.topics.map(({ id, joint, value }) => [id, joint, value])).toEqual([
      // pact 3 x 1, embargo .75, of 4
      ['trade', 2, expect.closeTo(3.75 / 4, 12)],
      ['rights', 2, 0.75],
      ['sanctions', 1, 0.75],
      ['territory', 1, 0.25],
    ]);
    expect(chinaRussia.topics[0]).toMatchObject({
      title: 'Trade',
      low: null,
      high: null,
      reason: 'no interval: fewer than 5 joint issues',
    });
  });

  it('depth, coordination, liability gap and stakes', () => {
    expect(chinaRussia.depth).toMatchObject({
      opposed: 1,
      apart: 1,
      neither: 0,
      parallel: 1,
      coordinated: 1,
      joint: 1,
      // On the same side: embargo, inquiry, pact, of weight 5; embargo and pact acted on.
      aligned: 3,
      coordination: expect.closeTo(4 / 5, 12),
      // w (1 - d): .5 + .75 + 1 + .5 + 3 = 5.75; credited 0 + .75 + 1/3 + 0 + 2.
      liabilityGap: expect.closeTo((5.75 - 0.75 - 1 / 3 - 2) / 8, 12),
      // |high - medium| / 2, |low - high| / 2, 0
      stakeAsymmetry: expect.closeTo((0.5 + 1 + 0) / 3, 12),
      // The border matters more to China, the embargo to Russia.
      stakes: { n: 3, a: { higher: 1, value: 0.25 }, b: { higher: 1, value: 0.75 } },
    });
    expect(chinaRussia.depth).not.toHaveProperty('reason');
  });

  it('what they did to and with each other, oldest first', () => {
    expect(chinaRussia.interactions).toMatchObject({
      n: 3,
      cooperative: 2,
      conflictual: 1,
      net: expect.closeTo(3.4 - 2 + 7.4, 12),
      meanGoldstein: expect.closeTo(8.8 / 3, 12),
      cooperativeShare: expect.closeTo(10.8 / 12.8, 12),
    });
    expect(chinaRussia.interactions.events.map(({ id, direction }) => [id, direction])).toEqual([
      ['offer', 'b-to-a'],
      ['rebuke', 'a-to-b'],
      ['drill', 'mutual'],
    ]);
  });

  it('without any one issue', () => {
    // w (1 - d) is 5.75 of 8: without border 5.25 / 6, without pact 2.75 / 5.
    expect(chinaRussia.sensitivity.leaveOneOut).toEqual({
      min: { value: 2.75 / 5, issue: 'pact' },
      max: { value: 5.25 / 6, issue: 'border' },
      most: { value: 2.75 / 5, issue: 'pact' },
    });
    const absent = 0.71875;
    expect(chinaRussia.sensitivity.absent).toEqual({
      exclude: absent,
      half: absent,
      abstain: absent,
      disagree: absent,
    });
  });

  it('leaving one out of a measure that does not decompose computes it anew', () => {
    // Without pact the weights are 5, and 1 - (2.25 / 5) / (2.75 / 5) stays; without inquiry one
    // vote is left, abstain against yes: De = .5, as Do is.
    const { leaveOneOut } = five('CHN', 'RUS', { headline: choose('kappa') }).sensitivity;
    expect(leaveOneOut.max!.issue).toBe('border');
    // Without border both are constant on stance5: De .25, as Do; votes as before.
    expect(leaveOneOut.max!.value).toBeCloseTo(1 - 0.75 / 1.25, 12);
    expect(leaveOneOut.min!.issue).toBe('inquiry');
    expect(leaveOneOut.min!.value).toBeCloseTo(1 - 2.25 / (1.75 + 0.5), 12);
  });
});

describe('the other dyads of the catalog', () => {
  /*
   *            border  embargo  inquiry  mandate  pact   Σ w d / Σ w
   * CHN-USA    1.5     .75      1        .5       3      6.75 / 8
   * RUS-USA    0       1        1        1        3      6 / 8
   * CHN-IND    2       .25      .5       absent   3      5.75 / 7
   * RUS-IND    .5      .5       .5       absent   3      4.5 / 7
   * IND-USA    .5      .5       .5       absent   0      1.5 / 7
   */
  it.each([
    ['CHN', 'USA', 1 - 6.75 / 8],
    ['RUS', 'USA', 0.25],
    ['CHN', 'IND', 1 - 5.75 / 7],
    ['RUS', 'IND', 1 - 4.5 / 7],
    ['IND', 'USA', 1 - 1.5 / 7],
  ])('%s and %s: %d', (a, b, value) => {
    expect(five(a, b).alignment.value).toBeCloseTo(value, 12);
  });

  it('are too few to compare with', () => {
    expect(five('CHN', 'RUS').percentile).toMatchObject({ value: null, dyads: 5, typical: null });
  });

  it('an absence under the four rules', () => {
    // China and India on all but mandate: w (1 - d) = 1.25 of 7.
    expect(five('CHN', 'IND').sensitivity.absent).toEqual({
      exclude: expect.closeTo(1.25 / 7, 12),
      half: expect.closeTo((1.25 + 0.5) / 8, 12),
      // China abstained on it, so that neutral is the same.
      abstain: expect.closeTo((1.25 + 1) / 8, 12),
      disagree: expect.closeTo(1.25 / 8, 12),
    });
    for (const absent of ['exclude', 'half', 'abstain', 'disagree'] as const)
      expect(five('CHN', 'IND', { absent }).alignment.value).toBe(
        five('CHN', 'IND').sensitivity.absent[absent],
      );
  });

  it('an absence with a distance has no chance-corrected coefficient, and counts in part', () => {
    const result = five('CHN', 'IND', { absent: 'half', headline: choose('kappa') });
    expect(result.alignment).toMatchObject({
      value: null,
      low: null,
      high: null,
      reason: expect.stringMatching(/chance agreement is unknown$/),
    });
    expect(result.sensitivity.absent.half).toBeNull();
    expect(result.sensitivity.absent.exclude).not.toBeNull();
    expect(result.sensitivity.absentReason).toMatch(/chance agreement is unknown$/);
    expect(result.counts).toEqual({ same: 0, partial: 3, opposed: 2 });
    expect(result.issues[3]).toMatchObject({
      id: 'mandate',
      positions: ['abstain', 'absent'],
      values: [0, null],
      distance: 0.5,
      depth: 'neither',
    });
  });
});

describe('selection and weights', () => {
  it.each([
    [{ topics: ['rights'] }, 0.75, 2],
    // embargo .75, pact 3, of 4
    [{ topics: ['trade'] }, 3.75 / 4, 2],
    [{ issues: ['border'] }, 0.25, 1],
    [{ from: '2020-04-01' }, 3.5 / 4, 2],
    [{ to: '2020-02-10' }, 1.25 / 3, 2],
  ])('%j: %d on %d issues', (filter, value, joint) => {
    const result = five('CHN', 'RUS', {}, filter);
    expect(result.alignment.value).toBeCloseTo(value, 12);
    expect(result.coverage.joint).toBe(joint);
  });

  const weighted = (weighting: Partial<ScoreSettings['weighting']>) =>
    five('CHN', 'RUS', {
      weighting: { ...scoreSettings().weighting, ...weighting },
    });

  it('every topic with the same weight', () => {
    // Topics of total 2: territory .25; sanctions .75; rights .75; trade 3.75 / 4.
    const result = weighted({ weighBy: 'topic' });
    expect(result.alignment.value).toBeCloseTo((0.25 + 0.75 + 0.75 + 3.75 / 4) / 4, 12);
    expect(result.issues.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(8, 12);
  });

  it('salience of the two', () => {
    // mean: border 2 x 2.5, embargo 1 x 2, uncoded medium 2, pact 3 x 2.
    const { value } = weighted({ salience: 'mean' }).alignment;
    expect(value).toBeCloseTo(1 - (5 * 0.75 + 2 * 0.25 + 2 * 0.5) / (5 + 2 + 2 + 2 + 6), 12);
  });

  it('given weights', () => {
    const issueWeights = new Map([['border', 8]]);
    expect(weighted({ issueWeights }).alignment.value).toBeCloseTo(1 - 6.75 / 14, 12);
    const topicWeights = new Map([['trade', 3]]);
    // embargo (3 + 1) / 2, pact 9
    expect(weighted({ topicWeights }).alignment.value).toBeCloseTo(1 - 2.5 / 15, 12);
  });
});

describe('what does not decompose', () => {
  it.each(measures.map(({ id, perIssue }) => [id, perIssue !== null] as const))(
    '%s: contributions sum to the score: %s',
    (id, decomposes) => {
      const result = five('CHN', 'IND', { headline: choose(id) });
      expect(result.alignment.decomposes).toBe(decomposes);
      const contributions = result.issues.map(({ contribution }) => contribution);
      if (!decomposes) expect(contributions).toEqual([null, null, null, null]);
      else
        expect(contributions.reduce((sum, share) => sum! + share!, 0)).toBeCloseTo(
          result.alignment.value!,
          12,
        );
    },
  );

  it('the distance is left out where it plays no part', () => {
    expect(five('CHN', 'RUS', { headline: choose('tau-b') }).alignment.distance).toBeNull();
    expect(chinaRussia.measures.map(({ id, distance }) => [id, distance])).toContainEqual([
      'identical',
      null,
    ]);
  });
});

describe('blocs', () => {
  function pair(rule: BlocPosition, other: string, headline = choose('agreement')) {
    const evidence = selectEvidence([catalog], [], everything);
    const pairOf = catalog.groups['pair']!;
    const named = { code: pairOf.id, name: pairOf.title, members: membersAt(pairOf) };
    const bloc = blocSide(evidence, named, rule);
    const [country] = sidesOf(evidence, other);
    return scoreDyad(evidence, country!, bloc, scoreSettings({ headline }));
  }

  /*
   * India and the United States: border -1, -.5; embargo 0, 1; inquiry 0, 1; mandate absent, -1
   * (half of the members is enough); pact -1, -1.
   */
  it.each([
    // median: -.5, .5, 0, -1, -1; China 1, -.5, -1, 0, 1: w d = 1.5 + .5 + .5 + .5 + 3
    ['median', 1 - 6 / 8, 5],
    // mean: -.75, .5, .5, -1, -1: w d = 1.75 + .5 + .75 + .5 + 3
    ['mean', 1 - 6.5 / 8, 5],
    // unanimous: mandate -1, pact -1: w d = .5 + 3 of 4
    ['unanimous', 0.125, 2],
  ] as const)('China and the pair by %s: %d', (rule, value, joint) => {
    const result = pair(rule, 'CHN');
    expect(result.alignment.value).toBeCloseTo(value, 12);
    expect(result.coverage.joint).toBe(joint);
    expect(result.countries).toEqual([
      { code: 'CHN', name: 'Country CHN' },
      { code: 'pair', name: 'pair', members: ['IND', 'USA'] },
    ]);
  });

  it('identical positions with a mean are those that lie at it', () => {
    // Russia: border -.5, embargo -1, inquiry -1, mandate 1, pact 1, none at -.75, .5, .5, -1, -1.
    const result = pair('mean', 'RUS', choose('identical'));
    expect(result.alignment.value).toBe(0);
    const usa = pair('mean', 'USA', choose('identical'));
    // The United States: mandate and pact, of weight 4.
    expect(usa.alignment.value).toBe(0.5);
    expect(usa.issues.reduce((sum, { contribution }) => sum + contribution!, 0)).toBe(0.5);
  });
});

it('every measure is one of the registry', () => {
  for (const { id } of chinaRussia.measures) expect(findMeasure(id)?.id).toBe(id);
});

describe('clusters', () => {
  // Three texts: one voted on four times, one twice, one once. All topics but the last are one.
  const evidence = evidenceOf(
    ['a', 'a', 'a', 'a', 'b', 'b', undefined].map((series, i) => ({
      id: `vote-${i}`,
      ...(series === undefined ? {} : { series }),
      topics: [i === 6 ? 'trade' : 'rights'],
      held: { CHN: 'yes', RUS: i < 2 ? 'no' : 'yes' },
    })),
  );
  const by = (cluster: 'series' | 'issue' | 'topic') => {
    const { coverage, alignment } = scoreOf(evidence, 'CHN', 'RUS', { cluster });
    return { ...alignment, counted: coverage.clusters };
  };

  it('are texts that return, unless issues or topics are asked for', () => {
    for (const [rule, clusters] of [
      ['series', 3],
      ['issue', 7],
      ['topic', 2],
    ] as const)
      expect(by(rule)).toMatchObject({ value: 5 / 7, n: 7, clusters, counted: clusters });
  });

  it('widen the interval where votes go together', () => {
    const width = ({ low, high }: ReturnType<typeof by>) => high! - low!;
    expect(width(by('series'))).toBeGreaterThan(width(by('issue')));
  });
});
