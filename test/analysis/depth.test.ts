import { describe, expect, it } from 'vitest';
import {
  assessDepths,
  depthOf,
  isAligned,
  recordedCoordination,
  summarizeDepth,
} from '../../src/analysis/depth.ts';
import { compareDyad } from '../../src/evidence/dyad.ts';
import { blocParty } from '../../src/evidence/party.ts';
import type { Coordination } from '../../src/catalog/model.ts';
import { evidenceOf, type IssueSketch, partiesOf, plainSettings } from '../evidence/catalogs.ts';

function dyadOf(issues: readonly IssueSketch[], settings: Partial<typeof plainSettings> = {}) {
  const evidence = evidenceOf(issues);
  const [a, b] = partiesOf(evidence, 'AAA', 'BBB');
  return { evidence, dyad: compareDyad(evidence, a!, b!, { ...plainSettings, ...settings }) };
}

const together = (depth: Coordination['depth'], between = ['AAA', 'BBB']): Coordination => ({
  between,
  depth,
  sources: [],
});

describe('depth of an issue', () => {
  it.each<[string, string, string, Coordination[], string]>([
    ['vote', 'yes', 'no', [], 'opposed'],
    ['stance5', 'oppose', 'support', [together('joint')], 'opposed'],
    ['vote', 'yes', 'yes', [], 'parallel'],
    ['stance5', 'support', 'strongly-support', [], 'parallel'],
    ['vote', 'abstain', 'abstain', [], 'parallel'],
    ['vote', 'yes', 'abstain', [], 'apart'],
    ['vote', 'yes', 'yes', [together('coordinated')], 'coordinated'],
    ['vote', 'yes', 'yes', [together('joint')], 'joint'],
    ['vote', 'yes', 'yes', [together('joint', ['AAA', 'CCC'])], 'parallel'],
    ['vote', 'yes', 'yes', [together('joint', ['CCC', 'BBB', 'AAA'])], 'joint'],
    // The deepest of several counts.
    [
      'vote',
      'yes',
      'yes',
      [together('coordinated'), together('joint'), together('parallel')],
      'joint',
    ],
    // One step apart they may act together; two steps are too many.
    ['vote', 'yes', 'abstain', [together('coordinated')], 'coordinated'],
    ['stance5', 'neutral', 'strongly-support', [together('joint')], 'apart'],
  ])('%s, %s and %s, %j: %s', (scale, AAA, BBB, coordination, expected) => {
    const { evidence, dyad } = dyadOf([{ id: 'i', scale, coordination, held: { AAA, BBB } }]);
    expect(depthOf(dyad.joint[0]!, dyad, evidence)).toBe(expected);
  });

  it('beside an absence is apart', () => {
    const coordination = [together('joint')];
    const held = { AAA: 'yes', BBB: 'absent' };
    const { evidence, dyad } = dyadOf([{ id: 'i', coordination, held }], { absent: 'half' });
    expect(depthOf(dyad.joint[0]!, dyad, evidence)).toBe('apart');
    expect(isAligned(dyad.joint[0]!, evidence)).toBe(false);
  });
});

it.each([2, 3, 4, 5, 6, 7, 8, 9, 11])('aligned is within one step of %d categories', (count) => {
  const labels = Array.from({ length: count }, (_, i) => `${i}`);
  const { evidence, dyad } = dyadOf(
    labels.flatMap((AAA) =>
      labels.map((BBB) => ({ id: `${AAA}-${BBB}`, scale: 'own', labels, held: { AAA, BBB } })),
    ),
  );
  for (const issue of dyad.joint) {
    const [i, j] = issue.categories;
    expect(isAligned(issue, evidence)).toBe(Math.abs(i - j) <= 1);
  }
});

describe('coordination of blocs', () => {
  const between = (...countries: string[]): IssueSketch[] => [
    {
      id: 'i',
      coordination: [together('joint', countries)],
      held: { AAA: 'yes', MMM: 'yes', NNN: 'yes' },
    },
  ];
  const recorded = (countries: string[], members = ['MMM', 'NNN'], first = 'AAA') => {
    const evidence = evidenceOf(between(...countries));
    const [a] = partiesOf(evidence, first);
    const b = blocParty(evidence, { code: 'b', name: 'B', members }, 'median');
    const [issue] = compareDyad(evidence, a!, b, plainSettings).joint;
    return recordedCoordination(issue!, { a: a!, b })?.depth;
  };

  it('is that of any member', () => {
    expect(recorded(['AAA', 'NNN'])).toBe('joint');
    expect(recorded(['AAA', 'ZZZ'])).toBeUndefined();
    expect(recorded(['MMM', 'NNN'])).toBeUndefined();
  });

  it('a member does not coordinate with itself', () => {
    expect(recorded(['MMM', 'ZZZ'], ['MMM', 'NNN'], 'MMM')).toBeUndefined();
    expect(recorded(['MMM', 'NNN'], ['MMM', 'NNN'], 'MMM')).toBe('joint');
  });
});

describe('the summary', () => {
  it('of a dyad that never agrees has no coordination', () => {
    const { evidence, dyad } = dyadOf([{ id: 'i', held: { AAA: 'yes', BBB: 'no' } }]);
    expect(summarizeDepth(assessDepths(dyad, evidence))).toMatchObject({
      opposed: 1,
      aligned: 0,
      coordination: null,
      liabilityGap: 0,
      stakeAsymmetry: null,
      stakes: { n: 0, a: 0, b: 0 },
      reason: 'no aligned issue; no joint issue has both saliences coded',
    });
  });

  it.each([
    ['parallel', 2 / 3],
    ['coordinated', 1 / 3],
    ['joint', 0],
  ] as const)('of a dyad always alike and %s has a liability gap of %d', (depth, gap) => {
    const { evidence, dyad } = dyadOf([
      { id: 'i', weight: 7, coordination: [together(depth)], held: { AAA: 'yes', BBB: 'yes' } },
    ]);
    expect(summarizeDepth(assessDepths(dyad, evidence)).liabilityGap).toBeCloseTo(gap, 12);
  });

  it('weighs coordination by the weight of the issues', () => {
    const held = { AAA: 'yes', BBB: 'yes' };
    const { evidence, dyad } = dyadOf([
      { id: 'i', weight: 3, coordination: [together('coordinated')], held },
      { id: 'j', weight: 1, held },
      { id: 'k', weight: 4, held: { AAA: 'yes', BBB: 'no' } },
    ]);
    expect(summarizeDepth(assessDepths(dyad, evidence)).coordination).toBe(0.75);
  });

  it('counts whose stake is the higher, unweighted', () => {
    const stake = (x: 'low' | 'medium' | 'high', y: 'low' | 'medium' | 'high') => ({
      AAA: { stance: 'yes', salience: x },
      BBB: { stance: 'yes', salience: y },
    });
    const { evidence, dyad } = dyadOf([
      { id: 'i', held: stake('high', 'low'), weight: 5 },
      { id: 'j', held: stake('low', 'medium') },
      { id: 'k', held: stake('high', 'high') },
      { id: 'l', held: { AAA: { stance: 'yes', salience: 'high' }, BBB: 'yes' } },
    ]);
    expect(summarizeDepth(assessDepths(dyad, evidence))).toMatchObject({
      stakes: { n: 3, a: 1, b: 1 },
      stakeAsymmetry: (1 + 0.5 + 0) / 3,
    });
  });
});
