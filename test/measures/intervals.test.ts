import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spaceEvenly, tabulateIssues } from '../../src/measures/contingency.ts';
import {
  expectedDisagreement,
  observedDisagreement,
  ownMargins,
} from '../../src/measures/disagreement.ts';
import { countClusters, intervalOf } from '../../src/measures/intervals.ts';
import type { JointIssue, JointIssues } from '../../src/measures/measure.ts';
import { findMeasure, measures } from '../../src/measures/registry.ts';
import type { Distance } from '../../src/results/vocabulary.ts';

const scales = [
  { scale: 'vote', values: spaceEvenly(3) },
  { scale: 'stance', values: spaceEvenly(5) },
];

/** Issues on the scale `vote`, in these cells of its table, each a cluster of its own. */
const votes = (...cells: readonly number[]): JointIssue[] =>
  cells.map((cell, i) => ({ stratum: 0, cell, weight: 1, cluster: `issue ${i}` }));

const repeat = (count: number, cell: number): number[] => Array.from({ length: count }, () => cell);

/** Both no; the one no, the other abstains; the one no, the other yes; both abstain; both yes. */
const [NO, APART, OPPOSED, ABSTAIN, YES] = [0, 1, 2, 4, 8];

function choose(id: string, distance: Distance = 'linear') {
  const measure = findMeasure(id);
  if (!measure) throw new Error(`no measure ${id}`);
  return { measure, distance };
}

const intervalFor = (issues: readonly JointIssue[], id = 'agreement', distance?: Distance) =>
  intervalOf({ scales, issues }, choose(id, distance));

function expectEnds(
  issues: readonly JointIssue[],
  [low, high]: readonly [number, number],
  id?: string,
) {
  const interval = intervalFor(issues, id);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
}

describe('a share of issues that are alike, each a cluster', () => {
  // Newcombe 1998, table I, score method.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i is Wilson’s, as published', (count, of, low, high) => {
    expectEnds(votes(...repeat(count, YES), ...repeat(of - count, OPPOSED)), [low, high]);
  });

  test('0 of 10, 15 of 20, and all of 6', () => {
    expectEnds(votes(...repeat(10, OPPOSED)), [0, 0.2775]);
    expectEnds(votes(...repeat(15, YES), ...repeat(5, OPPOSED)), [0.5313, 0.8881]);
    expectEnds(votes(...repeat(6, NO)), [0.6097, 1]);
  });
});

describe('by hand', () => {
  test('positions half apart scatter less than yes and no: n* above n', () => {
    // p = .75, V = 10 * .25² / 10² = .00625, V' = (10 V + 2 * .1875 / 10) / 12 = 1 / 120, n* = 22.5.
    expectEnds(votes(...repeat(5, YES), ...repeat(5, APART)), [0.5442, 0.8829]);
  });

  test('weights: the effective number of issues is Kish’s', () => {
    // Weights 4, 1, 1, 1, 1: G_e = 64 / 20 = 3.2, all alike.
    const [first, ...others] = votes(...repeat(5, YES));
    const step = 1.959964 ** 2 / 3.2;
    expectEnds([{ ...first!, weight: 4 }, ...others], [1 / (1 + step), 1]);
  });

  test('two clusters of three votes: as two votes', () => {
    const issues = votes(...repeat(3, YES), ...repeat(3, OPPOSED)).map((issue, i) => ({
      ...issue,
      cluster: Math.floor(i / 3),
    }));
    // V = 2 (3 * .5)² / 6² = .125 = p (1 - p) / 2, and V' is the same.
    expectEnds(issues, [0.0945, 0.9055]);
  });

  test('a single cluster has an interval too: V is 0, and n* is 1.5', () => {
    const issues = votes(...repeat(3, YES), ...repeat(3, OPPOSED)).map((issue) => ({
      ...issue,
      cluster: 'one text',
    }));
    const [step, p] = [1.959964 ** 2 / 1.5, 0.5];
    const half = Math.sqrt(p * p * step + step ** 2 / 4) / (1 + step);
    expectEnds(issues, [p - half, p + half]);
    // All alike: n* is G_e, which is 1.
    const alike = issues.map((issue) => Object.assign({}, issue, { cell: YES }));
    expectEnds(alike, [1 / (1 + 1.959964 ** 2), 1]);
  });

  test('kappa: the jackknife on the scale of Do, De held', () => {
    // 4 both no, 1 no and yes, 1 yes and no, 4 both yes: Do = .2, De = .5, kappa = .6.
    const issues = votes(...repeat(4, NO), OPPOSED, 6, ...repeat(4, YES));
    const [without, withoutParting] = [1 - 2 / 9 / (40 / 81), 1 - 1 / 9 / (41 / 81)];
    const mean = 0.8 * without + 0.2 * withoutParting;
    const variance =
      (9 / 10) * (8 * (without - mean) ** 2 + 2 * (withoutParting - mean) ** 2) * 0.5 ** 2;
    const shrunk = (10 * variance + (2 * 0.16) / 10) / 12;
    const step = (1.959964 ** 2 * shrunk) / 0.16;
    const middle = (0.2 + step / 2) / (1 + step);
    const half = Math.sqrt(0.16 * step + step ** 2 / 4) / (1 + step);
    expectEnds(issues, [1 - (middle + half) / 0.5, 1 - (middle - half) / 0.5], 'kappa');
  });
});

describe('no interval, with the reason', () => {
  test('fewer than five joint issues', () => {
    for (const { id } of measures) {
      expect(intervalFor(votes(NO, YES, OPPOSED, APART), id)).toEqual({
        low: null,
        high: null,
        reason: 'fewer than 5 joint issues',
      });
    }
  });

  test('issues without weight are none', () => {
    const [first, ...others] = votes(NO, YES, OPPOSED, APART, NO);
    expect(intervalFor([{ ...first!, weight: 0 }, ...others])).toMatchObject({ low: null });
  });

  test('no variation, for what is corrected for chance; bp and ac take theirs from the scale', () => {
    const issues = votes(...repeat(8, YES));
    for (const id of ['kappa', 'pi', 'tau-b', 'alignment-index'])
      expect(intervalFor(issues, id)).toMatchObject({
        low: null,
        reason: expect.stringContaining('no variation') as string,
      });
    for (const id of ['ac', 'bp']) {
      const { low, high } = intervalFor(issues, id);
      expect(high).toBe(1);
      expect(low).toBeLessThan(1);
    }
  });

  test('imputed distances, but for means', () => {
    const imputed: JointIssue = { imputedDistance: 0.5, weight: 1, cluster: 'absent' };
    const issues = [...votes(NO, YES, OPPOSED, APART, NO), imputed];
    for (const { id, interval } of measures)
      expect(intervalFor(issues, id).low === null).toBe(interval !== 'mean');
    // An imputed distance is never identical: 3 of 6.
    expectEnds(issues, [0.1876, 0.8124], 'identical');
  });
});

const issue = fc
  .record({
    stratum: fc.nat({ max: 1 }),
    place: fc.nat({ max: 24 }),
    weight: fc.constantFrom(1, 1, 0.5, 2.25, 3),
    cluster: fc.nat({ max: 12 }),
  })
  .map(({ stratum, place, ...rest }) => ({
    ...rest,
    stratum,
    cell: place % (stratum === 0 ? 9 : 25),
  }));

const evidence = fc.array(issue, { minLength: 5, maxLength: 30 });

const cases = measures.flatMap((measure) =>
  (measure.distances.length === 0 ? (['linear'] as const) : measure.distances).map((distance) => ({
    id: measure.id,
    measure,
    distance,
  })),
);

/** The same issues, each in a cell or cluster of its own making. */
const mapped = (issues: readonly JointIssue[], change: (issue: JointIssue) => object) =>
  issues.map((each) => ({ ...each, ...change(each) }) as JointIssue);

describe.each(cases)('$id, $distance', ({ id, measure, distance }) => {
  const of = (issues: readonly JointIssue[]) => intervalFor(issues, id, distance);
  const expectAlike = (x: readonly JointIssue[], y: readonly JointIssue[]) => {
    const [one, other] = [of(x), of(y)];
    if (one.low === null || other.low === null) return expect(one.low).toBe(other.low);
    expect(one.low).toBeCloseTo(other.low, 9);
    return expect(one.high).toBeCloseTo(other.high, 9);
  };

  test('holds the value, within the range', () => {
    fc.assert(
      fc.property(evidence, (issues) => {
        const { value } = measure.compute(tabulateIssues({ scales, issues }), distance);
        const { low, high } = of(issues);
        if (low === null) return;
        expect(low).toBeLessThanOrEqual(value!);
        expect(high).toBeGreaterThanOrEqual(value!);
        expect(low).toBeGreaterThanOrEqual(measure.range[0]);
        expect(high).toBeLessThanOrEqual(measure.range[1]);
      }),
    );
  });

  test('stays as it is under another order, other units of weight, and seen from the other side', () => {
    fc.assert(
      fc.property(evidence, fc.constantFrom(0.1, 4, 1e6), (issues, factor) => {
        expectAlike(issues, issues.toReversed());
        expectAlike(
          issues,
          mapped(issues, ({ weight }) => ({ weight: weight * factor })),
        );
        expectAlike(
          issues,
          mapped(issues, ({ stratum, cell }) => {
            const k = stratum === 0 ? 3 : 5;
            return { cell: (cell! % k) * k + Math.floor(cell! / k) };
          }),
        );
      }),
      { numRuns: 40 },
    );
  });

  test('names of clusters do not matter, nor whether a cluster is one heavy issue or several like it', () => {
    fc.assert(
      fc.property(evidence, (issues) => {
        expectAlike(
          issues,
          mapped(issues, ({ cluster }) => ({ cluster: `text ${cluster}` })),
        );
        const halves = mapped(issues, ({ weight }) => ({ weight: weight / 2 }));
        expectAlike(issues, [...halves, ...halves]);
      }),
      { numRuns: 40 },
    );
  });
});

test('S, divergence and agreement have one interval', () => {
  fc.assert(
    fc.property(evidence, (issues) => {
      const near = intervalFor(issues);
      const [s, far] = [intervalFor(issues, 's'), intervalFor(issues, 'divergence')];
      expect(s.low).toBeCloseTo(2 * near.low! - 1, 10);
      expect(s.high).toBeCloseTo(2 * near.high! - 1, 10);
      expect(far.low).toBeCloseTo(1 - near.high!, 10);
      expect(far.high).toBeCloseTo(1 - near.low!, 10);
    }),
  );
});

test('where all is alike, fewer clusters make it wider', () => {
  fc.assert(
    fc.property(evidence, (issues) => {
      const alike = mapped(issues, () => ({ stratum: 0, cell: ABSTAIN }));
      const merged = mapped(alike, ({ cluster }) => ({ cluster: Math.floor(Number(cluster) / 2) }));
      expect(intervalFor(merged).low).toBeLessThanOrEqual(intervalFor(alike).low! + 1e-12);
    }),
  );
});

test('the jackknife is the one of tables made anew without each cluster', () => {
  const tableOf = (issues: JointIssues['issues']) => tabulateIssues({ scales, issues });
  const { measure } = choose('kappa');
  fc.assert(
    fc.property(evidence, (issues) => {
      const { low, high } = intervalFor(issues, 'kappa');
      const table = tableOf(issues);
      const { value } = measure.compute(table, 'linear');
      if (low === null) return;
      const groups = [...new Set(issues.map(({ cluster }) => cluster))];
      const without = groups.map((group) => {
        const others = tableOf(issues.filter(({ cluster }) => cluster !== group));
        return measure.compute(others, 'linear').value ?? value!;
      });
      const count = groups.length;
      const mean = without.reduce((x, y) => x + y) / count;
      const jackknife =
        ((count - 1) / count) * without.reduce((total, x) => total + (x - mean) ** 2, 0);
      const chance = expectedDisagreement(table, 'linear', ownMargins);
      const p = observedDisagreement(table, 'linear');
      const weights = groups.map((group) =>
        issues.reduce((total, each) => total + (each.cluster === group ? each.weight : 0), 0),
      );
      const total = weights.reduce((x, y) => x + y);
      const effective = total ** 2 / weights.reduce((x, y) => x + y ** 2, 0);
      const shrunk =
        (count * jackknife * chance ** 2 + (2 * p * (1 - p)) / effective) / (count + 2);
      const n = p === 0 || p === 1 ? effective : (p * (1 - p)) / shrunk;
      const z = 1.959964;
      const middle = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
      const half = (z / (1 + z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
      expect(low).toBeCloseTo(Math.max(-1, 1 - (middle + half) / chance), 9);
      expect(high).toBeCloseTo(Math.min(1, 1 - Math.max(0, middle - half) / chance), 9);
    }),
  );
});

test('clusters are counted once each', () => {
  expect(countClusters({ scales, issues: [] })).toBe(0);
  const issues = votes(NO, YES, YES).map((each) => ({ ...each, cluster: 'one' }));
  expect(countClusters({ scales, issues: [...issues, ...votes(NO)] })).toBe(2);
});
