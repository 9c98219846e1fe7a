import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openDyads } from '../../src/kernels/kernels.ts';

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
});
