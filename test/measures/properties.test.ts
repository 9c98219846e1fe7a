import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreement } from '../../src/measures/agreement.ts';
import { benatiCapurri } from '../../src/measures/benati-capurri.ts';
import { cohenKappa } from '../../src/measures/cohen-kappa.ts';
import { crossTabulate, spaceEvenly } from '../../src/measures/contingency.ts';
import { distanceBetween } from '../../src/measures/disagreement.ts';
import { divergence } from '../../src/measures/divergence.ts';
import { krippendorffAlpha } from '../../src/measures/krippendorff-alpha.ts';
import type { Contingency, Stratum } from '../../src/measures/measure.ts';
import { measures } from '../../src/measures/registry.ts';
import { scottPi } from '../../src/measures/scott-pi.ts';
import { signorinoRitter } from '../../src/measures/signorino-ritter.ts';
import type { Distance } from '../../src/results/vocabulary.ts';

const stratum = fc.integer({ min: 1, max: 5 }).chain((k) =>
  fc
    .array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20 })), {
      minLength: k * k,
      maxLength: k * k,
    })
    .map((cells): Stratum => ({
      scale: `${k}`,
      values: spaceEvenly(k),
      cells: Float64Array.from(cells),
    })),
);

const table = fc
  .array(stratum, { maxLength: 3 })
  .map((strata): Contingency => ({ strata, imputed: { weight: 0, distance: 0 } }));

const distances: readonly Distance[] = ['linear', 'squared', 'nominal'];

function mapStrata(
  { strata, imputed }: Contingency,
  cellAt: (cells: Float64Array, i: number, j: number, k: number) => number,
): Contingency {
  return {
    imputed,
    strata: strata.map(({ scale, values, cells }) => {
      const k = values.length;
      const mapped = cells.map((_, cell) => cellAt(cells, Math.floor(cell / k), cell % k, k));
      return { scale, values, cells: mapped };
    }),
  };
}

const swapCountries = (t: Contingency) => mapStrata(t, (cells, i, j, k) => cells[j * k + i]!);
const turnScales = (t: Contingency) =>
  mapStrata(t, (cells, i, j, k) => cells[(k - 1 - i) * k + (k - 1 - j)]!);
const scaleWeights = (t: Contingency, factor: number) =>
  mapStrata(t, (cells, i, j, k) => cells[i * k + j]! * factor);
const identicalOnly = (t: Contingency) =>
  mapStrata(t, (cells, i, j, k) => (i === j ? cells[i * k + j]! : 0));
const symmetric = (t: Contingency) =>
  mapStrata(t, (cells, i, j, k) => cells[i * k + j]! + cells[j * k + i]!);

const cases = measures.flatMap((measure) =>
  (measure.distances.length === 0 ? (['linear'] as const) : measure.distances).map((distance) => ({
    id: measure.id,
    distance,
    measure,
  })),
);

function expectSame(actual: number | null, expected: number | null) {
  if (expected === null || actual === null) expect(actual).toBe(expected);
  else expect(actual).toBeCloseTo(expected, 10);
}

describe.each(cases)('$id, $distance', ({ measure, distance }) => {
  const valueOf = (t: Contingency) => measure.compute(t, distance).value;

  test('a value within the range, or none with a reason', () => {
    fc.assert(
      fc.property(table, (t) => {
        const { value, reason } = measure.compute(t, distance);
        if (value === null) {
          expect(reason).toMatch(/^no (?:joint issues|variation: .+)$/u);
          return;
        }
        expect(value).toBeGreaterThanOrEqual(measure.range[0] - 1e-12);
        expect(value).toBeLessThanOrEqual(measure.range[1] + 1e-12);
      }),
    );
  });

  test('the same for both countries, and for a scale read from its other end', () => {
    fc.assert(
      fc.property(table, (t) => {
        expectSame(valueOf(swapCountries(t)), valueOf(t));
        expectSame(valueOf(turnScales(t)), valueOf(t));
      }),
    );
  });

  test('all weights times a constant change nothing', () => {
    fc.assert(
      fc.property(table, fc.double({ min: 0.01, max: 100, noNaN: true }), (t, factor) => {
        expectSame(valueOf(scaleWeights(t, factor)), valueOf(t));
      }),
    );
  });

  test('the order of scales changes nothing', () => {
    fc.assert(
      fc.property(table, (t) => {
        expectSame(valueOf({ ...t, strata: t.strata.toReversed() }), valueOf(t));
      }),
    );
  });

  if (!['divergence', 'alignment-index'].includes(measure.id)) {
    test('1 where all positions are identical', () => {
      fc.assert(
        fc.property(table, (t) => {
          const value = valueOf(identicalOnly(t));
          if (value !== null) expect(value).toBeCloseTo(1, 12);
        }),
      );
    });
  }
});

describe.each(cases.filter(({ measure }) => measure.perIssue !== null))(
  '$id, $distance, decomposes',
  ({ measure, distance }) => {
    test('the weighted mean over issues is the coefficient, imputed absences included', () => {
      const absences = fc.array(fc.constantFrom(0, 0.5, 1), { maxLength: 4 });
      fc.assert(
        fc.property(table, absences, (t, imputed) => {
          let weight = imputed.length;
          let sum = imputed.reduce<number>((total, d) => total + measure.perIssue!(d, false), 0);
          for (const { values, cells } of t.strata) {
            values.forEach((x, i) => {
              values.forEach((y, j) => {
                const w = cells[i * values.length + j]!;
                weight += w;
                sum += w * measure.perIssue!(distanceBetween(x, y, distance), i === j);
              });
            });
          }
          const filled = {
            ...t,
            imputed: {
              weight: imputed.length,
              distance: imputed.reduce<number>((a, b) => a + b, 0),
            },
          };
          expectSame(measure.compute(filled, distance).value, weight === 0 ? null : sum / weight);
        }),
      );
    });
  },
);

describe.each(distances)('by %s distance', (distance) => {
  test('S is twice agreement less one, and divergence its complement', () => {
    fc.assert(
      fc.property(table, (t) => {
        const { value } = agreement.compute(t, distance);
        if (value === null) return;
        expect(signorinoRitter.compute(t, distance).value).toBeCloseTo(2 * value - 1, 12);
        expect(divergence.compute(t, distance).value).toBeCloseTo(1 - value, 12);
      }),
    );
  });

  test('kappa is pi where margins are equal, and never below pi', () => {
    fc.assert(
      fc.property(table, (t) => {
        expectSame(
          cohenKappa.compute(symmetric(t), distance).value,
          scottPi.compute(symmetric(t), distance).value,
        );
        const kappa = cohenKappa.compute(t, distance).value;
        const pi = scottPi.compute(t, distance).value;
        if (kappa !== null && pi !== null) expect(kappa).toBeGreaterThanOrEqual(pi - 1e-12);
      }),
    );
  });

  test('the alignment index has the sign of kappa', () => {
    fc.assert(
      fc.property(table, (t) => {
        const kappa = cohenKappa.compute(t, distance).value;
        const index = benatiCapurri.compute(t, distance).value;
        if (kappa === null || index === null || Math.abs(kappa) < 1e-9) return;
        expect(Math.sign(index)).toBe(Math.sign(kappa));
      }),
    );
  });
});

const ratings = fc.integer({ min: 2, max: 5 }).chain((categories) => {
  const category = fc.integer({ min: 0, max: categories - 1 });
  return fc.record({
    categories: fc.constant(categories),
    pairs: fc.array(fc.tuple(category, category), { minLength: 2, maxLength: 40 }),
  });
});

test('the order of issues changes nothing', () => {
  fc.assert(
    fc.property(ratings, fc.func(fc.integer()), ({ categories, pairs }, rank) => {
      const tabulate = (list: readonly (readonly [number, number])[]) =>
        crossTabulate(
          list.map(([x]) => x),
          list.map(([, y]) => y),
          categories,
        );
      const shuffled = pairs.toSorted((a, b) => rank(a) - rank(b));
      expect(tabulate(shuffled)).toEqual(tabulate(pairs));
    }),
  );
});

test('alpha of two complete raters is pi corrected for a small sample', () => {
  // Krippendorff: 1 - alpha = (1 - pi) (2n - 1) / 2n, so that the two meet as n grows.
  const metrics = { nominal: 'nominal', interval: 'squared' } as const;
  fc.assert(
    fc.property(
      ratings,
      fc.constantFrom('nominal', 'interval'),
      ({ categories, pairs }, metric) => {
        const first = pairs.map(([x]) => x);
        const second = pairs.map(([, y]) => y);
        const table2 = crossTabulate(first, second, categories);
        const pi = scottPi.compute(table2, metrics[metric]).value;
        const alpha = krippendorffAlpha([first, second], metric).value;
        const ratingsGiven = 2 * pairs.length;
        expectSame(alpha, pi === null ? null : 1 - ((1 - pi) * (ratingsGiven - 1)) / ratingsGiven);
      },
    ),
  );
});
