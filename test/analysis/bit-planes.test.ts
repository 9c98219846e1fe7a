import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dyadCount, tabulateDyads } from '../../src/analysis/bit-planes.ts';
import { ABSENT, MISSING } from '../../src/evidence/evidence.ts';

type Rows = readonly (readonly number[])[];

function tabulate(rows: Rows, issues: readonly number[], held: readonly number[]): number[] {
  const packed = rows.map((row) => Int8Array.from(row));
  return [...tabulateDyads(packed, issues, held)];
}

function countNaively(rows: Rows, issues: readonly number[], held: readonly number[]): number[] {
  return rows.flatMap((first, a) =>
    rows.slice(a + 1).flatMap((second) => {
      const cells = Array<number>(held.length ** 2).fill(0);
      for (const issue of issues) {
        const [x, y] = [held.indexOf(first[issue]!), held.indexOf(second[issue]!)];
        if (x >= 0 && y >= 0) cells[x * held.length + y]! += 1;
      }
      return cells;
    }),
  );
}

const category = fc.constantFrom(0, 1, 2, 2, 2, 3, ABSENT, MISSING, MISSING);

/** Up to 700 issues: more than twenty words, with ragged ends and stretches without positions. */
const rowsOf = fc
  .tuple(fc.integer({ min: 1, max: 700 }), fc.integer({ min: 2, max: 6 }))
  .chain(([size, countries]) =>
    fc.array(
      fc
        .tuple(fc.array(category, { minLength: size, maxLength: size }), fc.nat(size), fc.nat(size))
        .map(([row, from, to]) => row.map((c, i) => (i >= from && i <= to ? c : MISSING))),
      { minLength: countries, maxLength: countries },
    ),
  );

describe('bit planes', () => {
  it('count what a plain loop counts, on some issues in any order and for some categories', () => {
    fc.assert(
      fc.property(
        rowsOf,
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        fc.subarray([0, 1, 2, 3, MISSING, ABSENT]),
        (rows, step, backwards, held) => {
          const issues = rows[0]!.flatMap((_, i) => (i % step === 0 ? [i] : []));
          if (backwards) issues.reverse();
          expect(tabulate(rows, issues, held)).toEqual(countNaively(rows, issues, held));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('count votes cast in every one of many thousand roll calls', () => {
    const yes = Array<number>(70_001).fill(2);
    const cells = tabulate([yes, yes], [...yes.keys()], [0, 1, 2]);
    expect(cells).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 70_001]);
  });

  it('are empty without issues', () => {
    expect(tabulate([[2], [2], [0]], [], [0, 1, 2])).toEqual(Array(dyadCount(3) * 9).fill(0));
  });
});
