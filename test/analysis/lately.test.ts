import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultWeighting } from '../../src/evidence/weights.ts';
import { absenceRules } from '../../src/results/vocabulary.ts';
import { evidenceOf, type IssueSketch } from '../evidence/catalogs.ts';
import { choose, scoreOf } from './scores.ts';

/** A recorded vote of a year, of a series if one is given. */
function voteOf(year: number, place: number, held: [string, string], series?: string): IssueSketch {
  return {
    id: `vote-${year}-${place}`,
    date: `${year}-06-${String(1 + (place % 28)).padStart(2, '0')}`,
    held: { CHN: held[0], RUS: held[1] },
    vote: { body: 'UNGA', resolution: `A/RES/${year}/${place}` },
    ...(series === undefined ? {} : { series }),
  };
}

const many = (n: number, make: (i: number) => IssueSketch) =>
  Array.from({ length: n }, (_, i) => make(i));

describe('lately', () => {
  const label = fc.constantFrom('yes', 'abstain', 'no', 'absent');
  const votes = fc.array(
    fc.tuple(
      fc.integer({ min: 2016, max: 2025 }),
      label,
      label,
      fc.constantFrom('x', 'y', 'z', undefined),
    ),
    { minLength: 20, maxLength: 40 },
  );

  it('is the score of the same question from 1 January four years before the last joint evidence', () => {
    let known = 0;
    fc.assert(
      fc.property(
        votes,
        fc.constantFrom(...absenceRules),
        fc.constantFrom('agreement', 'kappa', 's'),
        fc.constantFrom('issue', 'topic'),
        (rows, absent, measure, weighBy) => {
          const sketches = rows.map(([year, a, b, series], i) => ({
            ...voteOf(year, i, [a, b], series),
            topics: [i % 3 === 0 ? 'rights' : 'arms'],
          }));
          const settings = {
            absent,
            headline: choose(measure),
            weighting: { ...defaultWeighting, weighBy } as const,
          };
          const whole = scoreOf(evidenceOf(sketches), 'CHN', 'RUS', settings);
          const last = Number(whole.period?.to.slice(0, 4) ?? 0);
          const from = `${last - 4}-01-01`;
          if (whole.lately === null) {
            const before = whole.issues.filter(({ to }) => to < from).length;
            expect(Math.min(before, whole.issues.length - before)).toBeLessThan(5);
            expect(whole.latelyReason).toBeDefined();
            return;
          }
          known++;
          const recent = scoreOf(evidenceOf(sketches, { from }), 'CHN', 'RUS', settings);
          const { sameTexts, from: first, to, ...headline } = whole.lately;
          expect({ from: first, to }).toEqual(recent.period);
          expect(headline).toEqual({
            value: recent.alignment.value,
            low: recent.alignment.low,
            high: recent.alignment.high,
            level: recent.alignment.level,
            n: recent.coverage.joint,
            clusters: recent.coverage.clusters,
            ...(recent.alignment.reason === undefined ? {} : { reason: recent.alignment.reason }),
          });
          expect(sameTexts.series).toBeLessThanOrEqual(3);
        },
      ),
      { numRuns: 300 },
    );
    expect(known).toBeGreaterThan(50);
  });

  it('is null where all evidence is of the last five years', () => {
    const recent = many(12, (i) => voteOf(2021 + (i % 5), i, ['yes', 'yes']));
    const { lately, latelyReason } = scoreOf(evidenceOf(recent), 'CHN', 'RUS');
    expect(lately).toBeNull();
    expect(latelyReason).toBe('all of the evidence is of the last 5 years');
  });

  it('is null where there are fewer than 5 joint issues before', () => {
    const old = many(4, (i) => voteOf(2010, i, ['yes', 'yes']));
    const recent = many(12, (i) => voteOf(2025, i, ['yes', 'yes']));
    const { lately, latelyReason } = scoreOf(evidenceOf([...old, ...recent]), 'CHN', 'RUS');
    expect(lately).toBeNull();
    expect(latelyReason).toContain('fewer than 5 joint issues since 2021-01-01, or before');
  });
});

describe('the same texts', () => {
  // Ten texts that return, on which the two agreed before; since then they part on four, half way on two.
  const before = many(10, (i) => voteOf(2015, i, ['yes', 'yes'], `text-${i}`));
  const since = many(10, (i) =>
    voteOf(2025, i, ['yes', i < 4 ? 'no' : i < 6 ? 'abstain' : 'yes'], `text-${i}`),
  );
  const agenda = many(20, (i) => voteOf(2024, 40 + i, ['no', 'no']));

  it('tell a change of behaviour from one of agenda', () => {
    const { lately } = scoreOf(evidenceOf([...before, ...since, ...agenda]), 'CHN', 'RUS');
    const { sameTexts, value } = lately!;
    expect(value).toBeCloseTo(25 / 30, 12);
    expect(sameTexts.series).toBe(10);
    expect(sameTexts.before).toBe(1);
    expect(sameTexts.after).toBeCloseTo(0.5, 12);
    expect(sameTexts.difference).toBeCloseTo(-0.5, 12);
    // Differences: four of -1, two of -1/2, four of 0; variance 2/9 with n - 1.
    expect(sameTexts.se).toBeCloseTo(Math.sqrt(2 / 9 / 10), 12);
  });

  it('count a text once, however often it returns, and leave out votes on parts of it', () => {
    const again = many(9, (i) => voteOf(2024, 80 + i, ['yes', 'yes'], 'text-9'));
    const part = { ...voteOf(2025, 99, ['yes', 'no'], 'text-9') };
    const onPart = { ...part, vote: { ...part.vote!, on: 'paragraph' as const } };
    const { lately } = scoreOf(evidenceOf([...before, ...since, ...again, onPart]), 'CHN', 'RUS');
    expect(lately!.sameTexts.after).toBeCloseTo(0.5, 12);
  });

  it('have no standard error with fewer than ten, and nothing without any', () => {
    const few = scoreOf(evidenceOf([...before.slice(1), ...since.slice(1)]), 'CHN', 'RUS').lately!;
    expect(few.sameTexts).toMatchObject({
      series: 9,
      se: null,
      reason: 'fewer than 10 texts that return',
    });
    const none = scoreOf(evidenceOf([...before, ...agenda]), 'CHN', 'RUS').lately!;
    expect(none.sameTexts).toEqual({
      series: 0,
      before: null,
      after: null,
      difference: null,
      se: null,
      reason: 'no text was voted on in both periods',
    });
  });
});
