import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countrySide } from '../../src/evidence/side.ts';
import { measures } from '../../src/measures/registry.ts';
import { arbitraryIssues } from '../evidence/arbitrary-issues.ts';
import { evidenceOf, type IssueSketch } from '../evidence/catalogs.ts';
import { choose, scoreOf, scoreSettings } from './scores.ts';
import { scoreDyad } from '../../src/analysis/score.ts';
import {
  type AbsenceRule,
  absenceRules,
  depths,
  type Distance,
} from '../../src/results/vocabulary.ts';
import type { IssueScore, ScoreResult } from '../../src/results/score.ts';

const settings = fc.record({
  measure: fc.constantFrom(...measures.map(({ id }) => id)),
  distance: fc.constantFrom<Distance>('linear', 'squared'),
  absent: fc.constantFrom<AbsenceRule>(...absenceRules),
  weighBy: fc.constantFrom('issue', 'topic', 'catalog'),
  salience: fc.constantFrom('off', 'mean', 'min', 'max', 'product'),
});

type Settings = typeof settings extends fc.Arbitrary<infer T> ? T : never;

function scored(
  sketches: readonly IssueSketch[],
  a: string,
  b: string,
  { measure, distance, absent, weighBy, salience }: Settings,
) {
  return scoreOf(evidenceOf(sketches), a, b, {
    headline: choose(measure, distance),
    beside: measures.map((each) => ({ measure: each, distance })),
    distance,
    absent,
    weighting: { ...scoreSettings().weighting, weighBy, salience },
  });
}

const swap = <T>([x, y]: readonly [T, T]): [T, T] => [y, x];
const turned = { mutual: 'mutual', 'a-to-b': 'b-to-a', 'b-to-a': 'a-to-b' } as const;

/** The result as it reads from the other side. */
function mirror(result: ScoreResult): unknown {
  const { coverage, depth, interactions, memberships } = result;
  const { a, b, both } = memberships;
  const { associated } = memberships;
  return {
    ...result,
    countries: swap(result.countries),
    coverage: { ...coverage, a: coverage.b, b: coverage.a },
    depth: { ...depth, stakes: { ...depth.stakes, a: depth.stakes.b, b: depth.stakes.a } },
    memberships: {
      both,
      a: b,
      b: a,
      associated: { both: associated.both, a: associated.b, b: associated.a },
    },
    interactions: {
      ...interactions,
      byDirection: {
        ...interactions.byDirection,
        'a-to-b': interactions.byDirection['b-to-a'],
        'b-to-a': interactions.byDirection['a-to-b'],
      },
      events: interactions.events.map((event) =>
        Object.assign({}, event, { direction: turned[event.direction] }),
      ),
    },
    issues: result.issues.map((issue): IssueScore => {
      const { positions, values, salience } = issue;
      return Object.assign({}, issue, {
        positions: swap(positions),
        values: swap(values),
        salience: swap(salience),
      });
    }),
  };
}

const asJson = (value: unknown) => JSON.stringify(value, null, 1);
const otherCountry = (text: string) =>
  text.replaceAll(/the (first|second) country/gu, (_, which: string) =>
    which === 'first' ? 'the second country' : 'the first country',
  );

describe('a score', () => {
  it('read from the other side is the same to the last digit', () => {
    fc.assert(
      fc.property(arbitraryIssues, settings, (sketches, given) => {
        const [ab, ba] = [
          scored(sketches, 'CHN', 'RUS', given),
          scored(sketches, 'RUS', 'CHN', given),
        ];
        expect(otherCountry(asJson(mirror(ba)))).toBe(asJson(ab));
      }),
      { numRuns: 300 },
    );
  });

  it('again is the same, intervals included', () => {
    fc.assert(
      fc.property(arbitraryIssues, settings, (sketches, given) => {
        expect(scored(sketches, 'CHN', 'RUS', given)).toEqual(
          scored(sketches, 'CHN', 'RUS', given),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('does not depend on the order of issues and countries', () => {
    fc.assert(
      fc.property(arbitraryIssues, settings, (sketches, given) => {
        const turnedAround = sketches.toReversed().map((each) =>
          Object.assign({}, each, {
            held: Object.fromEntries(Object.entries(each.held).toReversed()),
          }),
        );
        expect(scored(turnedAround, 'CHN', 'RUS', given)).toEqual(
          scored(sketches, 'CHN', 'RUS', given),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('names what the score would be without an issue, weights made equal anew', () => {
    fc.assert(
      fc.property(arbitraryIssues, settings, (sketches, given) => {
        const { leaveOneOut } = scored(sketches, 'CHN', 'RUS', given).sensitivity;
        for (const outcome of [leaveOneOut.min, leaveOneOut.max, leaveOneOut.most]) {
          if (outcome === null) continue;
          const others = sketches.filter(({ id }) => id !== outcome.issue);
          expectClose(scored(others, 'CHN', 'RUS', given).alignment.value, outcome.value);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the unit of weights', () => {
    fc.assert(
      fc.property(
        arbitraryIssues,
        settings,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (sketches, given, factor) => {
          const heavier = sketches.map((each) =>
            Object.assign({}, each, { weight: each.weight! * factor }),
          );
          const [one, other] = [
            scored(sketches, 'CHN', 'RUS', given),
            scored(heavier, 'CHN', 'RUS', given),
          ];
          expectClose(other.alignment.value, one.alignment.value);
          expectClose(other.depth.liabilityGap, one.depth.liabilityGap);
          expectClose(other.depth.coordination, one.depth.coordination);
          expect(other.percentile).toEqual(one.percentile);
          expect(other.verdict).toEqual(one.verdict);
          for (const [i, { value }] of one.measures.entries())
            expectClose(other.measures[i]!.value, value);
          for (const [i, { contribution }] of one.issues.entries())
            expectClose(other.issues[i]!.contribution, contribution);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is the sum of its contributions, where it decomposes', () => {
    fc.assert(
      fc.property(arbitraryIssues, settings, (sketches, given) => {
        const { alignment, issues: parts } = scored(sketches, 'CHN', 'IND', given);
        if (!alignment.decomposes || alignment.value === null) {
          expect(parts.every(({ contribution }) => contribution === null) || !parts.length).toBe(
            true,
          );
          return;
        }
        const contributions = parts.map(({ contribution }) => contribution ?? NaN);
        expect(sumOf(contributions)).toBeCloseTo(alignment.value, 10);
      }),
      { numRuns: 200 },
    );
  });

  it('S is 2 A - 1, and divergence 1 - A', () => {
    fc.assert(
      fc.property(arbitraryIssues, settings, (sketches, given) => {
        const {
          alignment,
          measures: all,
          divergence,
        } = scored(sketches, 'CHN', 'IND', {
          ...given,
          measure: 'agreement',
        });
        const s = all.find(({ id }) => id === 's')!;
        if (alignment.value === null) {
          expect([s.value, divergence.value]).toEqual([null, null]);
          return;
        }
        expect(s.value).toBeCloseTo(2 * alignment.value - 1, 12);
        expect(divergence.value).toBeCloseTo(1 - alignment.value, 12);
      }),
      { numRuns: 100 },
    );
  });

  it('of a country with its double is 1 on everything they do not leave out', () => {
    fc.assert(
      fc.property(arbitraryIssues, settings, (sketches, given) => {
        const evidence = evidenceOf(sketches);
        const [one, other] = ['one', 'other'].map((name) => countrySide(evidence, 'CHN', name));
        const result = scoreDyad(
          evidence,
          one!,
          other!,
          scoreSettings({
            headline: choose('agreement', given.distance),
            distance: given.distance,
            absent: given.absent,
          }),
        );
        if (result.coverage.joint === 0) {
          expect(result.alignment.value).toBeNull();
          return;
        }
        expect(result.alignment.value).toBe(1);
        expect(result.divergence.value).toBe(0);
        expect(result.counts).toEqual({ same: result.coverage.joint, partial: 0, opposed: 0 });
        for (const { id, value } of result.measures)
          if (value !== null && id !== 'divergence' && id !== 'alignment-index')
            expect(value).toBeCloseTo(1, 12);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps its shares and ranks within bounds, and counts add up', () => {
    fc.assert(
      fc.property(arbitraryIssues, settings, (sketches, given) => {
        const {
          percentile,
          depth,
          counts,
          coverage,
          sensitivity,
          alignment,
          issues: parts,
        } = scored(sketches, 'CHN', 'RUS', given);
        const within = (value: number | null, low: number, high: number) => {
          if (value === null) return;
          expect(value).toBeGreaterThanOrEqual(low - 1e-12);
          expect(value).toBeLessThanOrEqual(high + 1e-12);
        };
        within(percentile.value, 0, 1);
        expect(percentile.dyads).toBeLessThanOrEqual(5);
        if (percentile.value === null) expect(percentile.reason).not.toBe('');
        within(depth.coordination, 0, 1);
        within(depth.liabilityGap, 0, 1);
        within(depth.stakeAsymmetry, 0, 1);
        expect(counts.same + counts.partial + counts.opposed).toBe(coverage.joint);
        const deep = parts.filter((issue) => issue.depth !== null);
        for (const level of depths)
          expect(depth[level]).toBe(deep.filter((issue) => issue.depth === level).length);
        expect(sumOf(depths.map((level) => depth[level]))).toBe(deep.length);
        for (const { depth: level, scale } of parts) if (level === null) expect(scale).toBe('bare');
        expect(depth.aligned).toBe(depth.parallel + depth.coordinated + depth.joint);
        expect(depth.opposed).toBe(counts.opposed);
        const { n, a, b } = depth.stakes;
        expect(a.higher + b.higher).toBeLessThanOrEqual(n);
        for (const { higher, value } of [a, b]) {
          expect(value === null).toBe(higher === 0);
          within(value, 0, 1);
        }
        expectClose(sensitivity.absent[given.absent], alignment.value);
        const { min, max, most } = sensitivity.leaveOneOut;
        if (most !== null) {
          expect(most.value).toBeGreaterThanOrEqual(min.value);
          expect(most.value).toBeLessThanOrEqual(max.value);
        }
      }),
      { numRuns: 200 },
    );
  });
});

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function expectClose(actual: number | null, expected: number | null): void {
  if (actual === null || expected === null) expect(actual).toBe(expected);
  else expect(actual).toBeCloseTo(expected, 9);
}
