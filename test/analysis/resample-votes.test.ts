import { describe, expect, it } from 'vitest';
import { estimateVotes } from '../../src/analysis/resample-votes.ts';
import type { VoteRule, VoteTables } from '../../src/analysis/vote-tables.ts';
import { bootstrapIntervals } from '../../src/measures/bootstrap.ts';
import { spaceEvenly } from '../../src/measures/contingency.ts';
import { findMeasure } from '../../src/measures/registry.ts';

const linear: VoteRule = { distance: 'linear', absence: null, dropsNeutral: false };
const sampling = { seed: 1, resamples: 2000 };

/** The second of two dyads, so that its place matters. */
function tablesOf(cells: readonly number[]): VoteTables {
  return { categories: 3, cells: Int32Array.from([...Array<number>(9).fill(1), ...cells]) };
}

describe('the interval of a dyad of a record', () => {
  const cells = [20, 5, 3, 4, 30, 9, 2, 6, 200];

  it.each(['agreement', 'kappa', 'pi', 's', 'identical', 'ac'])(
    'is that of drawing single votes, but for chance: %s',
    (id) => {
      const measure = findMeasure(id)!;
      const drawn = estimateVotes(tablesOf(cells), 1, linear, measure, false, sampling);
      const issues = cells.flatMap((count, cell) =>
        Array.from({ length: count }, () => ({ weight: 1, stratum: 0, cell })),
      );
      const joint = { scales: [{ scale: 'vote', values: spaceEvenly(3) }], issues };
      const [plain] = bootstrapIntervals(joint, [{ measure, distance: 'linear' }], sampling);
      expect(drawn.n).toBe(279);
      const width = plain!.high! - plain!.low!;
      expect(Math.abs(drawn.low! - plain!.low!)).toBeLessThan(width / 15);
      expect(Math.abs(drawn.high! - plain!.high!)).toBeLessThan(width / 15);
    },
  );

  it('is the same for the same seed, and another for another', () => {
    const agreement = findMeasure('agreement')!;
    const of = (seed: number) =>
      estimateVotes(tablesOf(cells), 1, linear, agreement, false, { ...sampling, seed });
    expect(of(3)).toEqual(of(3));
    expect(of(3)).not.toEqual(of(4));
  });

  it('is missing, with the reason, where evidence is', () => {
    const of = (few: readonly number[], id: string) =>
      estimateVotes(tablesOf(few), 1, linear, findMeasure(id)!, false, sampling);
    expect(of([0, 0, 0, 0, 0, 0, 0, 0, 4], 'agreement')).toMatchObject({ value: 1, low: null });
    expect(of([0, 0, 0, 0, 0, 0, 0, 0, 9], 'kappa')).toMatchObject({
      value: null,
      reason: expect.stringContaining('no variation') as string,
    });
    expect(of(Array<number>(9).fill(0), 'agreement')).toMatchObject({ value: null, n: 0 });
  });

  it('counts what an absence rule counts', () => {
    const withAbsences: VoteTables = {
      categories: 4,
      cells: Int32Array.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 3, 0, 0, 1, 0]),
    };
    const half = { ...linear, absence: 0.5 };
    const of = (rule: VoteRule) =>
      estimateVotes(withAbsences, 0, rule, findMeasure('agreement')!, false, sampling);
    expect(of(half)).toMatchObject({ n: 10, value: 0.8 });
  });
});
