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
  const tables = openDyads();

  /** Rows of categories, missing ones included, over more issues than a word has bits. */
  const rowsOf = fc.integer({ min: 1, max: 80 }).chain((width) =>
    fc.array(fc.array(fc.integer({ min: -2, max: 2 }), { minLength: width, maxLength: width }), {
      minLength: 2,
      maxLength: 6,
    }),
  );

  /** Absences count as a category of their own, which is not joint with itself. */
  const readAs = [3, -1, 0, 1, 2];
  const distances = [
    [0, 0.5, 1, 0.25],
    [0.5, 0, 0.5, 0.25],
    [1, 0.5, 0, 0.25],
    [0.25, 0.25, 0.25, Number.NaN],
  ];

  test('have the sums of a plain loop over their joint issues', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const [countries, width, categories] = [rows.length, rows[0]!.length, distances.length];
        // Every second issue, in reverse.
        const issues = Array.from({ length: width }, (_, i) => i).filter((i) => i % 2 === 0);
        issues.reverse();
        const dyads = (countries * (countries - 1)) / 2;
        const words = Math.ceil(issues.length / 32);
        const at = tables.layOut({
          rows: countries * width,
          readAs: readAs.length,
          issues: issues.length * 4,
          bits: countries * categories * words * 4,
          from: countries * 4,
          to: countries * 4,
          distances: categories ** 2 * 8,
          sums: dyads * 24,
        });
        const { buffer, bits, from, to } = at;
        new Int8Array(buffer, at.rows, countries * width).set(rows.flat());
        new Int8Array(buffer, at.readAs, readAs.length).set(readAs);
        new Uint32Array(buffer, at.issues, issues.length).set(issues);
        new Float64Array(buffer, at.distances, categories ** 2).set(distances.flat());
        const sums = new Float64Array(buffer, at.sums, dyads * 3).fill(1);
        tables.kernels.packCountries(
          countries,
          categories,
          at.rows,
          width,
          at.readAs,
          at.issues,
          issues.length,
          bits,
          words,
          from,
          to,
        );
        const { sumCountries } = tables.kernels;
        sumCountries(countries, categories, bits, words, from, to, 2, 3, at.distances, at.sums);
        const expected = rows.flatMap((a, i) =>
          rows.slice(i + 1).flatMap((b) => {
            const apart = issues
              .map((issue) => distances[readAs[a[issue]! + 2]!]?.[readAs[b[issue]! + 2]!])
              .filter((distance) => distance !== undefined && !Number.isNaN(distance));
            const sum = apart.reduce((x: number, y) => x + (y ?? 0), 0);
            return [1 + 2 * apart.length, 1 + 3 * apart.length, 1 + 2 * sum];
          }),
        );
        expect([...sums]).toEqual(expected);
      }),
    );
  });
});
