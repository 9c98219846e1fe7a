import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openDyads, openStatistics } from '../../src/kernels/kernels.ts';

const statistics = openStatistics();
const { kernels, layOut } = statistics;

const resamples = 12;

const word = 2 ** 32;

/** SplitMix64 as its authors give it. */
function* splitMix(seed: number): Generator<bigint, never> {
  const mask = (1n << 64n) - 1n;
  let state = BigInt(seed >>> 0);
  for (;;) {
    state = (state + 0x9e3779b97f4a7c15n) & mask;
    let bits = state;
    bits = ((bits ^ (bits >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
    bits = ((bits ^ (bits >> 27n)) * 0x94d049bb133111ebn) & mask;
    yield bits ^ (bits >> 31n);
  }
}

/** xoshiro128+ as its authors give it. */
function xoshiro(state: readonly number[]): () => number {
  let [s0, s1, s2, s3] = state as [number, number, number, number];
  return () => {
    const bits = (s0 + s3) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
    return bits;
  };
}

/** Four generators; 32 bits of the seed's 64 at a time are one word of the state of each in turn. */
function fourGenerators(seed: number): readonly (() => number)[] {
  const random = splitMix(seed);
  const words = Array.from({ length: 8 }, () => random.next().value).flatMap((bits) => [
    Number(bits & 0xffffffffn),
    Number(bits >> 32n),
  ]);
  return [0, 1, 2, 3].map((lane) => xoshiro([0, 4, 8, 12].map((first) => words[first + lane]!)));
}

/** The units of each resample: the share of all bits that lies below those drawn. */
function drawUnits(seed: number, units: number, count: number): readonly number[][] {
  const generators = fourGenerators(seed);
  return Array.from({ length: count / 4 }, () =>
    generators.map((next) =>
      Array.from({ length: units }, () => {
        // Read as a signed number: the upper half comes first.
        const draw = (next() + word / 2) % word;
        return Math.floor((draw * units) / word);
      }),
    ),
  ).flat();
}

const seeds = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

const someSizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 });

type Statistics = ReturnType<typeof openStatistics>;

/** Counts by kind, then resample, by a kernel that looks kinds up. */
function drawMany(
  { kernels: of, layOut: lay }: Statistics,
  seed: number,
  kindOf: readonly number[],
) {
  const [units, kinds] = [kindOf.length, Math.max(...kindOf) + 1];
  const at = lay({ kindOf: units * 4, words: units * 16, counts: kinds * resamples * 4 });
  new Uint32Array(at.buffer, at.kindOf, units).set(kindOf);
  of.seedGenerator(seed);
  of.drawManyKinds(resamples, units, kinds, at.kindOf, at.words, at.counts, resamples);
  return [...new Uint32Array(at.buffer, at.counts, kinds * resamples)];
}

/** The same by the kernel for few kinds, some resamples at a time. */
function drawFew(seed: number, sizes: readonly number[], atOnce: readonly number[] = [resamples]) {
  const kinds = sizes.length;
  const rows = Math.ceil(kinds / 4) * 4;
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const at = layOut({ limits: rows * 4, words: units * 16, counts: rows * resamples * 4 });
  const limits = new Int32Array(at.buffer, at.limits, rows).fill(word / 2 - 1);
  let below = 0;
  sizes.forEach((size, kind) => {
    below += size;
    limits[kind] = Math.ceil((below / units) * word) - word / 2 - 1;
  });
  kernels.seedGenerator(seed);
  let done = 0;
  for (const some of atOnce) {
    const counts = at.counts + done * 4;
    kernels.drawFewKinds!(some, units, kinds, at.limits, at.words, counts, resamples);
    done += some;
  }
  return [...new Uint32Array(at.buffer, at.counts, kinds * resamples)];
}

const kindsOf = (sizes: readonly number[]) =>
  sizes.flatMap((size, kind) => Array<number>(size).fill(kind));

describe('resamples', () => {
  test('count the units of the published generator, whichever kernel draws them', () => {
    const withoutSimd = openStatistics(false);
    fc.assert(
      fc.property(seeds, someSizes, (seed, sizes) => {
        const kindOf = kindsOf(sizes);
        const drawn = drawUnits(seed, kindOf.length, resamples);
        const expected = sizes.flatMap((_, kind) =>
          drawn.map((units) => units.filter((unit) => kindOf[unit] === kind).length),
        );
        expect(drawFew(seed, sizes)).toEqual(expected);
        expect(drawMany(statistics, seed, kindOf)).toEqual(expected);
        expect(drawMany(withoutSimd, seed, kindOf)).toEqual(expected);
      }),
    );
  });

  test('go on where the last ones ended', () => {
    const sizes = [3, 1, 4, 1, 5, 9];
    expect(drawFew(1, sizes, [4, 8])).toEqual(drawFew(1, sizes));
  });

  test('are binomial: every unit as likely as any other, whatever was drawn before', () => {
    const sizes = [1, 2, 3, 4];
    const counts = sizes.map((): number[] => []);
    for (let seed = 0; seed < 4000; seed++)
      drawFew(seed, sizes).forEach((count, i) => counts[Math.floor(i / resamples)]!.push(count));
    sizes.forEach((size, kind) => {
      const drawn = counts[kind]!;
      const mean = drawn.reduce((sum, count) => sum + count, 0) / drawn.length;
      const variance = drawn.reduce((sum, count) => sum + (count - mean) ** 2, 0) / drawn.length;
      // Of 10 draws with a chance of size / 10; four standard errors are below .035 and .07.
      expect(Math.abs(mean - size)).toBeLessThan(0.035);
      expect(Math.abs(variance - size * (1 - size / 10))).toBeLessThan(0.07);
    });
  });

  test('have the means of the units they count', () => {
    const [counts, stride] = [[3, 0, 2, 1, 4, 2], 3];
    const at = layOut({ counts: 24, weights: 16, weighted: 16, means: 24 });
    new Uint32Array(at.buffer, at.counts, 6).set(counts);
    new Float64Array(at.buffer, at.weights, 2).set([1, 0.5]);
    new Float64Array(at.buffer, at.weighted, 2).set([0, 0.5]);
    kernels.averageResamples(3, 2, at.counts, stride, at.weights, at.weighted, at.means);
    expect([...new Float64Array(at.buffer, at.means, 3)]).toEqual([0.5 / 3.5, 1, 1 / 3]);
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
        expect(kernels.selectPlace(at.values, 0, list.length - 1, place) + 0).toBe(
          sorted[place]! + 0,
        );
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

  const tables = openDyads();

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
        const at = tables.layOut({
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
        tables.kernels.packCountries(
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
          tables.kernels.sumCountries(
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
        tables.kernels.averageDyads(dyads, at.total, at.apart);
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
