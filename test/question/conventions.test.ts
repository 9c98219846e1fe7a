import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Convention, conventions } from '../../src/question/conventions.ts';
import { everything, evidenceOf, type IssueSketch } from '../evidence/catalogs.ts';
import { coincidence } from '../../src/measures/coincidence.ts';
import { creditConventions, type CreditConvention } from '../../src/measures/conventions.ts';
import { choose, scoreOf } from '../analysis/scores.ts';

function find(id: string): Convention {
  const convention = conventions.find((each) => each.id === id);
  if (!convention) throw new Error(`no convention ${id}`);
  return convention;
}

function scoreBy(convention: Convention, issues: readonly IssueSketch[]) {
  const { measure, distance, absent, rollCalls, accepts, dropsNeutral, undefinedAsZero } =
    convention;
  const { weighs, countsUncast } = convention;
  const evidence = evidenceOf(issues, {
    rollCalls: { ...everything.rollCalls, ...rollCalls },
    ...(accepts ? { accepts } : {}),
  });
  return scoreOf(evidence, 'AAA', 'BBB', {
    headline: choose(measure, distance),
    distance,
    absent,
    dropsNeutral: dropsNeutral ?? false,
    undefinedAsZero: undefinedAsZero ?? false,
    ...(weighs ? { weighs } : {}),
    ...(countsUncast ? { countsUncast } : {}),
  }).alignment;
}

/** Pairs of votes and what the State Department and others count them as. */
const pairs = {
  bothYes: ['yes', 'yes'],
  bothNo: ['no', 'no'],
  bothAbstain: ['abstain', 'abstain'],
  partial: ['yes', 'abstain'],
  partialOther: ['abstain', 'no'],
  opposite: ['no', 'yes'],
  absent: ['absent', 'yes'],
  absentOther: ['abstain', 'absent'],
  bothAbsent: ['absent', 'absent'],
  notMember: ['yes', undefined],
} as const;

type Tally = Readonly<Record<keyof typeof pairs, number>>;

/** Ballots with so many of each pair; a third country contests every one. */
function ballots(tally: Tally): IssueSketch[] {
  return Object.entries(pairs).flatMap(([kind, [AAA, BBB]]) =>
    Array.from({ length: tally[kind as keyof Tally] }, (_, i) => ({
      id: `${kind}-${i}`,
      vote: { body: 'UNGA', resolution: 'A/RES/1' },
      held: {
        AAA,
        ...(BBB === undefined ? {} : { BBB }),
        CCC: AAA === 'yes' ? 'no' : 'yes',
        DDD: AAA === 'no' ? 'yes' : 'no',
      },
    })),
  );
}

const few = fc.nat({ max: 4 });
const tally = fc.record({
  bothYes: few,
  bothNo: few,
  bothAbstain: few,
  partial: few,
  partialOther: few,
  opposite: few,
  absent: few,
  absentOther: few,
  bothAbsent: few,
  notMember: few,
});

describe.each(Object.keys(creditConventions) as CreditConvention[])('%s', (id) => {
  it('on votes is what the published counts give', () => {
    fc.assert(
      fc.property(tally, (t) => {
        // Of the report's "same votes", those to 2016 are yes or no alone; an abstention beside an
        // absence is no abstention any more.
        const bothAbstain = id === 'state-2013' ? 0 : t.bothAbstain;
        const counts = {
          same: t.bothYes + t.bothNo + bothAbstain,
          partial: t.partial + t.partialOther,
          opposite: t.opposite,
          absent: t.absent + t.absentOther,
        };
        const { value } = scoreBy(find(id), ballots(t));
        const published = coincidence(counts, id).value;
        if (published === null) expect(value).toBeNull();
        else expect(value).toBeCloseTo(published, 12);
      }),
    );
  });
});

const ballot = (
  id: string,
  held: Record<string, string>,
  rest: Partial<IssueSketch> = {},
): IssueSketch => ({
  id,
  held,
  ...rest,
  vote: { body: 'UNGA', resolution: 'A/RES/1', ...rest.vote },
});

describe('what counts', () => {
  const contested = ballot('contested', { AAA: 'yes', BBB: 'abstain', CCC: 'no' });
  const alike = ballot('alike', { AAA: 'yes', BBB: 'yes', CCC: 'absent' });

  it.each([
    ['voeten', 0.5, 1],
    ['pct-agree', 0, 1],
    ['lijphart', 0.75, 2],
    ['state-2017', 0.75, 2],
  ])('%s: unanimous roll calls', (id, value, n) => {
    expect(scoreBy(find(id), [contested, alike])).toMatchObject({ value, n });
  });

  it.each([
    ['1989-12-31', 2],
    ['1990-01-01', 1],
  ])('pct-agree: a vote on a paragraph of %s', (date, n) => {
    const paragraph = ballot(
      'p',
      { AAA: 'yes', BBB: 'yes', CCC: 'no' },
      {
        date,
        vote: { body: 'UNGA', resolution: 'A/RES/2', on: 'paragraph' },
      },
    );
    expect(scoreBy(find('pct-agree'), [contested, paragraph]).n).toBe(n);
    expect(scoreBy(find('voeten'), [contested, paragraph]).n).toBe(2);
  });
});

describe('haege', () => {
  const haege = find('haege');

  it('is pi with squared distance', () => {
    // x: -1 -1 1 1 0, y: -1 0 1 0 0; Σ(x - y)² = 2, Σx² + Σy² = 4 + 2, Σx + Σy = 0.
    const rows = [
      ['no', 'no'],
      ['no', 'abstain'],
      ['yes', 'yes'],
      ['yes', 'abstain'],
      ['abstain', 'abstain'],
    ].map(([AAA, BBB], i) => ballot(`${i}`, { AAA: AAA!, BBB: BBB! }));
    expect(scoreBy(haege, rows).value).toBeCloseTo(1 - 2 / 6, 12);
  });

  it('is 0 where it is undefined', () => {
    const rows = ['a', 'b'].map((id) => ballot(id, { AAA: 'yes', BBB: 'yes' }));
    expect(scoreBy(haege, rows)).toMatchObject({
      value: 0,
      reason: expect.stringMatching(/^undefined/),
    });
  });
});

describe('cosine', () => {
  const cosine = find('cosine');
  const number: Readonly<Record<string, number>> = { yes: 1, no: -1 };

  it('is that of all votes of the selection, those that only one of the two cast too', () => {
    fc.assert(
      fc.property(tally, (t) => {
        let [product, first, second, n] = [0, 0, 0, 0];
        for (const [kind, [a, b]] of Object.entries(pairs)) {
          const [count, x, y] = [t[kind as keyof Tally], number[a] ?? 0, number[b ?? ''] ?? 0];
          product += count * x * y;
          first += count * x ** 2;
          second += count * y ** 2;
          if (a !== 'absent' || b !== 'absent') n += count;
        }
        const found = scoreBy(cosine, ballots(t));
        expect(found.n).toBe(n);
        if (first * second === 0) expect(found.value).toBeNull();
        else expect(found.value).toBeCloseTo(product / Math.sqrt(first * second), 12);
      }),
    );
  });

  it('counts a vote of a country whose partner has no seat, and no issue but votes', () => {
    const rows = [
      ballot('both', { AAA: 'yes', BBB: 'yes' }),
      ballot('alone', { AAA: 'no', CCC: 'yes' }),
      ballot('neither', { CCC: 'yes' }),
      { id: 'crisis', scale: 'stance5', held: { AAA: 'support', BBB: 'strongly-oppose' } },
    ];
    expect(scoreBy(cosine, rows)).toMatchObject({
      value: expect.closeTo(Math.SQRT1_2, 12),
      n: 2,
    });
    // As a measure alone it is taken on what both voted on.
    const evidence = evidenceOf(rows.slice(0, 3));
    expect(scoreOf(evidence, 'AAA', 'BBB', { headline: choose('cosine') }).alignment).toMatchObject(
      { value: 1, n: 1 },
    );
  });

  it('calls a vote that was not cast no abstention', () => {
    const settings = { absent: 'abstain', countsUncast: true } as const;
    const rows = [
      ballot('a', { AAA: 'no', CCC: 'yes' }),
      ballot('b', { AAA: 'yes', BBB: 'absent' }),
      ballot('c', { AAA: 'abstain', BBB: 'yes' }),
    ];
    const { issues } = scoreOf(evidenceOf(rows), 'AAA', 'BBB', settings);
    expect(issues.map(({ positions }) => positions)).toEqual([
      ['no', 'no-vote'],
      ['yes', 'absent'],
      ['abstain', 'yes'],
    ]);
  });

  it('under other rules treats a country without a seat as one that is absent', () => {
    const rows = (held: Record<string, string>) => [
      ballot('both', { AAA: 'yes', BBB: 'yes' }),
      ballot('alone', { AAA: 'no', CCC: 'yes', ...held }),
    ];
    const settings = { headline: choose('agreement'), countsUncast: true };
    const ask = (held: Record<string, string>) =>
      scoreOf(evidenceOf(rows(held)), 'AAA', 'BBB', settings).sensitivity.absent;
    expect(ask({})).toEqual({ exclude: 1, half: 0.75, abstain: 0.75, disagree: 0.5 });
    expect(ask({})).toEqual(ask({ BBB: 'absent' }));
  });
});

describe('publicwhip', () => {
  interface Compared {
    readonly same: number;
    readonly different: number;
    readonly absent: number;
  }
  const kinds = {
    same: ['yes', 'yes'],
    different: ['yes', 'no'],
    absent: ['yes', 'absent'],
  } as const;

  const none: Compared = { same: 0, different: 0, absent: 0 };
  const scoreVotes = (normal: Compared, strong: Compared) => {
    const rows = [
      { tally: normal, vote: {} },
      { tally: strong, vote: { important: true } },
    ].flatMap(({ tally: counts, vote }, s) =>
      Object.entries(kinds).flatMap(([kind, [AAA, BBB]]) =>
        Array.from({ length: counts[kind as keyof typeof kinds] }, (_, i) =>
          ballot(
            `${s}-${kind}-${i}`,
            { AAA, BBB },
            { vote: { body: 'UNGA', resolution: 'A/RES/1', ...vote } },
          ),
        ),
      ),
    );
    return scoreBy(find('publicwhip'), rows).value;
  };

  // The Public Whip and They Vote For You, tests of their distance calculation; the score is 1 less it.
  it.each([
    [{ ...none, same: 1, absent: 5 }, none, 0.25],
    [{ ...none, different: 1, absent: 5 }, none, 0.75],
    [{ ...none, absent: 3 }, none, 0.5],
    [{ ...none, different: 5 }, { ...none, same: 1 }, 0.5],
    [{ ...none, same: 5 }, { ...none, absent: 1 }, 0.25],
  ])('published: normal %j, strong %j have the distance %d', (normal, strong, distance) => {
    expect(scoreVotes(normal, strong)).toBeCloseTo(1 - distance, 12);
  });

  it('is points of possible points: 10 or 50 a vote, half of 2 or of 50 an absence', () => {
    const compared = fc.record({ same: few, different: few, absent: few });
    fc.assert(
      fc.property(compared, compared, (normal, strong) => {
        const points = normal.same * 10 + normal.absent + strong.same * 50 + strong.absent * 25;
        const possible =
          (normal.same + normal.different) * 10 +
          normal.absent * 2 +
          (strong.same + strong.different + strong.absent) * 50;
        const value = scoreVotes(normal, strong);
        if (possible === 0) expect(value).toBeNull();
        else expect(value).toBeCloseTo(points / possible, 12);
      }),
    );
  });

  it('takes an issue of five times the ordinary weight for an important one', () => {
    const rows = (weight: number) => [
      ballot('heavy', { AAA: 'yes', BBB: 'yes' }, { weight }),
      ballot('plain', { AAA: 'yes', BBB: 'no' }),
    ];
    expect(scoreBy(find('publicwhip'), rows(5)).value).toBeCloseTo(50 / 60, 12);
    expect(scoreBy(find('publicwhip'), rows(4.9)).value).toBeCloseTo(10 / 20, 12);
  });
});

it('every convention has a rule in words, a source and a known measure', () => {
  expect(conventions.map(({ id }) => id)).toEqual([
    'voeten',
    'pct-agree',
    'haege',
    'lijphart',
    'state-2013',
    'state-2017',
    'state-2022',
    'cosine',
    'publicwhip',
  ]);
  for (const { rule, source, measure } of conventions) {
    expect(rule.length).toBeGreaterThan(20);
    expect(source).toMatch(/\w/);
    expect(choose(measure).measure.id).toBe(measure);
  }
});
