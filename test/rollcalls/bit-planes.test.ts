import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ABSENT, MISSING } from '../../src/evidence/evidence.ts';
import { buildBitPlanes, dyadCount, tabulateDyads } from '../../src/rollcalls/bit-planes.ts';
import type { RollCallRecord } from '../../src/rollcalls/record.ts';

/** A record of nothing but votes, `rows[country][rollCall]`. */
function recordOfVotes(rows: readonly (readonly number[])[]): RollCallRecord {
  const size = rows[0]?.length ?? 0;
  const countries = rows.map((_, i) => String.fromCharCode(65 + i).repeat(3));
  const votes = new Int8Array(size * rows.length);
  for (let i = 0; i < size; i++)
    rows.forEach((row, c) => (votes[i * rows.length + c] = row[i] ?? MISSING));
  return {
    size,
    countries,
    votes,
    columns: Uint32Array.from(rows.keys()),
    votesOf: (country) => Int8Array.from(rows[countries.indexOf(country)] ?? []),
    detail: () => '',
    lineOf: () => 1,
  };
}

function countNaively(rows: readonly (readonly number[])[], group: readonly number[]): number[] {
  return rows.flatMap((first, a) =>
    rows.slice(a + 1).flatMap((second) => {
      const cells = Array<number>(9).fill(0);
      for (const i of group) {
        const [x, y] = [first[i] ?? -1, second[i] ?? -1];
        if (x >= 0 && y >= 0) cells[x * 3 + y]! += 1;
      }
      return cells;
    }),
  );
}

const vote = fc.constantFrom(0, 1, 2, 2, 2, ABSENT, MISSING, MISSING);

/** Up to 700 roll calls: more than eight words, with ragged ends and stretches without membership. */
const records = fc
  .tuple(fc.integer({ min: 1, max: 700 }), fc.integer({ min: 2, max: 6 }))
  .chain(([size, countries]) =>
    fc.array(
      fc
        .tuple(fc.array(vote, { minLength: size, maxLength: size }), fc.nat(size), fc.nat(size))
        .map(([votes, from, to]) => votes.map((v, i) => (i >= from && i <= to ? v : MISSING))),
      { minLength: countries, maxLength: countries },
    ),
  );

describe('bit planes', () => {
  it('count what a plain loop counts', () => {
    fc.assert(
      fc.property(records, (rows) => {
        const all = rows[0]!.map((_, i) => i);
        const { cells } = tabulateDyads(buildBitPlanes(recordOfVotes(rows), [all]));
        expect([...cells]).toEqual(countNaively(rows, all));
      }),
      { numRuns: 60 },
    );
  });

  it('count groups apart and together', () => {
    fc.assert(
      fc.property(records, fc.integer({ min: 1, max: 5 }), (rows, count) => {
        const groups = Array.from({ length: count }, (_, g) =>
          rows[0]!.flatMap((_vote, i) => (i % count === g ? [i] : [])),
        );
        const planes = buildBitPlanes(recordOfVotes(rows), groups);
        groups.forEach((group, g) =>
          expect([...tabulateDyads(planes, g).cells]).toEqual(countNaively(rows, group)),
        );
        expect([...tabulateDyads(planes).cells]).toEqual(countNaively(rows, groups.flat()));
      }),
      { numRuns: 40 },
    );
  });

  it('count votes cast in every one of many thousand roll calls', () => {
    const yes = Array<number>(70_001).fill(2);
    expect([
      ...tabulateDyads(buildBitPlanes(recordOfVotes([yes, yes]), [[...yes.keys()]])).cells,
    ]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 70_001]);
  });

  it('are empty for an empty selection', () => {
    const planes = buildBitPlanes(recordOfVotes([[2], [2], [0]]), [[]]);
    expect(tabulateDyads(planes).cells).toEqual(new Int32Array(dyadCount(3) * 9));
  });
});
