import { describe, expect, test } from 'vitest';
import { benatiCapurri } from '../../src/measures/benati-capurri.ts';
import { brennanPrediger } from '../../src/measures/brennan-prediger.ts';
import { cohenKappa } from '../../src/measures/cohen-kappa.ts';
import { gwetAc } from '../../src/measures/gwet.ts';
import type { Contingency, DyadicMeasure } from '../../src/measures/measure.ts';
import { scottPi } from '../../src/measures/scott-pi.ts';
import { tableOf, withImputed } from './tables.ts';

const corrected = [cohenKappa, scottPi, gwetAc, brennanPrediger];

/** Margins .6 / .4 and .5 / .5. */
const twoByTwo = [
  [40, 20],
  [10, 30],
];

/** Margins .5 .1 .4 and .2 .4 .4. */
const threeByThree = [
  [2, 1, 2],
  [0, 1, 0],
  [0, 2, 2],
];

function valueOf(measure: DyadicMeasure, table: Contingency, distance = 'linear' as const) {
  const { value } = measure.compute(table, distance);
  expect(value).not.toBeNull();
  return value!;
}

describe('two categories, where all distances are the same', () => {
  const table = tableOf(twoByTwo);
  test.each([
    // Do = .3; De = .6 x .5 + .4 x .5 = .5
    [cohenKappa, 1 - 0.3 / 0.5],
    // pooled .55 / .45: De = 2 x .55 x .45
    [scottPi, 1 - 0.3 / 0.495],
    // two categories: pe = Σ π (1 - π) = .495
    [gwetAc, 1 - 0.3 / 0.505],
    [brennanPrediger, 1 - 0.3 / 0.5],
  ] as const)('$id', (measure, value) => {
    for (const distance of ['linear', 'squared', 'nominal'] as const) {
      expect(measure.compute(table, distance).value).toBeCloseTo(value, 12);
    }
  });

  test('alignment index', () => {
    expect(valueOf(benatiCapurri, table)).toBeCloseTo(0.4, 12);
  });
});

describe('three categories, Do .35 linear, .275 squared, .5 nominal', () => {
  const table = tableOf(threeByThree);
  test.each([
    // margins .5 .1 .4 and .2 .4 .4: De = Σ r c d
    [
      cohenKappa,
      [
        1 - 0.35 / (0.5 * (0.4 / 2 + 0.4) + 0.1 * (0.2 / 2 + 0.4 / 2) + 0.4 * (0.2 + 0.4 / 2)),
        1 - 0.275 / (0.5 * (0.4 / 4 + 0.4) + 0.1 * (0.2 / 4 + 0.4 / 4) + 0.4 * (0.2 + 0.4 / 4)),
        1 - 0.5 / (0.5 * 0.8 + 0.1 * 0.6 + 0.4 * 0.6),
      ],
    ],
    // pooled .35 .25 .4
    [
      scottPi,
      [
        1 - 0.35 / (2 * (0.35 * 0.25 * 0.5 + 0.25 * 0.4 * 0.5 + 0.35 * 0.4)),
        1 - 0.275 / (2 * (0.35 * 0.25 * 0.25 + 0.25 * 0.4 * 0.25 + 0.35 * 0.4)),
        1 - 0.5 / (2 * (0.35 * 0.25 + 0.25 * 0.4 + 0.35 * 0.4)),
      ],
    ],
    // T = 5, 6 and 3; q (q - 1) = 6; Σ π (1 - π) = .655
    [
      gwetAc,
      [
        1 - 0.35 / (1 - (5 / 6) * 0.655),
        1 - 0.275 / (1 - (6 / 6) * 0.655),
        1 - 0.5 / (1 - (3 / 6) * 0.655),
      ],
    ],
    [brennanPrediger, [1 - 0.35 / (4 / 9), 1 - 0.275 / (3 / 9), 1 - 0.5 / (6 / 9)]],
  ] as const)('$id', (measure, values) => {
    expect(measure.compute(table, 'linear').value).toBeCloseTo(values[0], 12);
    expect(measure.compute(table, 'squared').value).toBeCloseTo(values[1], 12);
    expect(measure.compute(table, 'nominal').value).toBeCloseTo(values[2], 12);
  });

  test('alignment index: twice what agreement exceeds chance by', () => {
    const linear = 0.5 * (0.4 / 2 + 0.4) + 0.1 * (0.2 / 2 + 0.4 / 2) + 0.4 * (0.2 + 0.4 / 2);
    expect(benatiCapurri.compute(table, 'linear').value).toBeCloseTo(2 * (linear - 0.35), 12);
  });

  test('alignment index with squared distance is the covariance of the positions', () => {
    // Means -.1 and .2; mean product (2 - 2 + 2) / 10 = .2 with -1, 0, 1.
    expect(benatiCapurri.compute(table, 'squared').value).toBeCloseTo(0.2 + 0.1 * 0.2, 12);
  });
});

describe('several scales', () => {
  // Weights 100 and 300; expected disagreement is taken within each scale.
  const scaledUp = [
    [60, 30, 60],
    [0, 30, 0],
    [0, 60, 60],
  ];
  const table = tableOf(twoByTwo, scaledUp);
  const observed = (100 * 0.3 + 300 * 0.35) / 400;
  test.each([
    [cohenKappa, 0.5, 0.49],
    [scottPi, 0.495, 2 * (0.35 * 0.25 * 0.5 + 0.25 * 0.4 * 0.5 + 0.35 * 0.4)],
    [gwetAc, 0.505, 1 - (5 / 6) * 0.655],
    [brennanPrediger, 0.5, 4 / 9],
  ] as const)('$id pools expected disagreement by weight', (measure, small, large) => {
    expect(valueOf(measure, table)).toBeCloseTo(1 - observed / ((small + 3 * large) / 4), 12);
  });

  test('a scale without joint issues changes nothing', () => {
    const unused = [
      [0, 0],
      [0, 0],
    ];
    for (const measure of [...corrected, benatiCapurri]) {
      expect(valueOf(measure, tableOf(unused, threeByThree, unused))).toBe(
        valueOf(measure, tableOf(threeByThree)),
      );
    }
  });

  test('a constant scale lowers neither side of the fraction', () => {
    const constant = [
      [5, 0],
      [0, 0],
    ];
    expect(valueOf(cohenKappa, tableOf(constant, twoByTwo))).toBeCloseTo(0.4, 12);
  });
});

test('a scale of more than eight categories', () => {
  const nine = Array.from({ length: 9 }, (_, i) =>
    Array.from({ length: 9 }, (__, j) => (i === j ? 1 : 0)),
  );
  nine[0]![8] = 1;
  // Do = 1 / 10; margins 2, 1 x 8 and 1 x 8, 2, each of 10.
  const expected = nine.reduce(
    (sum, _, i) =>
      sum +
      nine.reduce(
        (inner, __, j) =>
          inner + ((i === 0 ? 0.2 : 0.1) * (j === 8 ? 0.2 : 0.1) * Math.abs(i - j)) / 8,
        0,
      ),
    0,
  );
  const table = tableOf(nine);
  expect(valueOf(cohenKappa, table)).toBeCloseTo(1 - 0.1 / expected, 12);
  // The positions of the categories are lent, not given.
  expect(Array.from(table.strata[0]!.values)).toEqual(nine.map((_, i) => i / 4 - 1));
  expect(valueOf(cohenKappa, table)).toBeCloseTo(1 - 0.1 / expected, 12);
  expect(valueOf(cohenKappa, tableOf(twoByTwo))).toBeCloseTo(0.4, 12);
});

describe('undefined', () => {
  test('both always in one category: kappa and pi have no variation to explain', () => {
    const constant = tableOf([
      [0, 0, 0],
      [0, 7, 0],
      [0, 0, 0],
    ]);
    const reason = 'no variation: both always take one and the same position';
    for (const distance of ['linear', 'squared', 'nominal'] as const) {
      expect(cohenKappa.compute(constant, distance)).toEqual({ value: null, reason });
      expect(scottPi.compute(constant, distance)).toEqual({ value: null, reason });
      expect(gwetAc.compute(constant, distance)).toEqual({ value: 1 });
      expect(brennanPrediger.compute(constant, distance)).toEqual({ value: 1 });
    }
    expect(benatiCapurri.compute(constant, 'linear')).toEqual({ value: 0 });
  });

  test('each constant, in different categories: complete disagreement is no agreement beyond chance', () => {
    const apart = tableOf([
      [0, 7],
      [0, 0],
    ]);
    expect(valueOf(cohenKappa, apart)).toBe(0);
    expect(valueOf(scottPi, apart)).toBe(-1);
  });

  test('a scale of one category', () => {
    const single = tableOf([[4]]);
    const reason = 'no variation: the scale has a single category';
    expect(gwetAc.compute(single, 'linear')).toEqual({ value: null, reason });
    expect(brennanPrediger.compute(single, 'linear')).toEqual({ value: null, reason });
  });

  test('imputed absences have no margins', () => {
    const reason =
      'some issues have a distance but no pair of positions (an absence rule, or a bloc at its mean), so chance agreement is unknown';
    for (const measure of [...corrected, benatiCapurri]) {
      const table = withImputed(tableOf(twoByTwo), 1, 0.5);
      expect(measure.compute(table, 'linear')).toEqual({ value: null, reason });
    }
  });
});
