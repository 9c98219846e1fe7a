import { describe, expect, it } from 'vitest';
import { blocSide } from '../../src/evidence/side.ts';
import {
  equalizeWeights,
  issueWeight,
  defaultWeighting,
  salienceOf,
  type Weighting,
} from '../../src/evidence/weights.ts';
import { evidenceOf, type IssueSketch, sidesOf } from './catalogs.ts';
import type { SalienceRule } from '../../src/results/vocabulary.ts';

const stance = (salience?: 'low' | 'medium' | 'high') =>
  salience ? { stance: 'yes', salience } : { stance: 'yes' };

function weightOf(sketch: Partial<IssueSketch>, weighting: Partial<Weighting>) {
  const evidence = evidenceOf([
    { id: 'i', held: { AAA: stance('low'), BBB: stance('high'), CCC: stance() }, ...sketch },
  ]);
  const [a, b, c] = sidesOf(evidence, 'AAA', 'BBB', 'CCC');
  const issue = evidence.issues[0]!;
  const weigh = (x: typeof a, y: typeof b) =>
    issueWeight(evidence, issue, [x!, y!], { ...defaultWeighting, ...weighting });
  return { ab: weigh(a, b), ba: weigh(b, a), ac: weigh(a, c), bc: weigh(b, c) };
}

describe('the weight of an issue', () => {
  it('is its own', () => {
    expect(weightOf({ weight: 2.5 }, {}).ab).toBe(2.5);
  });

  it('is replaced by the one given for it', () => {
    const issueWeights = new Map([['i', 4]]);
    expect(weightOf({ weight: 2.5 }, { issueWeights }).ab).toBe(4);
    expect(weightOf({ weight: 2.5 }, { issueWeights: new Map([['j', 4]]) }).ab).toBe(2.5);
  });

  it('is multiplied by the mean of its topics’ factors, 1 where none is given', () => {
    const topicWeights = new Map([
      ['x', 3],
      ['y', 0.5],
    ]);
    expect(weightOf({ weight: 2, topics: ['x'] }, { topicWeights }).ab).toBe(6);
    expect(weightOf({ weight: 2, topics: ['x', 'y'] }, { topicWeights }).ab).toBe(3.5);
    expect(weightOf({ weight: 2, topics: ['x', 'other'] }, { topicWeights }).ab).toBe(4);
    expect(weightOf({ weight: 2, topics: ['other'] }, { topicWeights }).ab).toBe(2);
  });

  // low 1, medium 2, high 3; AAA low, BBB high, CCC not coded and so medium.
  it.each<[SalienceRule, number, number, number]>([
    ['off', 10, 10, 10],
    ['mean', 20, 15, 25],
    ['min', 10, 10, 20],
    ['max', 30, 20, 30],
    ['product', 30, 20, 60],
  ])('salience %s: %d, %d, %d', (salience, ab, ac, bc) => {
    expect(weightOf({ weight: 10 }, { salience })).toEqual({ ab, ba: ab, ac, bc });
  });
});

it('a bloc’s salience is the mean of its members’, where coded', () => {
  const evidence = evidenceOf([
    {
      id: 'i',
      held: { AAA: stance('low'), BBB: stance('high'), CCC: stance('high'), DDD: stance() },
    },
    { id: 'j', held: { AAA: stance(), BBB: stance() } },
  ]);
  const members = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE'];
  const bloc = blocSide(evidence, { code: 'b', name: 'B', members }, 'median');
  expect(salienceOf(evidence, bloc, evidence.issues[0]!)).toBeCloseTo(7 / 3, 12);
  expect(salienceOf(evidence, bloc, evidence.issues[1]!)).toBeUndefined();
});

describe('equal totals', () => {
  const evidence = evidenceOf([
    { id: 'a', topics: ['x'], held: {} },
    { id: 'b', topics: ['x'], held: {} },
    { id: 'c', topics: ['y'], held: {} },
    { id: 'd', topics: ['x', 'y'], held: {} },
  ]);
  const issues = evidence.issues.map((issue, i) =>
    Object.assign({}, issue, { catalog: i < 3 ? 'one' : 'two' }),
  );

  const by = (weighBy: Weighting['weighBy']): Weighting => ({ ...defaultWeighting, weighBy });

  it('by issue nothing changes', () => {
    expect(equalizeWeights(issues, [1, 2, 3, 4], by('issue'))).toEqual([1, 2, 3, 4]);
  });

  it('by catalog each has half of the grand total', () => {
    // one: 6, two: 4; grand 10, so 5 each.
    expect(equalizeWeights(issues, [1, 2, 3, 4], by('catalog'))).toEqual([
      expect.closeTo(5 / 6, 12),
      expect.closeTo(10 / 6, 12),
      expect.closeTo(15 / 6, 12),
      expect.closeTo(5, 12),
    ]);
  });

  it('by topic, an issue counts in full in each of its topics', () => {
    // x: 1 + 2 + 4 = 7, y: 3 + 4 = 7; grand 10, so 5 each.
    expect(equalizeWeights(issues, [1, 2, 3, 4], by('topic'))).toEqual([
      expect.closeTo(5 / 7, 12),
      expect.closeTo(10 / 7, 12),
      expect.closeTo(15 / 7, 12),
      expect.closeTo(40 / 7, 12),
    ]);
  });

  it('by topic, only the topics asked for are units, and one alone leaves weights as they are', () => {
    const asked = (...topicsAsked: string[]) => ({ ...by('topic'), topicsAsked });
    expect(equalizeWeights(issues, [1, 2, 3, 4], asked('x', 'y'))).toEqual(
      equalizeWeights(issues, [1, 2, 3, 4], by('topic')),
    );
    const inX = issues.filter(({ issue }) => issue.topics.includes('x'));
    expect(equalizeWeights(inX, [1, 2, 4], asked('x'))).toEqual([1, 2, 4]);
  });

  it('of nothing is nothing', () => {
    expect(equalizeWeights([], [], by('topic'))).toEqual([]);
    expect(equalizeWeights(issues.slice(0, 1), [0], by('topic'))).toEqual([0]);
  });
});
