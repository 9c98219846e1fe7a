import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DyadTable } from '../../src/analysis/dyad-table.ts';
import { matrixOfEvidence, matrixOfRecord } from '../../src/analysis/matrix.ts';
import { orderByBound, rankCountries } from '../../src/analysis/rank.ts';
import { ABSENT, MISSING } from '../../src/evidence/evidence.ts';
import { countrySide } from '../../src/evidence/side.ts';
import { selectEvidence } from '../../src/evidence/select.ts';
import { defaultWeighting } from '../../src/evidence/weights.ts';
import { builtInScales } from '../../src/catalog/scales.ts';
import type { Catalog, Issue } from '../../src/catalog/model.ts';
import { findMeasure } from '../../src/measures/registry.ts';
import { recordOf } from '../rollcalls/support.ts';
import type { AbsenceRule, Distance } from '../../src/results/vocabulary.ts';

const codes = ['CHN', 'DEU', 'RUS', 'USA'];
const letters: Readonly<Record<number, string>> = {
  0: 'N',
  1: 'A',
  2: 'Y',
  [ABSENT]: 'X',
  [MISSING]: '',
};

function csvOf(rows: readonly (readonly number[])[]): string {
  const lines = rows.map(
    (votes, i) => `${i},r${i},2020-01-01,${votes.map((v) => letters[v]).join(',')}`,
  );
  return ['roll_call,resolution,date,' + codes.join(','), ...lines, ''].join('\n');
}

/** The same votes as issues of a catalog. */
function catalogOf(rows: readonly (readonly number[])[]): Catalog {
  const issues = rows.map((votes, i): Issue => ({
    id: `i-${i}`,
    title: 't',
    topics: ['x'],
    date: { from: '2020-01-01', to: '2020-01-01' },
    dateLabel: '2020-01-01',
    scale: 'vote',
    weight: 1,
    positions: Object.fromEntries(
      codes.flatMap((code, c) => {
        const vote = votes[c] ?? MISSING;
        if (vote === MISSING) return [];
        const category = vote === ABSENT ? null : vote;
        return [[code, [{ category, confidence: 'high' as const, sources: [] }]]];
      }),
    ),
    coordination: [],
    sources: [],
  }));
  return {
    id: 'c',
    title: 'c',
    short: 'x',
    version: '1',
    sha256: '',
    sources: {},
    topics: { x: 'x' },
    scales: builtInScales,
    groups: {},
    actors: {},
    issues,
    interactions: [],
    rollCalls: [],
    events: [],
  };
}

const vote = fc.constantFrom(0, 1, 2, 2, ABSENT, MISSING);
const ballots = fc.array(fc.array(vote, { minLength: 4, maxLength: 4 }), {
  minLength: 1,
  maxLength: 60,
});

function bothWays(
  rows: readonly (readonly number[])[],
  absent: AbsenceRule,
  distance: Distance,
  measureId: string,
  dropsNeutral = false,
  countsUncast = false,
): readonly [DyadTable, DyadTable] {
  const headline = { measure: findMeasure(measureId)!, distance };
  const settings = {
    headline,
    undefinedAsZero: false,
    distance,
    absent,
    weighting: defaultWeighting,
    dropsNeutral,
    countsUncast,
  };
  const record = recordOf(csvOf(rows));
  const fast = matrixOfRecord(record, record.countries, [...rows.keys()], settings);
  const evidence = selectEvidence([catalogOf(rows)], [], { minConfidence: 'low', rollCalls: {} });
  const sides = codes.map((code) => countrySide(evidence, code, code));
  // A rule for weights, even if it changes none, is worked out issue by issue.
  const slow = matrixOfEvidence(evidence, sides, { ...settings, weighs: () => 1 });
  return [fast, slow];
}

function rowsOf(table: DyadTable): readonly (readonly number[])[] {
  const { a, b, n, value, agreement, identical, s, kappa, pi } = table;
  return Array.from({ length: table.size }, (_, i) =>
    [a, b, n, value, agreement, identical, s, kappa, pi].map((column) => column[i] ?? Number.NaN),
  );
}

describe('a matrix of all dyads', () => {
  it('is the same from bit planes as issue by issue, under every rule', () => {
    fc.assert(
      fc.property(
        ballots,
        fc.constantFrom<AbsenceRule>('exclude', 'half', 'abstain', 'disagree'),
        fc.constantFrom<Distance>('linear', 'squared', 'nominal'),
        fc.constantFrom('agreement', 'divergence', 'kappa', 'ac', 'tau-b', 'cosine'),
        fc.boolean(),
        fc.boolean(),
        (rows, absent, distance, measure, neutral, uncast) => {
          const ways = bothWays(rows, absent, distance, measure, neutral, uncast);
          const [fast, slow] = ways.map(rowsOf);
          expect(fast).toHaveLength(slow!.length);
          fast!.forEach((row, i) =>
            row.forEach((x, column) => {
              const y = slow![i]![column]!;
              if (Number.isNaN(y)) expect(x).toBeNaN();
              else expect(x).toBeCloseTo(y, 12);
            }),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('leaves out dyads without a joint issue', () => {
    const [fast] = bothWays(
      [
        [2, MISSING, 2, MISSING],
        [MISSING, 0, ABSENT, 0],
      ],
      'exclude',
      'linear',
      's',
    );
    expect(rowsOf(fast).map(([a, b, n]) => [a, b, n])).toEqual([
      [0, 2, 1],
      [1, 3, 1],
    ]);
  });

  it('leaves chance-corrected coefficients undefined where nobody varies', () => {
    const [fast] = bothWays([[2, 2, 2, 2]], 'exclude', 'linear', 'kappa');
    expect(rowsOf(fast).every((row) => row.slice(7).every(Number.isNaN) && row[3] !== row[3])).toBe(
      true,
    );
  });
});

describe('a matrix of a catalog', () => {
  const issue = (
    id: string,
    scale: string,
    weight: number,
    held: Record<string, number>,
  ): Issue => ({
    ...catalogOf([[0, 0, 0, 0]]).issues[0]!,
    id,
    scale,
    weight,
    positions: Object.fromEntries(
      Object.entries(held).map(([code, category]) => [
        code,
        [{ category, confidence: 'high', sources: [] }],
      ]),
    ),
  });
  const stand = fc.record(Object.fromEntries(codes.map((code) => [code, fc.nat(4)])), {
    requiredKeys: [],
  }) as fc.Arbitrary<Record<string, number>>;
  const issues = fc.array(
    fc.tuple(stand, fc.constantFrom('stance5', 'vote'), fc.constantFrom(1, 2, 0.5)),
    { minLength: 1, maxLength: 70 },
  );

  it('counts several scales and weights as bits as it does issue by issue', () => {
    fc.assert(
      fc.property(issues, fc.constantFrom('agreement', 'kappa', 'tau-b'), (rows, id) => {
        const catalog = {
          ...catalogOf([]),
          issues: rows.map(([held, scale, weight], i) => {
            const most = scale === 'vote' ? 2 : 4;
            const kept = Object.entries(held).filter(([, category]) => category <= most);
            return issue(`i-${i}`, scale, weight, Object.fromEntries(kept));
          }),
        };
        const evidence = selectEvidence([catalog], [], { minConfidence: 'low', rollCalls: {} });
        const sides = codes.map((code) => countrySide(evidence, code, code));
        const settings = {
          headline: { measure: findMeasure(id)!, distance: 'linear' as const },
          undefinedAsZero: false,
          distance: 'linear' as const,
          absent: 'exclude' as const,
          weighting: defaultWeighting,
          dropsNeutral: false,
        };
        const plain = rowsOf(matrixOfEvidence(evidence, sides, settings));
        // A rule for weights, even if it changes none, is worked out issue by issue.
        const weighs = ({ issue: { weight } }: { issue: { weight: number } }) => weight;
        const general = rowsOf(matrixOfEvidence(evidence, sides, { ...settings, weighs }));
        expect(plain).toHaveLength(general.length);
        plain.forEach((row, i) =>
          row.forEach((x, column) => {
            const y = general[i]![column]!;
            if (Number.isNaN(y)) expect(x).toBeNaN();
            else expect(x).toBeCloseTo(y, 12);
          }),
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('a ranking', () => {
  // China with Germany: opposite, the same; with Russia: the same on three; with the USA: on none.
  const rows = [
    [2, 0, 2, 0],
    [2, 2, 2, 0],
    [0, MISSING, 0, 2],
  ];

  it('puts the nearest first, with joint issues', () => {
    const [table] = bothWays(rows, 'exclude', 'linear', 'agreement');
    const { partners, leftOut } = rankCountries(table, 'CHN', 1, 'agreement');
    expect(partners).toEqual([
      { code: 'RUS', n: 3, value: 1 },
      { code: 'DEU', n: 2, value: 0.5 },
      { code: 'USA', n: 3, value: 0 },
    ]);
    expect(leftOut).toEqual([]);
  });

  it('leaves out countries with too few joint issues and says which', () => {
    const [table] = bothWays(rows, 'exclude', 'linear', 'agreement');
    const { partners, leftOut } = rankCountries(table, 'CHN', 3, 'agreement');
    expect(partners.map(({ code }) => code)).toEqual(['RUS', 'USA']);
    expect(leftOut).toEqual([{ code: 'DEU', n: 2, reason: 'too few joint issues' }]);
  });

  it('by the bound has those without an interval last, ties by value and code', () => {
    const row = (code: string, value: number, low: number | null, high: number | null) => ({
      code,
      n: 9,
      clusters: 9,
      value,
      low,
      high,
    });
    const listed = [
      row('AAA', 1, null, null),
      row('BBB', 0.9, 0.2, 1),
      row('CCC', 0.8, 0.7, 0.9),
      row('DDD', 0.9, 0.7, 1),
      row('EEE', 0.8, 0.7, 0.95),
    ];
    const codesBy = (measure: string) => orderByBound(listed, measure).map(({ code }) => code);
    expect(codesBy('agreement')).toEqual(['DDD', 'CCC', 'EEE', 'BBB', 'AAA']);
    // Near is low, and the upper end speaks against it.
    expect(codesBy('divergence')).toEqual(['CCC', 'EEE', 'BBB', 'DDD', 'AAA']);
  });
});
