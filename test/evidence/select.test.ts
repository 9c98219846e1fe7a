import { describe, expect, it } from 'vitest';
import type { Interaction } from '../../src/catalog/model.ts';
import { UserError } from '../../src/errors.ts';
import { ABSENT, MISSING } from '../../src/evidence/evidence.ts';
import { globMatcher } from '../../src/evidence/issue-filter.ts';
import type { RecordedVotes } from '../../src/evidence/position-table.ts';
import { selectEvidence } from '../../src/evidence/select.ts';
import {
  catalogOf,
  everything,
  evidenceOf,
  type IssueSketch,
  positionsOf,
  storedEvidenceOf,
} from './catalogs.ts';

const ids = (evidence: ReturnType<typeof evidenceOf>) =>
  evidence.issues.map(({ issue }) => issue.id);

const bothWays = [
  ['as it is loaded', evidenceOf],
  ['as it is stored', storedEvidenceOf],
] as const;

describe.each(bothWays)('the position table of a catalog %s', (_, open) => {
  const evidence = open([
    { id: 'late', date: '2020-05-01', held: { RUS: 'yes', CHN: 'no' } },
    { id: 'b', held: { USA: 'abstain', RUS: 'absent', CHN: 'yes' } },
    { id: 'a', scale: 'stance5', held: { USA: 'support', CHN: 'oppose' } },
  ]);

  it('has issues by date, then id, each at its own index', () => {
    expect(ids(evidence)).toEqual(['a', 'b', 'late']);
    expect(evidence.issues.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(evidence.issues.map(({ scale }) => evidence.scales[scale]?.id)).toEqual([
      'stance5',
      'vote',
      'vote',
    ]);
    expect(evidence.issues.map(({ catalog }) => catalog)).toEqual(['test', 'test', 'test']);
  });

  it('has countries by code, and tells absent from missing', () => {
    expect(evidence.positions.countries).toEqual(['CHN', 'RUS', 'USA']);
    expect([...(evidence.positions.get('CHN') ?? [])]).toEqual([1, 2, 0]);
    expect([...(evidence.positions.get('RUS') ?? [])]).toEqual([MISSING, ABSENT, 2]);
    expect([...(evidence.positions.get('USA') ?? [])]).toEqual([3, 1, MISSING]);
  });

  it('has no country by the name of what every object has', () => {
    for (const name of ['constructor', 'toString', '__proto__']) {
      expect(evidence.positions.get(name)).toBeUndefined();
      expect(evidence.stance(name, evidence.issues[0]!)).toBeUndefined();
    }
  });

  it('finds the stance behind a position', () => {
    const [a, b] = evidence.issues;
    expect(evidence.stance('CHN', a!)).toMatchObject({ category: 1 });
    expect(evidence.stance('RUS', b!)).toMatchObject({ category: null });
    expect(evidence.stance('RUS', a!)).toBeUndefined();
    expect(evidence.stance('GBR', a!)).toBeUndefined();
  });

  it('carries what a renderer needs of the catalogs', () => {
    expect(evidence.catalogs).toEqual([
      { id: 'test', title: 'Test', short: 'test', version: '1.0.0', sha256: 'abc' },
    ]);
    expect(evidence.topics).toEqual({ rights: 'Topic rights' });
  });
});

describe.each(bothWays)('a position that changed, in a catalog %s', (_, open) => {
  const changed: IssueSketch[] = [
    {
      id: 'crisis',
      date: ['2020-01-01', '2020-12-31'],
      held: {
        USA: [
          { stance: 'abstain', from: '2020-03-01' },
          { stance: 'no', from: '2020-06-01' },
        ],
        CHN: 'yes',
      },
    },
  ];

  it.each([
    [undefined, 'no'],
    ['2020-12-31', 'no'],
    ['2020-06-01', 'no'],
    ['2020-05-31', 'abstain'],
    ['2020-03-01', 'abstain'],
    ['2020-02-29', 'missing'],
  ])('to %s is the one in force: %s', (to, expected) => {
    const evidence = open(changed, to === undefined ? {} : { to });
    expect(positionsOf(evidence, 'USA')).toEqual([expected]);
    expect(positionsOf(evidence, 'CHN')).toEqual(['yes']);
  });

  it('leaves out the country that had none yet', () => {
    expect(open(changed, { to: '2020-02-29' }).positions.countries).toEqual(['CHN']);
  });

  it('a doubtful change is passed over for the stance before it', () => {
    const doubtful: IssueSketch = {
      id: 'crisis',
      held: {
        USA: [
          { stance: 'abstain', from: '2020-03-01', confidence: 'medium' },
          { stance: 'no', from: '2020-06-01', confidence: 'low' },
        ],
      },
    };
    const at = (minConfidence: 'low' | 'medium' | 'high') =>
      positionsOf(open([doubtful], { minConfidence }), 'USA');
    expect(at('low')).toEqual(['no']);
    expect(at('medium')).toEqual(['abstain']);
    expect(at('high')).toEqual(['missing']);
  });
});

it('counts a catalog that is named twice once', () => {
  const catalog = catalogOf([{ id: 'crisis', held: { CHN: 'yes' } }]);
  expect(selectEvidence([catalog, catalog], [], everything).issues).toHaveLength(1);
});

describe('the filter', () => {
  const issues: IssueSketch[] = [
    {
      id: 'sea',
      topics: ['sea', 'trade'],
      date: ['2019-03-01', '2019-09-30'],
      held: { CHN: 'no' },
    },
    { id: 'land', topics: ['land'], date: '2020-06-15', held: { CHN: 'no' } },
  ];

  it.each([
    [{ topics: ['trade'] }, ['sea']],
    [{ topics: ['trade', 'land'] }, ['sea', 'land']],
    [{ issues: ['land'] }, ['land']],
    [{ issues: ['land'], topics: ['sea'] }, []],
    // An issue that lasts is in the period if any day of it is.
    [{ from: '2019-09-30' }, ['sea', 'land']],
    [{ from: '2019-10-01' }, ['land']],
    [{ from: '2020-06-15' }, ['land']],
    [{ from: '2020-06-16' }, []],
    [{ to: '2019-03-01' }, ['sea']],
    [{ to: '2019-02-28' }, []],
    [{ to: '2020-06-15' }, ['sea', 'land']],
    [{ to: '2020-06-14' }, ['sea']],
    [{ accepts: ({ id }: { id: string }) => id === 'land' }, ['land']],
  ])('%j selects %j', (filter, expected) => {
    expect(ids(evidenceOf(issues, filter))).toEqual(expected);
  });

  it.each([
    [{ topics: ['trad'] }, /^no topic is called "trad" in the catalogs loaded$/, /trade/],
    [
      { topics: ['land', 'x', 'y'] },
      /^no topic is called "x", "y"/,
      /align list topics shows them/,
    ],
    [{ issues: ['lnad'] }, /^no issue is called "lnad"/, /land.*align list issues shows them/],
  ])('%j is a usage error with the nearest names', (filter, message, hint) => {
    let caught: unknown;
    try {
      evidenceOf(issues, filter);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(UserError);
    expect(caught).toMatchObject({
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
      exitCode: 2,
    });
  });
});

function ballot(id: string, vote: NonNullable<IssueSketch['vote']>, held = ['no', 'yes']) {
  return { id, vote, held: { CHN: held[0]!, RUS: held[1]! } };
}

describe('the filter of recorded votes', () => {
  const issues: IssueSketch[] = [
    ballot('plain', { body: 'UNGA', resolution: 'A/RES/74/1', session: 74 }),
    ballot('key', { body: 'UNGA', resolution: 'A/RES/74/10', session: 74, important: true }),
    ballot('part', { body: 'UNGA', resolution: 'A/RES/75/1', session: 75, on: 'paragraph' }),
    ballot('change', { body: 'UNGA', resolution: 'a/res/75.2', session: 76, on: 'amendment' }),
    ballot('alike', { body: 'UNGA', resolution: 'A/RES/73/1', session: 73 }, ['yes', 'yes']),
    ballot('empty', { body: 'UNGA', resolution: 'S/1', session: 72 }, ['absent', 'absent']),
    ballot('one', { body: 'UNGA', draft: 'S/2' }, ['absent', 'no']),
    { id: 'stand', scale: 'stance5', held: { CHN: 'support', RUS: 'support' } },
  ];
  const ballots = ['plain', 'key', 'part', 'change', 'alike', 'empty', 'one'];

  it.each([
    [{}, [...ballots, 'stand']],
    [{ important: true }, ['key']],
    [{ sessions: [74, 74] as const }, ['plain', 'key']],
    [{ sessions: [74, 75] as const }, ['plain', 'key', 'part']],
    [{ sessions: [73, 74] as const }, ['plain', 'key', 'alike']],
    [{ noParagraphs: true }, ['plain', 'key', 'change', 'alike', 'empty', 'one', 'stand']],
    [{ noAmendments: true }, ['plain', 'key', 'part', 'alike', 'empty', 'one', 'stand']],
    // Nobody contested a ballot on which all who voted agree; stands that are no ballots stay.
    [{ noUnanimous: true }, ['plain', 'key', 'part', 'change', 'stand']],
    [{ resolution: 'A/RES/74/*' }, ['plain', 'key']],
    [{ resolution: 'A/RES/7?/1' }, ['plain', 'part', 'alike']],
    [{ resolution: 'A/RES/74/1' }, ['plain']],
    // A draft that failed has the symbol of the draft only.
    [{ resolution: 'S/*' }, ['empty', 'one']],
  ])('%j selects %j', (rollCalls, expected) => {
    expect(ids(evidenceOf(issues, { rollCalls })).sort()).toEqual([...expected].sort());
  });
});

describe('a pattern', () => {
  it.each([
    ['A/RES/75.2', 'a/res/75.2', true],
    ['A/RES/75.2', 'A/RES/75x2', false],
    ['*(II)', 'A/RES/1(II)', true],
    ['*(II)', 'A/RES/1(II)b', false],
    ['RES', 'A/RES/1', false],
    ['a?c', 'ac', false],
    [String.raw`a+[b]{c}^$|\d`, String.raw`A+[B]{C}^$|\D`, true],
  ])('%s and %s: %s', (pattern, name, expected) => {
    expect(globMatcher(pattern)(name)).toBe(expected);
  });
});

describe('roll-call records', () => {
  const record: RecordedVotes = {
    catalog: 'un',
    issues: catalogOf([
      { id: 'r1', date: '2020-02-01', held: {} },
      { id: 'r2', date: '2019-02-01', held: {} },
    ]).issues,
    votes: new Map([
      ['CHN', Int8Array.of(2, ABSENT)],
      ['FRA', Int8Array.of(MISSING, 0)],
    ]),
    sources: ['ledger'],
  };
  const catalog = catalogOf([{ id: 'own', date: '2020-01-01', held: { CHN: 'no' } }], {
    sources: { ledger: { id: 'ledger', title: 'Ledger' } },
  });
  const gather = () => selectEvidence([catalog], [record], everything);

  it('stand among the issues by date, with their own positions', () => {
    const evidence = gather();
    expect(ids(evidence)).toEqual(['r2', 'own', 'r1']);
    expect(evidence.issues.map((each) => each.catalog)).toEqual(['un', 'test', 'un']);
    expect(positionsOf(evidence, 'CHN')).toEqual(['absent', 'no', 'yes']);
    expect(positionsOf(evidence, 'FRA')).toEqual(['no', 'missing', 'missing']);
    expect(evidence.sources.get('ledger')).toMatchObject({ title: 'Ledger' });
  });

  it('give stances from the record', () => {
    const evidence = gather();
    const [r2, own, r1] = evidence.issues;
    const vote = { confidence: 'high', sources: ['ledger'] };
    expect(evidence.stance('CHN', r2!)).toEqual({ category: null, ...vote });
    expect(evidence.stance('CHN', r1!)).toEqual({ category: 2, ...vote });
    expect(evidence.stance('CHN', own!)).toMatchObject({ category: 0, sources: [] });
    expect(evidence.stance('FRA', r1!)).toBeUndefined();
    expect(evidence.stance('FRA', r2!)).toEqual({ category: 0, ...vote });
    expect(evidence.stance('USA', r1!)).toBeUndefined();
  });

  it('list countries that voted on none of the selected roll calls, which have no position then', () => {
    const evidence = selectEvidence([catalog], [{ ...record, issues: record.issues.slice(0, 1) }], {
      ...everything,
    });
    expect(evidence.positions.countries).toEqual(['CHN']);
    expect(evidence.positions.has('FRA')).toBe(false);
  });

  const only = (filter: object) =>
    ids(selectEvidence([catalog], [record], { ...everything, ...filter }));
  it('know their issues by name, and obey a convention’s own rule', () => {
    expect(only({ accepts: ({ id }: { id: string }) => id !== 'r1' })).toEqual(['r2', 'own']);
    // Which of its roll calls are asked for is settled where the record is opened.
    expect(only({ issues: ['r1'] })).toEqual(['r2', 'r1']);
    expect(() => only({ issues: ['r3'] })).toThrow('no issue is called "r3"');
  });
});

it('an issue on a scale that no catalog has is a bug, not an answer', () => {
  const catalog = catalogOf([{ id: 'odd', held: {} }]);
  expect(() => selectEvidence([{ ...catalog, scales: {} }], [], everything)).toThrow(
    'issue odd has no scale vote',
  );
});

describe('several catalogs', () => {
  it('share the table, the topics and the scales', () => {
    const one = catalogOf([{ id: 'a', topics: ['x'], held: { CHN: 'no' } }], { id: 'one' });
    const two = catalogOf(
      [{ id: 'b', topics: ['y'], scale: 'own', labels: ['low', 'high'], held: { CHN: 'high' } }],
      { id: 'two' },
    );
    const evidence = selectEvidence([one, two], [], everything);
    expect(evidence.catalogs.map(({ id }) => id)).toEqual(['one', 'two']);
    expect(Object.keys(evidence.topics)).toEqual(['x', 'y']);
    expect(positionsOf(evidence, 'CHN')).toEqual(['no', 'high']);
  });
});

function event(
  id: string,
  from: string,
  to = from,
  confidence: 'low' | 'high' = 'high',
): Interaction {
  return {
    id,
    title: id,
    date: { from, to },
    dateLabel: from,
    actors: ['CHN', 'RUS'],
    targets: [],
    cameo: '040',
    confidence,
    sources: [],
  };
}

describe('interactions', () => {
  const catalog = catalogOf([], {
    interactions: [
      event('doubtful', '2020-02-01', '2020-02-01', 'low'),
      event('z', '2020-03-01'),
      event('long', '2019-01-01', '2019-12-31'),
      event('y', '2020-03-01'),
    ],
  });
  it.each([
    [{}, ['long', 'doubtful', 'y', 'z']],
    [{ minConfidence: 'medium' as const }, ['long', 'y', 'z']],
    [{ from: '2019-12-31' }, ['long', 'doubtful', 'y', 'z']],
    [{ from: '2020-01-01' }, ['doubtful', 'y', 'z']],
    [{ to: '2019-01-01' }, ['long']],
    [{ to: '2018-12-31' }, []],
    [{ from: '2020-03-01', to: '2020-03-01' }, ['y', 'z']],
  ])('%j are %j, by date, then id', (filter, expected) => {
    const evidence = selectEvidence([catalog], [], { ...everything, ...filter });
    expect(evidence.interactions.map(({ id }) => id)).toEqual(expected);
  });
});
