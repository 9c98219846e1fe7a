import { describe, expect, it } from 'vitest';
import { assessDepths, isSharedVeto, summarizeDepth } from '../../src/analysis/depth.ts';
import type { Coordination } from '../../src/catalog/model.ts';
import { compareDyad } from '../../src/evidence/dyad.ts';
import { blocSide, countrySide } from '../../src/evidence/side.ts';
import { evidenceOf, type IssueSketch, sidesOf, defaultSettings } from '../evidence/catalogs.ts';
import { depths } from '../../src/results/vocabulary.ts';

function assessed(
  issues: readonly IssueSketch[],
  settings: Partial<typeof defaultSettings> = {},
  codes: readonly [string, string] = ['AAA', 'BBB'],
) {
  const evidence = evidenceOf(issues);
  const [a, b] = sidesOf(evidence, ...codes);
  return assessDepths(evidence, compareDyad(evidence, a!, b!, { ...defaultSettings, ...settings }));
}

const depthsOf = (...args: Parameters<typeof assessed>) =>
  assessed(...args).map(({ depth }) => depth);

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
    ['vote', 'yes', 'abstain', [], 'apart'],
    ['vote', 'yes', 'yes', [together('coordinated')], 'coordinated'],
    ['vote', 'yes', 'yes', [together('joint')], 'joint'],
    ['stance5', 'support', 'strongly-support', [together('joint')], 'joint'],
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
    // A shared silence is no common line, nor is a side that only one takes, whatever is recorded.
    ['vote', 'abstain', 'abstain', [], 'neither'],
    ['vote', 'abstain', 'abstain', [together('joint')], 'neither'],
    ['stance5', 'neutral', 'neutral', [together('coordinated')], 'neither'],
    ['vote', 'yes', 'abstain', [together('coordinated')], 'apart'],
    ['stance5', 'neutral', 'strongly-support', [together('joint')], 'apart'],
  ])('%s, %s and %s, %j: %s', (scale, AAA, BBB, coordination, expected) => {
    expect(depthsOf([{ id: 'i', scale, coordination, held: { AAA, BBB } }])).toEqual([expected]);
  });

  it('an absence takes no side', () => {
    const coordination = [together('joint')];
    const issues: IssueSketch[] = [
      { id: 'i', coordination, held: { AAA: 'yes', BBB: 'absent' } },
      { id: 'j', coordination, held: { AAA: 'absent', BBB: 'abstain' } },
    ];
    expect(depthsOf(issues, { absent: 'half' })).toEqual(['apart', 'neither']);
  });
});

describe('on scales of a catalog’s own', () => {
  /** The depth of every pair of labels, by the first letter of it, `-` where there is none. */
  const table = (labels: readonly string[], neutral?: string) =>
    labels.map((AAA) =>
      depthsOf(
        labels.map((BBB, i) => ({
          id: `${i}`,
          scale: 'own',
          labels,
          ...(neutral === undefined ? {} : { neutral }),
          held: { AAA, BBB },
        })),
      )
        .map((depth) => (depth ?? '-').charAt(0))
        .join(''),
    );

  it.each([
    ['of two', ['a', 'b'], undefined, ['po', 'op']],
    ['of three', ['a', 'b', 'c'], undefined, ['pao', 'ana', 'oap']],
    ['of three without sides', ['a', 'b', 'c'], 'none', ['p--', '-p-', '--p']],
    ['of four, halves', ['a', 'b', 'c', 'd'], undefined, ['ppoo', 'ppoo', 'oopp', 'oopp']],
    ['of four, with a neutral label', ['a', 'b', 'c', 'd'], 'b', ['paoo', 'anaa', 'oapp', 'oapp']],
    [
      'of five, the second neutral',
      ['a', 'b', 'c', 'd', 'e'],
      'b',
      ['paooo', 'anaaa', 'oappp', 'oappp', 'oappp'],
    ],
    ['of three, the first neutral', ['a', 'b', 'c'], 'a', ['naa', 'app', 'app']],
    // A label of that name comes first.
    ['of three, one of them called none', ['none', 'some', 'all'], 'none', ['naa', 'app', 'app']],
  ])('%s', (_, labels, neutral, expected) => {
    expect(table(labels, neutral)).toEqual(expected);
  });

  it('without sides, equal positions are one side and may be more than parallel', () => {
    const own = { scale: 'own', labels: ['a', 'b', 'c'], neutral: 'none' };
    const coordination = [together('coordinated')];
    const all = assessed([
      { id: 'i', ...own, coordination, held: { AAA: 'b', BBB: 'b' } },
      { id: 'j', ...own, coordination, weight: 3, held: { AAA: 'a', BBB: 'b' } },
    ]);
    expect(all.map(({ depth }) => depth)).toEqual(['coordinated', null]);
    const summary = summarizeDepth(all);
    expect(depths.reduce((sum, depth) => sum + summary[depth], 0)).toBe(1);
    // What has no depth has no credit: 1/3 of the one, half of the other of weight 3.
    expect(summary).toMatchObject({ aligned: 1, coordination: 1 });
    expect(summary.liabilityGap).toBeCloseTo((1 / 3 + 3 / 2) / 4, 12);
  });

  it('a mean between two labels is on the side of the neutral point that it lies on', () => {
    const labels = ['a', 'b', 'c', 'd', 'e'];
    const of = (...members: readonly string[]) => {
      const held = Object.fromEntries(members.map((label, i) => [`M${i}`, label]));
      const evidence = evidenceOf([
        { id: 'i', scale: 'own', labels, neutral: 'b', held: { AAA: 'c', ...held } },
      ]);
      const b = blocSide(evidence, { code: 'b', name: 'B', members: Object.keys(held) }, 'mean');
      const [a] = sidesOf(evidence, 'AAA');
      return assessDepths(evidence, compareDyad(evidence, a!, b, defaultSettings))[0]?.depth;
    };
    expect(of('a', 'b')).toBe('opposed');
    expect(of('a', 'c')).toBe('apart');
    expect(of('b', 'c')).toBe('parallel');
  });
});

describe('coordination of blocs', () => {
  const recorded = (countries: string[], members = ['MMM', 'NNN'], first = 'AAA') => {
    const coordination = [together('joint', countries)];
    const held = { AAA: 'yes', MMM: 'yes', NNN: 'yes' };
    const evidence = evidenceOf([{ id: 'i', coordination, held }]);
    const [a] = sidesOf(evidence, first);
    const b = blocSide(evidence, { code: 'b', name: 'B', members }, 'median');
    return assessDepths(evidence, compareDyad(evidence, a!, b, defaultSettings))[0]?.depth;
  };

  it('is that of any member', () => {
    expect(recorded(['AAA', 'NNN'])).toBe('joint');
    expect(recorded(['AAA', 'ZZZ'])).toBe('parallel');
    expect(recorded(['MMM', 'NNN'])).toBe('parallel');
  });

  it('a member does not coordinate with itself', () => {
    expect(recorded(['MMM', 'ZZZ'], ['MMM', 'NNN'], 'MMM')).toBe('parallel');
    expect(recorded(['MMM', 'NNN'], ['MMM', 'NNN'], 'MMM')).toBe('joint');
  });
});

describe('a draft', () => {
  const of = (
    submitters: NonNullable<IssueSketch['vote']>['submitters'],
    held: IssueSketch['held'] = { CHN: 'yes', RUS: 'yes' },
    rest: Partial<IssueSketch> = {},
  ) => {
    const vote = { body: 'UNSC', draft: 'S/2021/667', ...(submitters ? { submitters } : {}) };
    const issue = { id: 'draft', sources: ['record'], vote, held, ...rest };
    return assessed([issue], {}, ['CHN', 'RUS'])[0];
  };

  it.each([
    [['CHN', 'RUS'], 'joint'],
    [['BLR', 'CHN', 'RUS'], 'coordinated'],
    [['BLR', 'CHN', 'PRK', 'RUS', 'SYR'], 'coordinated'],
    [['BLR', 'CHN', 'NIC', 'PRK', 'RUS', 'SYR'], 'parallel'],
    [['BLR', 'CHN'], 'parallel'],
    [['RUS'], 'parallel'],
    ['president', 'parallel'],
    [undefined, 'parallel'],
  ] as const)('of %j is %s to China and Russia, who voted for it', (submitters, depth) => {
    expect(of(submitters)?.depth).toBe(depth);
  });

  it('rests on the record, and says what follows from what', () => {
    expect(of(['CHN', 'RUS'])?.recorded).toMatchObject({
      note: 'They alone submitted the draft.',
      sources: ['record'],
    });
    expect(of(['BLR', 'CHN', 'RUS'])?.recorded?.note).toBe(
      'Both are among the 3 that submitted the draft.',
    );
  });

  it('counts only where they voted alike on it, and took a side', () => {
    expect(of(['CHN', 'RUS'], { CHN: 'yes', RUS: 'abstain' })?.depth).toBe('apart');
    expect(of(['CHN', 'RUS'], { CHN: 'abstain', RUS: 'abstain' })?.depth).toBe('neither');
  });

  it('is what the catalog says of the two, where it does', () => {
    const coordination = [together('parallel', ['RUS', 'CHN'])];
    expect(of(['CHN', 'RUS'], undefined, { coordination })?.depth).toBe('parallel');
  });
});

describe('a veto', () => {
  const draft = (
    held: IssueSketch['held'],
    rest: Partial<IssueSketch> = {},
    vote: Partial<NonNullable<IssueSketch['vote']>> = {},
  ): IssueSketch => ({
    id: 'draft',
    sources: ['record'],
    vote: { body: 'UNSC', resolution: 'S/2012/77', outcome: 'vetoed', ...vote },
    held,
    ...rest,
  });
  const both = { CHN: 'no', RUS: 'no', ZAF: 'no', USA: 'yes' };
  const of = (issue: IssueSketch, a = 'CHN', b = 'RUS') => depthsOf([issue], {}, [a, b]);

  it('that two permanent members cast is joint without an entry, and rests on the record', () => {
    const [only] = assessed([draft(both)], {}, ['CHN', 'RUS']);
    expect(only).toMatchObject({ depth: 'joint', recorded: { sources: ['record'] } });
  });

  it('is none of a member that is not permanent, of a draft that was adopted, or of another body', () => {
    expect(of(draft(both), 'CHN', 'ZAF')).toEqual(['parallel']);
    expect(of(draft(both, {}, { outcome: 'failed' }))).toEqual(['parallel']);
    expect(of(draft(both, {}, { body: 'UNGA' }))).toEqual(['parallel']);
    expect(of(draft({ CHN: 'abstain', RUS: 'no' }))).toEqual(['apart']);
    expect(of(draft({ CHN: 'yes', RUS: 'yes' }))).toEqual(['parallel']);
  });

  it('is what the catalog says of the two, where it does', () => {
    const entry = (depth: Coordination['depth'], between: string[]) =>
      of(draft(both, { coordination: [together(depth, between)] }));
    expect(entry('parallel', ['CHN', 'RUS'])).toEqual(['parallel']);
    expect(entry('coordinated', ['RUS', 'CHN'])).toEqual(['coordinated']);
    expect(entry('parallel', ['CHN', 'USA'])).toEqual(['joint']);
  });

  it('of a bloc is that of a member', () => {
    const evidence = evidenceOf([draft({ ...both, BRA: 'no' })]);
    const bloc = (...members: string[]) =>
      blocSide(evidence, { code: 'b', name: 'B', members }, 'median');
    const [china] = sidesOf(evidence, 'CHN');
    const shared = (...members: string[]) => {
      const dyad = compareDyad(evidence, china!, bloc(...members), defaultSettings);
      return isSharedVeto(evidence, dyad, evidence.issues[0]!);
    };
    expect(shared('BRA', 'RUS')).toBe(true);
    expect(shared('BRA', 'ZAF')).toBe(false);
    expect(shared('BRA', 'CHN')).toBe(false);
  });

  it('of the Soviet Union is that of its row', () => {
    const evidence = evidenceOf([draft({ CHN: 'no', RUS: 'no' }, { date: '1980-01-01' })]);
    const soviet = countrySide(evidence, 'SUN', 'Soviet Union', {
      by: ['RUS'],
      existed: { to: '1991-12-26' },
    });
    const [china] = sidesOf(evidence, 'CHN');
    const dyad = compareDyad(evidence, china!, soviet, defaultSettings);
    expect(assessDepths(evidence, dyad)[0]?.depth).toBe('joint');
  });
});

describe('the summary', () => {
  it('of a dyad that never agrees has no coordination', () => {
    expect(summarizeDepth(assessed([{ id: 'i', held: { AAA: 'yes', BBB: 'no' } }]))).toMatchObject({
      opposed: 1,
      aligned: 0,
      coordination: null,
      liabilityGap: 0,
      stakeAsymmetry: null,
      stakes: { n: 0, a: { higher: 0, value: null }, b: { higher: 0, value: null } },
      reason: 'no aligned issue; no joint issue has both saliences coded',
    });
  });

  it.each([
    ['parallel', 2 / 3],
    ['coordinated', 1 / 3],
    ['joint', 0],
  ] as const)('of a dyad always alike and %s has a liability gap of %d', (depth, gap) => {
    const all = assessed([
      { id: 'i', weight: 7, coordination: [together(depth)], held: { AAA: 'yes', BBB: 'yes' } },
    ]);
    expect(summarizeDepth(all).liabilityGap).toBeCloseTo(gap, 12);
  });

  it('two abstentions are credited as a parallel line is, and aligned with nothing', () => {
    const all = assessed([{ id: 'i', held: { AAA: 'abstain', BBB: 'abstain' } }]);
    expect(summarizeDepth(all)).toMatchObject({ neither: 1, aligned: 0, coordination: null });
    expect(summarizeDepth(all).liabilityGap).toBeCloseTo(2 / 3, 12);
  });

  it('weighs coordination by the weight of the issues', () => {
    const held = { AAA: 'yes', BBB: 'yes' };
    const all = assessed([
      { id: 'i', weight: 3, coordination: [together('coordinated')], held },
      { id: 'j', weight: 1, held },
      { id: 'k', weight: 4, held: { AAA: 'yes', BBB: 'no' } },
      { id: 'l', weight: 4, held: { AAA: 'abstain', BBB: 'abstain' } },
    ]);
    expect(summarizeDepth(all)).toMatchObject({ coordination: 0.75, aligned: 2 });
  });

  it('counts whose stake is the higher, with the weighted agreement there', () => {
    type Salience = 'low' | 'medium' | 'high';
    const stake = (x: Salience, y: Salience, other = 'yes') => ({
      AAA: { stance: 'yes', salience: x },
      BBB: { stance: other, salience: y },
    });
    const all = assessed([
      { id: 'h', held: stake('high', 'medium', 'no'), weight: 3 },
      { id: 'i', held: stake('high', 'low'), weight: 5 },
      { id: 'j', held: stake('low', 'medium', 'abstain') },
      { id: 'k', held: stake('high', 'high') },
      { id: 'l', held: { AAA: { stance: 'yes', salience: 'high' }, BBB: 'yes' } },
    ]);
    expect(summarizeDepth(all)).toMatchObject({
      stakes: { n: 4, a: { higher: 2, value: 5 / 8 }, b: { higher: 1, value: 0.5 } },
      stakeAsymmetry: (0.5 + 1 + 0.5 + 0) / 4,
    });
  });
});
