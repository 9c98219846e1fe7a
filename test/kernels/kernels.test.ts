import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openDyads } from '../../src/kernels/kernels.ts';

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
