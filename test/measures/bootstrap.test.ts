import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreement } from '../../src/measures/agreement.ts';
import { bootstrapIntervals } from '../../src/measures/bootstrap.ts';
import type { BootstrapOptions } from '../../src/measures/bootstrap.ts';
import type { MeasureChoice } from '../../src/measures/measure.ts';
import {
  type JointIssue,
  kindsByCell,
  kindsByDistance,
  type Unit,
  weighUnits,
} from '../../src/measures/resampling-units.ts';
import { cohenKappa } from '../../src/measures/cohen-kappa.ts';
import { spaceEvenly } from '../../src/measures/contingency.ts';
import type { Contingency, DyadicMeasure } from '../../src/measures/measure.ts';
import { measures } from '../../src/measures/registry.ts';
import { signorinoRitter } from '../../src/measures/signorino-ritter.ts';

const vote = { scale: 'vote', values: spaceEvenly(3) };
const stance = { scale: 'stance', values: spaceEvenly(5) };

/** The issues with a cluster each. */
const inTopics = (issues: readonly JointIssue[], topicOf: (place: number) => string) =>
  issues.map((issue, place) => Object.assign({ cluster: topicOf(place) }, issue));

const choose = (measure: DyadicMeasure): MeasureChoice => ({ measure, distance: 'linear' });

/** Issues on the scale `vote`, in these cells of its table. */
const votes = (...cells: number[]): JointIssue[] =>
  cells.map((cell) => ({ stratum: 0, cell, weight: 1 }));

const repeat = (count: number, cell: number): number[] => Array.from({ length: count }, () => cell);

const AGREE = 0;
const OPPOSE = 2;

function intervalOf(
  issues: readonly JointIssue[],
  measure = agreement,
  options: Partial<BootstrapOptions> = {},
) {
  const [interval] = bootstrapIntervals({ scales: [vote], issues }, [choose(measure)], {
    seed: 1,
    ...options,
  });
  return interval!;
}

const fiveOfTen = votes(...repeat(5, AGREE), ...repeat(5, OPPOSE));

/** A measure that remembers the tables it is shown. */
function watch(): { measure: DyadicMeasure; cells: number[][] } {
  const cells: number[][] = [];
  const { rule: _, ...plain } = agreement;
  const compute = (table: Contingency) => {
    cells.push(Array.from(table.strata[0]!.cells));
    return { value: 0 };
  };
  return { measure: { ...plain, compute }, cells };
}

describe('interval', () => {
  test('five of ten agree: the quantiles of a binomial share', () => {
    const interval = intervalOf(fiveOfTen);
    expect(interval.low).toBeCloseTo(0.2, 12);
    expect(interval.high).toBeCloseTo(0.8, 12);
    expect(interval).toMatchObject({ level: 0.95, undefinedResamples: 0 });
    expect(interval).not.toHaveProperty('reason');
  });

  test('a lower level is narrower', () => {
    const interval = intervalOf(fiveOfTen, agreement, { level: 0.5 });
    expect(interval.low).toBeCloseTo(0.4, 12);
    expect(interval.high).toBeCloseTo(0.6, 12);
    expect(interval.level).toBe(0.5);
  });

  test('weights travel with their issues', () => {
    const heavy = [...votes(...repeat(4, AGREE)), { stratum: 0, cell: OPPOSE, weight: 4 }];
    // k draws of the heavy issue in five: agreement (5 - k) / (5 + 3 k)
    const interval = intervalOf(heavy);
    expect(interval.low).toBeCloseTo(2 / 14, 12);
    expect(interval.high).toBe(1);
  });

  test('without variation both ends are the value', () => {
    expect(intervalOf(votes(...repeat(5, OPPOSE)))).toMatchObject({ low: 0, high: 0 });
  });

  test('every measure sees the same resamples', () => {
    const joint = { scales: [vote], issues: fiveOfTen };
    const choices = [choose(agreement), choose(signorinoRitter)];
    const [share, s] = bootstrapIntervals(joint, choices, { seed: 5, level: 0.8 });
    expect(s!.low).toBeCloseTo(2 * share!.low! - 1, 12);
    expect(s!.high).toBeCloseTo(2 * share!.high! - 1, 12);
  });

  test('the seed decides', () => {
    const issues = votes(...repeat(30, AGREE), ...repeat(30, 1), ...repeat(30, 4));
    const seeds = [1, 1, 2, 3, 4].map((seed) => intervalOf(issues, cohenKappa, { seed }));
    expect(seeds[1]).toEqual(seeds[0]);
    expect(new Set(seeds.map(({ low, high }) => `${low} ${high}`)).size).toBeGreaterThan(1);
  });
});

describe('resamples', () => {
  test('2000 of as many issues as there are, each issue as likely as any other', () => {
    const { measure, cells } = watch();
    intervalOf(votes(0, 1, 2, 3, 4, 5, 6, 7, 8), measure);
    expect(cells).toHaveLength(2000);
    expect(cells.every((counts) => counts.reduce((a, b) => a + b) === 9)).toBe(true);
    const drawn = cells[0]!.map((_, cell) => cells.reduce((sum, counts) => sum + counts[cell]!, 0));
    // 2000 expected of each, with a standard deviation of 42.
    expect(Math.min(...drawn)).toBeGreaterThan(1850);
    expect(Math.max(...drawn)).toBeLessThan(2150);
  });

  test('draws are independent of each other', () => {
    const { measure, cells } = watch();
    intervalOf(votes(0, 1, 2, 3, 4, 5), measure);
    // An issue is left out of a resample with probability (5 / 6)^6 = .335, sd of the count 21.
    const without = cells.filter((counts) => counts[2] === 0).length;
    expect(without).toBeGreaterThan(670 - 85);
    expect(without).toBeLessThan(670 + 85);
  });

  test('as many as asked for', () => {
    const { measure, cells } = watch();
    intervalOf(votes(0, 1, 2, 3, 4), measure, { resamples: 7 });
    expect(cells).toHaveLength(7);
  });
});

describe('clusters', () => {
  test.each([
    ['one after the other', fiveOfTen, (place: number) => (place < 5 ? 'agree' : 'oppose')],
    ['in turn', votes(0, 2, 0, 2, 0, 2), (place: number) => (place % 2 === 0 ? 'one' : 'two')],
  ])('are drawn whole: %s', (_, issues, topicOf) => {
    // Two topics, one of agreement and one of opposition: 0, 1/2, 1 with chances 1/4, 1/2, 1/4.
    const topics = inTopics(issues, topicOf);
    expect(intervalOf(topics)).toMatchObject({ low: 0, high: 1 });
    expect(intervalOf(topics, agreement, { level: 0.4 })).toMatchObject({ low: 0.5, high: 0.5 });
  });

  test('a single one cannot be resampled', () => {
    expect(intervalOf(inTopics(fiveOfTen, () => 'one'))).toEqual({
      low: null,
      high: null,
      level: 0.95,
      undefinedResamples: 0,
      reason: 'a single group of issues to resample',
    });
  });
});

describe('no interval', () => {
  test('from fewer than five joint issues', () => {
    expect(intervalOf(votes(0, 0, 0, 2))).toEqual({
      low: null,
      high: null,
      level: 0.95,
      undefinedResamples: 0,
      reason: 'fewer than 5 joint issues',
    });
    expect(intervalOf(votes(0, 0, 0, 2, 2)).low).toBeCloseTo(0.2, 12);
    expect(intervalOf([], agreement, { level: 0.9 })).toMatchObject({ low: null, level: 0.9 });
  });

  test('where most resamples leave the coefficient undefined', () => {
    // A resample of six misses the one other vote with probability (5 / 6)^6 = .335, and of the
    // second case, where a vote was imputed, includes it with probability .665.
    const oneOther = intervalOf(votes(...repeat(5, 0), 4), cohenKappa);
    expect(oneOther.low).not.toBeNull();
    expect(oneOther.undefinedResamples).toBeGreaterThan(600);
    expect(oneOther.undefinedResamples).toBeLessThan(740);

    const oneImputed = [...votes(0, 0, 0, 4, 4), { imputedDistance: 0.5, weight: 1 }];
    const interval = intervalOf(oneImputed, cohenKappa);
    expect(interval).toMatchObject({
      low: null,
      high: null,
      reason: 'undefined in more than half of the resamples',
    });
    expect(interval.undefinedResamples).toBeGreaterThan(1260);
  });

  test('unless it is exactly half', () => {
    let calls = 0;
    const { rule: _, ...plain } = agreement;
    const half: DyadicMeasure = {
      ...plain,
      compute: () => (calls++ % 2 === 0 ? { value: 0.25 } : { value: null, reason: 'odd' }),
    };
    expect(intervalOf(fiveOfTen, half)).toMatchObject({
      low: 0.25,
      high: 0.25,
      undefinedResamples: 1000,
    });
  });
});

describe('kinds', () => {
  const unitOf = fc.array(
    fc.oneof(
      fc.record({
        stratum: fc.constantFrom(0, 1),
        cell: fc.constantFrom(0, 1, 2, 4, 8),
        weight: fc.constantFrom(1, 2, 3),
      }),
      fc.record({ imputedDistance: fc.constantFrom(0.5, 1), weight: fc.constantFrom(1, 2, 3) }),
    ),
    { minLength: 1, maxLength: 2 },
  );
  const scales = [vote, stance];
  const textOf = (unit: Unit) =>
    JSON.stringify(unit, ['stratum', 'cell', 'imputedDistance', 'weight']);

  test('are as many as there are different units, those of one distance next to each other', () => {
    fc.assert(
      fc.property(fc.array(unitOf, { minLength: 1, maxLength: 20 }), (units) => {
        const { units: kinds, sizes } = kindsByCell(units, scales);
        const counted = new Map<string, number>();
        for (const unit of units) counted.set(textOf(unit), (counted.get(textOf(unit)) ?? 0) + 1);
        expect(kinds.map((unit, k) => [textOf(unit), sizes[k]]).sort()).toEqual(
          [...counted].sort(),
        );

        const { weights, weighted } = weighUnits(kinds, scales, 'linear');
        const groups = kinds.map((_, k) => `${weights[k]} ${weighted[k]}`);
        const runs = groups.filter((group, k) => group !== groups[k - 1]);
        expect(new Set(runs).size).toBe(runs.length);
        expect(kindsByDistance(units, scales, 'linear').sizes).toEqual(
          runs.map((run) =>
            sizes.reduce((sum, size, k) => sum + (groups[k] === run ? size : 0), 0),
          ),
        );
      }),
    );
  });
});

describe('units that look alike from one side', () => {
  const withoutRule = ({ rule: _, ...plain }: DyadicMeasure): DyadicMeasure => plain;

  test('weigh what they weigh where all agree', () => {
    const { measure, cells } = watch();
    const light = votes(...repeat(6, AGREE));
    intervalOf([...light, ...light.map((issue) => ({ ...issue, weight: 10 }))], measure);
    const totals = cells.map(([weight]) => weight!);
    expect(totals.reduce((sum, total) => sum + total) / 2000).toBeCloseTo(66, -1);
    expect(new Set(totals).size).toBeGreaterThan(5);
  });

  test('stay in the table of their scale', () => {
    const scales = [vote, stance];
    const issues = Array.from({ length: 10 }, (_, i) => ({ stratum: i % 2, cell: 0, weight: 1 }));
    const tables: number[][] = [];
    const compute = ({ strata }: Contingency) => {
      tables.push(strata.map(({ cells }) => cells[0]!));
      return { value: 0 };
    };
    const measure = { ...withoutRule(agreement), compute };
    bootstrapIntervals({ scales, issues }, [choose(measure)], { seed: 1 });
    const mean = (s: number) => tables.reduce((sum, table) => sum + table[s]!, 0) / tables.length;
    expect([mean(0), mean(1)].map(Math.round)).toEqual([5, 5]);
  });

  test('are told apart within clusters', () => {
    const cluster = (name: string, ...cells: number[]) =>
      votes(...cells).map((issue) => Object.assign({ cluster: name }, issue));
    // Each pair has one cell of agreement and one of opposition, in two ways.
    const pairs = ['a', 'b', 'c', 'd'].flatMap((name) => cluster(name, AGREE, OPPOSE));
    const others = ['e', 'f', 'g', 'h'].flatMap((name) => cluster(name, 4, 6));
    const { measure, cells } = watch();
    intervalOf([...pairs, ...others], measure);
    expect(cells.every((counts) => counts[0] === counts[2] && counts[4] === counts[6])).toBe(true);
    expect(new Set(cells.map((counts) => counts[0])).size).toBeGreaterThan(4);
  });

  test('an imputed distance and one of positions part where distances are squared', () => {
    const issues = [
      ...votes(1, 1, 1, 1, AGREE, OPPOSE),
      ...Array.from({ length: 4 }, () => ({ imputedDistance: 0.5, weight: 1 })),
    ];
    for (const distance of ['linear', 'squared', 'nominal'] as const) {
      const choices = [agreement, withoutRule(agreement)].map((measure) => ({ measure, distance }));
      const [withRule, without] = bootstrapIntervals({ scales: [vote], issues }, choices, {
        seed: 3,
        level: 0.8,
      });
      expect(without!.low).toBeCloseTo(withRule!.low!, 12);
      expect(without!.high).toBeCloseTo(withRule!.high!, 12);
      expect(withRule!.low).toBeLessThan(withRule!.high!);
    }
  });

  test('are drawn in turns where there are too many kinds to count at once', () => {
    const issues = Array.from({ length: 700 }, (_, i) => ({
      stratum: 0,
      cell: (i * i) % 9,
      weight: 1 + i / 700,
    }));
    const joint = { scales: [vote], issues };
    const both = [agreement, cohenKappa];
    const options = { seed: 2, resamples: 3001 };
    const [withRule, kappa] = bootstrapIntervals(joint, both.map(choose), options);
    const [without, bare] = bootstrapIntervals(
      joint,
      both.map((measure) => choose(withoutRule(measure))),
      options,
    );
    expect(without!.low).toBeCloseTo(withRule!.low!, 12);
    expect(without!.high).toBeCloseTo(withRule!.high!, 12);
    expect(bare!.low).toBeCloseTo(kappa!.low!, 12);
    expect(bare!.high).toBeCloseTo(kappa!.high!, 12);
    // As wide as the share of a few hundred independent issues is.
    expect(withRule!.high! - withRule!.low!).toBeGreaterThan(0.03);
    expect(withRule!.high! - withRule!.low!).toBeLessThan(0.1);
  });
});

test('imputed absences are resampled with their distance', () => {
  const imputed = Array.from({ length: 5 }, () => ({ imputedDistance: 0.5, weight: 2 }));
  expect(intervalOf(imputed)).toMatchObject({ low: 0.5, high: 0.5 });
  // k imputed among ten: agreement (10 - k + k) / (10 + k)
  const mixed = intervalOf([...votes(...repeat(5, AGREE)), ...imputed]);
  expect(mixed.low).toBeCloseTo(10 / 18, 12);
  expect(mixed.high).toBeCloseTo(10 / 12, 12);
});

describe('several scales', () => {
  const issues: JointIssue[] = Array.from({ length: 40 }, (_, i) =>
    i % 3 === 0
      ? { stratum: 0, cell: (i * 5) % 9, weight: 1 }
      : { stratum: 1, cell: (i * 7) % 25, weight: 2 },
  );
  const choices = measures.flatMap((measure) =>
    (['linear', 'squared', 'nominal'] as const).map((distance) => ({ measure, distance })),
  );

  test('sharing disagreement among measures changes no interval', () => {
    const alone = choices.map(({ measure, distance }) => {
      const { rule: _, ...withoutRule } = measure;
      return { measure: withoutRule, distance };
    });
    const joint = { scales: [vote, stance], issues };
    const options = { seed: 9, resamples: 200 };
    expect(bootstrapIntervals(joint, choices, options)).toEqual(
      bootstrapIntervals(joint, alone, options),
    );
  });

  test('a scale without issues changes nothing', () => {
    const shifted = issues.map(({ stratum, cell, weight }) => ({
      stratum: stratum === 0 ? 1 : 3,
      cell: cell!,
      weight,
    }));
    const options = { seed: 9, resamples: 200 };
    const unused = { scale: 'unused', values: spaceEvenly(4) };
    expect(
      bootstrapIntervals(
        { scales: [unused, vote, unused, stance], issues: shifted },
        choices,
        options,
      ),
    ).toEqual(bootstrapIntervals({ scales: [vote, stance], issues }, choices, options));
  });
});

test('a measure without a rule sees imputed absences in the table', () => {
  const { rule: _, ...plain } = agreement;
  const issues = [
    ...votes(...repeat(4, AGREE), ...repeat(3, OPPOSE)),
    ...Array.from({ length: 3 }, () => ({ imputedDistance: 0.25, weight: 3 })),
  ];
  const options = { seed: 4, resamples: 300, level: 0.8 };
  const [withRule, without] = bootstrapIntervals(
    { scales: [vote], issues },
    [choose(agreement), choose(plain)],
    options,
  );
  expect(without!.low).toBeCloseTo(withRule!.low!, 12);
  expect(without!.high).toBeCloseTo(withRule!.high!, 12);
});
