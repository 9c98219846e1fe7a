import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openWorkspace } from '../../src/kernels/kernels.ts';

const { kernels, layOut } = openWorkspace();

const mask = (1n << 64n) - 1n;
const rotateLeft = (x: bigint, by: bigint) => ((x << by) | (x >> (64n - by))) & mask;

/** xoroshiro128+ as its authors give it, with rotations 24, 16, 37 and the seeding of pure-rand. */
function* generate(seed: number): Generator<bigint, never> {
  const word = BigInt(seed >>> 0);
  let s0 = (0xffffffffn << 32n) | (~word & 0xffffffffn);
  let s1 = word << 32n;
  for (;;) {
    yield (s0 + s1) & mask;
    s1 ^= s0;
    s0 = (rotateLeft(s0, 24n) ^ s1 ^ (s1 << 16n)) & mask;
    s1 = rotateLeft(s1, 37n);
  }
}

/** The units of a resample: 32 bits for each, the upper ones first; the rest of the last 64 is left. */
function drawUnits(random: Iterator<bigint, never>, units: number): readonly number[] {
  const range = BigInt(units);
  const least = (1n << 32n) % range;
  const drawn: number[] = [];
  while (drawn.length < units) {
    const bits = random.next().value;
    for (const half of [bits >> 32n, bits & 0xffffffffn]) {
      const product = half * range;
      const isGood = (product & 0xffffffffn) >= least;
      if (isGood && drawn.length < units) drawn.push(Number(product >> 32n));
    }
  }
  return drawn;
}

const seeds = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

const someUnits = fc.integer({ min: 1, max: 40 });

describe('resamples', () => {
  test('count the units of the published generator', () => {
    fc.assert(
      fc.property(seeds, someUnits, (seed, units) => {
        const [resamples, kinds] = [5, 3];
        const at = layOut({ kindOf: units * 4, counts: resamples * kinds * 4 });
        const kindOf = Array.from({ length: units }, (_, unit) => unit % kinds);
        new Uint32Array(at.buffer, at.kindOf, units).set(kindOf);
        kernels.seedGenerator(seed);
        kernels.drawResamples(resamples, at.kindOf, units, at.counts, kinds);
        const random = generate(seed);
        const expected = Array.from({ length: resamples }, () => {
          const counts = Array<number>(kinds).fill(0);
          for (const unit of drawUnits(random, units)) counts[kindOf[unit]!]!++;
          return counts;
        });
        expect([...new Uint32Array(at.buffer, at.counts, resamples * kinds)]).toEqual(
          expected.flat(),
        );
      }),
    );
  });

  test('have the means of the same units', () => {
    fc.assert(
      fc.property(seeds, someUnits, (seed, units) => {
        const resamples = 5;
        const at = layOut({ weights: units * 8, weighted: units * 8, means: resamples * 8 });
        const weights = new Float64Array(at.buffer, at.weights, units).map((_, u) => 1 + (u % 4));
        const weighted = weights.map((weight, u) => weight * (u % 3));
        new Float64Array(at.buffer, at.weights, units).set(weights);
        new Float64Array(at.buffer, at.weighted, units).set(weighted);
        kernels.seedGenerator(seed);
        kernels.resampleMeans(resamples, units, at.weights, at.weighted, at.means);
        const random = generate(seed);
        const expected = Array.from({ length: resamples }, () => {
          let [weight, sum] = [0, 0];
          for (const unit of drawUnits(random, units)) {
            weight += weights[unit]!;
            sum += weighted[unit]!;
          }
          return sum / weight;
        });
        expect([...new Float64Array(at.buffer, at.means, resamples)]).toEqual(expected);
      }),
    );
  });
});

test('a place is selected as in the sorted values, ties included', () => {
  const values = fc.array(fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: 0, max: 3 })), {
    minLength: 1,
    maxLength: 60,
  });
  fc.assert(
    fc.property(values, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (list, picks) => {
      const at = layOut({ values: list.length * 8 });
      new Float64Array(at.buffer, at.values, list.length).set(list);
      const sorted = Float64Array.from(list).sort();
      for (const pick of picks) {
        const place = pick % list.length;
        // Ascending order puts -0 before 0; a selection need not.
        expect(kernels.selectPlace(at.values, list.length, place) + 0).toBe(sorted[place]! + 0);
      }
    }),
  );
});

describe('dyads', () => {
  const categories = 3;
  /** Rows of categories, missing ones included, over more issues than a word has bits. */
  const rowsOf = fc.integer({ min: 1, max: 80 }).chain((width) =>
    fc.array(fc.array(fc.integer({ min: -2, max: 2 }), { minLength: width, maxLength: width }), {
      minLength: 2,
      maxLength: 6,
    }),
  );

  test('have the sums of a plain loop over their joint issues', () => {
    const distances = [0, 0.5, 1, 0.5, 0, 0.5, 1, 0.5, 0];
    fc.assert(
      fc.property(rowsOf, fc.nat({ max: 5 }), (rows, least) => {
        const [countries, width] = [rows.length, rows[0]!.length];
        // Every second issue, in reverse.
        const issues = Array.from({ length: width }, (_, i) => i).filter((i) => i % 2 === 0);
        issues.reverse();
        const dyads = (countries * (countries - 1)) / 2;
        const words = Math.ceil(issues.length / 32);
        const at = layOut({
          rows: countries * width,
          issues: issues.length * 4,
          bits: countries * categories * words * 4,
          from: countries * 4,
          to: countries * 4,
          distances: categories ** 2 * 8,
          joint: dyads * 4,
          total: dyads * 8,
          apart: dyads * 8,
        });
        const { buffer, from, to } = at;
        new Int8Array(buffer, at.rows, countries * width).set(rows.flat());
        new Uint32Array(buffer, at.issues, issues.length).set(issues);
        new Float64Array(buffer, at.distances, 9).set(distances);
        const joint = new Uint32Array(buffer, at.joint, dyads).fill(0);
        const total = new Float64Array(buffer, at.total, dyads).fill(0);
        const apart = new Float64Array(buffer, at.apart, dyads).fill(0);
        kernels.packCountries(
          countries,
          categories,
          at.rows,
          width,
          least,
          at.issues,
          issues.length,
          at.bits,
          words,
          from,
          to,
        );
        for (const [start, end] of [
          [0, countries],
          [0, 1],
          [1, countries],
        ] as const)
          kernels.sumCountries(
            start,
            end,
            countries,
            categories,
            at.bits,
            words,
            from,
            to,
            0.25,
            at.distances,
            at.joint,
            at.total,
            at.apart,
          );
        const enough = rows.map((row) => row.filter((category) => category >= 0).length >= least);
        const expected = rows.flatMap((a, i) =>
          rows.slice(i + 1).map((b, j) => {
            const shared = issues.filter((issue) => a[issue]! >= 0 && b[issue]! >= 0);
            if (!enough[i] || !enough[i + 1 + j]) return [0, 0, 0];
            const sum = shared
              .map((issue) => distances[a[issue]! * categories + b[issue]!]!)
              .reduce((x, y) => x + y, 0);
            return [2 * shared.length, shared.length / 2, sum / 2];
          }),
        );
        expect(expected.map((_, d) => [joint[d], total[d], apart[d]])).toEqual(expected);
        kernels.averageDyads(dyads, at.total, at.apart);
        expect([...apart]).toEqual(expected.map(([, weight, sum]) => sum! / weight!));
      }),
    );
  });

  test('are counted between two scores, undefined ones never', () => {
    const list = fc.array(
      fc.tuple(fc.nat({ max: 9 }), fc.constantFrom(Number.NaN, 0, 0.25, 0.5, 1)),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(list, fc.nat({ max: 9 }), (dyads, least) => {
        const size = dyads.length;
        const at = layOut({ joint: size * 4, scores: size * 8 });
        new Uint32Array(at.buffer, at.joint, size).set(dyads.map(([joint]) => joint));
        new Float64Array(at.buffer, at.scores, size).set(dyads.map(([, score]) => score));
        for (const [above, below] of [
          [-Infinity, Infinity],
          [-Infinity, 0.5],
          [0.25, Infinity],
        ] as const)
          expect(kernels.countDyads(size, at.joint, at.scores, least, above, below)).toBe(
            dyads.filter(([n, score]) => n >= least && score > above && score < below).length,
          );
      }),
    );
  });
});
