import { describe, expect, it } from 'vitest';
import {
  compareDyad,
  type DyadSettings,
  isSame,
  scaleSidesOf,
  tabulate,
  toJointIssues,
} from '../../src/evidence/dyad.ts';
import { ABSENT } from '../../src/evidence/evidence.ts';
import { blocSide } from '../../src/evidence/side.ts';
import { defaultWeighting } from '../../src/evidence/weights.ts';
import { evidenceOf, type IssueSketch, sidesOf, defaultSettings } from './catalogs.ts';
import { type AbsenceRule, absenceRules } from '../../src/results/vocabulary.ts';

function compared(issues: readonly IssueSketch[], settings: Partial<DyadSettings> = {}) {
  const evidence = evidenceOf(issues);
  const [a, b] = sidesOf(evidence, 'AAA', 'BBB');
  const dyad = compareDyad(evidence, a!, b!, { ...defaultSettings, ...settings });
  return { evidence, dyad, table: tabulate(evidence, dyad.joint) };
}

const held = (AAA: string, BBB?: string) => (BBB === undefined ? { AAA } : { AAA, BBB });

describe('joint issues', () => {
  const issues: IssueSketch[] = [
    { id: 'a', held: held('no', 'yes') },
    { id: 'b', scale: 'stance5', weight: 2, held: held('support', 'strongly-support') },
    { id: 'c', held: held('abstain', 'abstain') },
    { id: 'd', held: held('yes', 'absent') },
    { id: 'e', held: held('yes') },
    { id: 'f', held: held('absent', 'absent') },
    { id: 'g', held: {} },
    { id: 'h', held: held('no', 'abstain') },
  ];

  it('are those on which both have a position', () => {
    const { dyad } = compared(issues);
    expect(dyad.joint.map(({ selected }) => selected.issue.id)).toEqual(['a', 'b', 'c', 'h']);
    expect(dyad.coverage).toEqual({ issues: 8, a: 6, b: 4, joint: 4 });
    expect([dyad.a.code, dyad.b.code]).toEqual(['AAA', 'BBB']);
  });

  it('have categories, values, a distance and a weight', () => {
    expect(compared(issues).dyad.joint).toMatchObject([
      { categories: [0, 2], values: [-1, 1], distance: 1, imputed: false, weight: 1 },
      { categories: [3, 4], values: [0.5, 1], distance: 0.25, imputed: false, weight: 2 },
      { categories: [1, 1], values: [0, 0], distance: 0, imputed: false, weight: 1 },
      { categories: [0, 1], values: [-1, 0], distance: 0.5, imputed: false, weight: 1 },
    ]);
  });

  it('are the same, opposed, or neither', () => {
    const { dyad, evidence } = compared(issues);
    expect(dyad.joint.map(isSame)).toEqual([false, false, true, false]);
    expect(dyad.joint.map((issue) => scaleSidesOf(evidence, issue))).toEqual([
      [-1, 1],
      [1, 1],
      [0, 0],
      [-1, 0],
    ]);
  });
});

it.each([
  ['linear', [0.75, 0.25, 0]],
  ['squared', [0.5625, 0.0625, 0]],
  ['nominal', [1, 1, 0]],
] as const)('distance: %s', (distance, expected) => {
  const scale = 'stance5';
  const { dyad } = compared(
    [
      { id: 'a', scale, held: held('strongly-oppose', 'support') },
      { id: 'b', scale, held: held('neutral', 'oppose') },
      { id: 'c', scale, held: held('support', 'support') },
    ],
    { distance },
  );
  expect(dyad.joint.map((issue) => issue.distance)).toEqual(expected);
});

describe('an absence', () => {
  const issues: IssueSketch[] = [
    { id: 'first', held: held('absent', 'yes') },
    { id: 'second', weight: 3, held: held('abstain', 'absent') },
    { id: 'both', held: held('absent', 'absent') },
    { id: 'joint', held: held('no', 'no') },
    { id: 'unknown', held: { BBB: 'absent' } },
    // Not to have been a member is no absence.
    { id: 'no-member', held: held('yes') },
    { id: 'sides', scale: 'sides', labels: ['against', 'for'], held: held('for', 'absent') },
  ];
  const of = (absent: AbsenceRule) => {
    const { dyad, table } = compared(issues, { absent });
    return {
      joint: Object.fromEntries(
        dyad.joint.map(({ selected, distance, values }) => [
          selected.issue.id,
          { distance, values },
        ]),
      ),
      table,
      coverage: dyad.coverage,
    };
  };

  it('exclude: leaves the issue out', () => {
    const { joint, table } = of('exclude');
    expect(joint).toEqual({ joint: { distance: 0, values: [-1, -1] } });
    expect(table.imputed).toEqual({ weight: 0, distance: 0 });
  });

  it.each([
    ['half', 0.5],
    ['disagree', 1],
  ] as const)('%s: a distance of %d where exactly one is absent', (rule, distance) => {
    const { joint, table, coverage } = of(rule);
    expect(joint).toEqual({
      first: { distance, values: [null, 1] },
      second: { distance, values: [0, null] },
      joint: { distance: 0, values: [-1, -1] },
      sides: { distance, values: [1, null] },
    });
    expect(table.imputed).toEqual({ weight: 5, distance: 5 * distance });
    expect(coverage).toEqual({ issues: 7, a: 4, b: 2, joint: 4 });
  });

  it('abstain: the neutral position, on scales that have one', () => {
    const { joint, table } = of('abstain');
    expect(joint).toEqual({
      both: { distance: 0, values: [0, 0] },
      first: { distance: 0.5, values: [0, 1] },
      second: { distance: 0, values: [0, 0] },
      joint: { distance: 0, values: [-1, -1] },
    });
    expect(table.imputed.weight).toBe(0);
  });

  it('is neither the same nor opposed', () => {
    const { dyad, evidence } = compared(issues, { absent: 'half' });
    const absent = dyad.joint.filter(({ values }) => values.includes(null));
    expect(absent).toHaveLength(3);
    expect(absent.some(isSame)).toBe(false);
    expect(absent.map((issue) => scaleSidesOf(evidence, issue))).toEqual([
      [0, 1],
      [0, 0],
      [1, 0],
    ]);
    expect(absent.map(({ categories }) => categories.includes(ABSENT))).toEqual([true, true, true]);
  });

  it('is the neutral label that its scale names, and left out where there is none', () => {
    const labels = ['a', 'b', 'c', 'd', 'e'];
    const own = (id: string, neutral?: string): IssueSketch => ({
      id,
      scale: `scale-${id}`,
      labels,
      ...(neutral === undefined ? {} : { neutral }),
      held: held('e', 'absent'),
    });
    const { joint } = compared([own('second', 'b'), own('middle'), own('none', 'none')], {
      absent: 'abstain',
    }).dyad;
    expect(joint.map(({ selected, values }) => [selected.issue.id, values[1]])).toEqual([
      ['middle', 0],
      ['second', -0.5],
    ]);
  });

  it('has four rules', () => {
    expect(absenceRules).toEqual(['exclude', 'half', 'abstain', 'disagree']);
  });
});

it('conventions may leave out neutral positions of either side', () => {
  const labels = ['low', 'middle', 'high'];
  const { dyad } = compared(
    [
      { id: 'd', scale: 'own', labels, neutral: 'low', held: held('low', 'high') },
      { id: 'e', scale: 'own', labels, neutral: 'low', held: held('middle', 'high') },
      { id: 'f', scale: 'bare', labels, neutral: 'none', held: held('middle', 'low') },
      { id: 'a', held: held('abstain', 'yes') },
      { id: 'b', held: held('yes', 'abstain') },
      { id: 'c', held: held('yes', 'no') },
    ],
    { dropsNeutral: true },
  );
  expect(dyad.joint.map(({ selected }) => selected.issue.id)).toEqual(['c', 'e', 'f']);
});

it('conventions may weigh issues themselves, by whether one side was absent', () => {
  const { dyad } = compared(
    [
      { id: 'a', weight: 9, held: held('yes', 'no') },
      { id: 'b', weight: 9, held: held('yes', 'absent') },
      { id: 'none', weight: 9, held: held('yes', 'yes') },
    ],
    {
      absent: 'half',
      weighs: ({ issue }, oneAbsent) => (issue.id === 'none' ? 0 : oneAbsent ? 2 : 10),
    },
  );
  expect(dyad.joint.map(({ weight }) => weight)).toEqual([10, 2]);
});

describe('the contingency table', () => {
  it('sums weights of position pairs, a stratum a scale that is used', () => {
    const { table } = compared([
      { id: 'a', weight: 2, held: held('no', 'yes') },
      { id: 'b', weight: 3, held: held('no', 'yes') },
      { id: 'c', held: held('yes', 'no') },
      { id: 'd', scale: 'stance3', weight: 0.5, held: held('support', 'neutral') },
    ]);
    const cells = Object.fromEntries(
      table.strata.map(({ scale, cells: weights }) => [scale, [...weights]]),
    );
    expect(Object.keys(cells)).toEqual(['stance3', 'vote']);
    expect(cells['vote']).toEqual([0, 0, 5, 0, 0, 0, 1, 0, 0]);
    expect(cells['stance3']).toEqual([0, 0, 0, 0, 0, 0, 0, 0.5, 0]);
    expect(table.strata.map(({ values }) => [...values])).toEqual([
      [-1, 0, 1],
      [-1, 0, 1],
    ]);
  });

  it('without joint issues is empty', () => {
    const { table } = compared([]);
    expect(table).toEqual({ strata: [], imputed: { weight: 0, distance: 0 } });
  });
});

it('intervals see the same cells, in their clusters', () => {
  const { evidence, dyad } = compared(
    [
      { id: 'a', weight: 2, topics: ['x'], held: held('no', 'yes') },
      { id: 'b', topics: ['y'], held: held('no', 'absent') },
    ],
    { absent: 'half' },
  );
  const stratum = evidence.scales.findIndex(({ id }) => id === 'vote');
  const { issues, scales } = toJointIssues(evidence, dyad.joint, 'topic');
  expect(issues).toEqual([
    { weight: 2, cluster: 0, stratum, cell: 2 },
    { weight: 1, cluster: 1, imputedDistance: 0.5 },
  ]);
  expect(scales.map(({ scale }) => scale)).toEqual(evidence.scales.map(({ id }) => id));
});

describe('a bloc that stands at its mean', () => {
  const issues: IssueSketch[] = [
    { id: 'a', held: { AAA: 'yes', MMM: 'yes', NNN: 'abstain' } },
    { id: 'b', held: { AAA: 'yes', MMM: 'yes', NNN: 'yes' } },
    { id: 'c', held: { AAA: 'abstain', MMM: 'yes', NNN: 'no' } },
    { id: 'd', held: { AAA: 'no', MMM: 'yes' } },
    { id: 'e', held: { AAA: 'no' } },
  ];

  it.each(['second', 'first'])('as the %s is between categories only where it is', (place) => {
    const evidence = evidenceOf(issues);
    const bloc = blocSide(evidence, { code: 'b', name: 'B', members: ['MMM', 'NNN'] }, 'mean');
    const [a] = sidesOf(evidence, 'AAA');
    const [x, y] = place === 'first' ? [bloc, a!] : [a!, bloc];
    const { joint, coverage } = compareDyad(evidence, x, y, defaultSettings);
    expect(joint.map(({ distance, imputed }) => [distance, imputed])).toEqual([
      [0.25, true],
      [0, false],
      [0, false],
      [1, false],
    ]);
    expect(joint.map(isSame)).toEqual([false, true, true, false]);
    expect(tabulate(evidence, joint).imputed).toEqual({ weight: 1, distance: 0.25 });
    expect(coverage.joint).toBe(4);
  });
});

it('weighs by the salience of the two, then evenly by topic', () => {
  const stake = (salience: 'low' | 'high') => ({ stance: 'yes', salience });
  const { dyad } = compared(
    [
      { id: 'a', topics: ['x'], held: { AAA: stake('high'), BBB: stake('high') } },
      { id: 'b', topics: ['x'], held: { AAA: stake('high'), BBB: stake('low') } },
      { id: 'c', topics: ['y'], held: { AAA: stake('low'), BBB: stake('low') } },
    ],
    { weighting: { ...defaultWeighting, salience: 'mean', weighBy: 'topic' } },
  );
  // Saliences 3, 2 and 1: topics of 5 and 1, of 3 each.
  expect(dyad.joint.map(({ weight }) => weight)).toEqual([
    expect.closeTo(9 / 5, 12),
    expect.closeTo(6 / 5, 12),
    expect.closeTo(3, 12),
  ]);
});
