import { describe, expect, test } from 'vitest';
import { agreementIndex, attinaIndex, riceIndex } from '../../src/measures/cohesion.ts';
import { countCategories, fleissKappa } from '../../src/measures/fleiss-kappa.ts';
import { krippendorffAlpha } from '../../src/measures/krippendorff-alpha.ts';

describe("Krippendorff's alpha", () => {
  // Pairs (1,1), (1,2), (2,4): n = 6; values 1, 2, 4 occur 3, 2, 1 times.
  const ratings = [
    [1, 1, 2],
    [1, 2, 4],
  ];

  test('nominal: observed 4 of 6 pairs differ', () => {
    expect(krippendorffAlpha(ratings, 'nominal').value).toBeCloseTo(1 - (5 * 2) / 11, 12);
  });

  test('interval: squared differences of the values', () => {
    expect(krippendorffAlpha(ratings, 'interval').value).toBeCloseTo(
      1 - (5 * (1 + 4)) / (6 * 1 + 3 * 9 + 2 * 4),
      12,
    );
  });

  test('ordinal: squared differences of mean ranks', () => {
    // δ(1,2) = 5 - 2.5 = 2.5; δ(2,4) = 3 - 1.5 = 1.5; δ(1,4) = 6 - 2 = 4
    expect(krippendorffAlpha(ratings, 'ordinal').value).toBeCloseTo(
      1 - (5 * (6.25 + 2.25)) / (6 * 6.25 + 3 * 16 + 2 * 2.25),
      12,
    );
  });

  test('an issue with a single position says nothing', () => {
    const padded = [
      [1, 1, 2, 9],
      [1, 2, 4, null],
    ];
    for (const metric of ['nominal', 'ordinal', 'interval'] as const) {
      expect(krippendorffAlpha(padded, metric)).toEqual(krippendorffAlpha(ratings, metric));
    }
  });

  test('rows may end early: what is not there is missing', () => {
    expect(
      krippendorffAlpha(
        [
          [1, 2, 1],
          [1, 2],
          [1, 1],
        ],
        'nominal',
      ),
    ).toEqual(
      krippendorffAlpha(
        [
          [1, 2],
          [1, 2],
          [1, 1],
        ],
        'nominal',
      ),
    );
  });

  test('a pair in a larger group weighs less', () => {
    // One unit of three raters (1,1,2), one of two (1,2): n = 5, totals 3 and 2.
    // Coincidences of 1 and 2 below the diagonal: 2 / 2 + 1 / 1.
    const groups = [
      [1, 1],
      [1, 2],
      [2, null],
    ];
    expect(krippendorffAlpha(groups, 'nominal').value).toBeCloseTo(1 - (4 * 2) / 6, 12);
  });

  test.each([
    [[], 'no issue on which two countries have a position'],
    [
      [
        [1, null],
        [null, 1],
      ],
      'no issue on which two countries have a position',
    ],
    [
      [
        [1, 1, 2],
        [1, 1, null],
      ],
      'no variation: every position is the same',
    ],
  ])('undefined for %j', (undefinedRatings, reason) => {
    expect(krippendorffAlpha(undefinedRatings, 'ordinal')).toEqual({ value: null, reason });
  });
});

describe("Fleiss' kappa", () => {
  test('two issues, three countries', () => {
    // Agreeing pairs 3 of 3 and 1 of 3: observed 4 / 6; shares 5 / 6 and 1 / 6: expected 26 / 36.
    const value = (4 / 6 - 26 / 36) / (1 - 26 / 36);
    expect(
      fleissKappa([
        [3, 0],
        [2, 1],
      ]).value,
    ).toBeCloseTo(value, 12);
  });

  test.each([
    [[], 'no issues'],
    [[[1, 0]], 'fewer than two countries have a position'],
    [
      [
        [2, 0],
        [2, 1],
      ],
      "not every country has a position on every issue; Krippendorff's alpha can do that",
    ],
    [
      [
        [2, 0],
        [2, 0],
      ],
      'no variation: every position is the same',
    ],
  ])('undefined for %j: %s', (counts, reason) => {
    expect(fleissKappa(counts)).toEqual({ value: null, reason });
  });

  test('counts of ratings: a row for each issue, missing ratings nowhere', () => {
    const ratings = [
      [0, 2, 1],
      [0, null, 2],
    ];
    expect(countCategories(ratings, 3)).toEqual([
      [2, 0, 0],
      [0, 0, 1],
      [0, 1, 1],
    ]);
    expect(countCategories([], 3)).toEqual([]);
  });
});

describe('cohesion', () => {
  test.each([
    [{ yes: 10, no: 0, abstain: 0 }, 1, 1, 1],
    [{ yes: 0, no: 10, abstain: 0 }, 1, 1, 1],
    [{ yes: 4, no: 4, abstain: 4 }, 0, 0, -1 / 3],
    [{ yes: 5, no: 5, abstain: 0 }, 0, 0.25, 0],
    [{ yes: 1, no: 3, abstain: 6 }, 0.5, 0.4, 0.2],
    [{ yes: 2, no: 7, abstain: 1 }, 5 / 9, 0.55, 0.4],
  ])('%j', (counts, rice, agreement, attina) => {
    expect(riceIndex(counts).value).toBeCloseTo(rice, 12);
    expect(agreementIndex(counts).value).toBeCloseTo(agreement, 12);
    expect(attinaIndex(counts).value).toBeCloseTo(attina, 12);
  });

  test('undefined where nobody voted', () => {
    const reason = 'no member of the group voted';
    const nobody = { yes: 0, no: 0, abstain: 0 };
    expect(agreementIndex(nobody)).toEqual({ value: null, reason });
    expect(attinaIndex(nobody)).toEqual({ value: null, reason });
    expect(riceIndex({ yes: 0, no: 0 })).toEqual({
      value: null,
      reason: 'no member of the group voted yes or no',
    });
    expect(agreementIndex({ ...nobody, abstain: 3 }).value).toBe(1);
    expect(riceIndex({ ...nobody, yes: 3 }).value).toBe(1);
  });
});

test('alpha puts values in order, whatever order they come in', () => {
  const ratings = [
    [10, 3, 5, 5, 3, null],
    [5, 3, 5, 10, 10, 3],
    [10, null, 3, 5, 3, 3],
  ];
  const inOrder = (value: number | null) => (value === null ? null : [3, 5, 10].indexOf(value));
  const ranks = ratings.map((rater) => rater.map(inOrder));
  // The ordinal metric knows no more than the order; text order would put 10 first.
  expect(krippendorffAlpha(ratings, 'ordinal').value).toBeCloseTo(
    krippendorffAlpha(ranks, 'ordinal').value!,
    12,
  );
  const turned = ratings.map((rater) => rater.toReversed());
  for (const metric of ['nominal', 'ordinal', 'interval'] as const)
    expect(krippendorffAlpha(turned, metric).value).toBeCloseTo(
      krippendorffAlpha(ratings, metric).value!,
      12,
    );
  expect(krippendorffAlpha(ratings.toReversed(), 'ordinal').value).toBeCloseTo(
    krippendorffAlpha(ratings, 'ordinal').value!,
    12,
  );
  // Values 10, 3, 5 by first appearance, but 5 lies between the others.
  const middle = [
    [10, 3, 5],
    [10, 3, 3],
  ];
  expect(krippendorffAlpha(middle, 'ordinal').value).toBeCloseTo(
    krippendorffAlpha(
      [
        [2, 0, 1],
        [2, 0, 0],
      ],
      'ordinal',
    ).value!,
    12,
  );
});
