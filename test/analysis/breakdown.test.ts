import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScoreSettings } from '../../src/question/score-settings.ts';
import { builtInScales } from '../../src/catalog/scales.ts';
import { selectEvidence } from '../../src/evidence/select.ts';
import { measures } from '../../src/measures/registry.ts';
import { catalogOf, everything, type IssueSketch } from '../evidence/catalogs.ts';
import { choose, scoreOf, scoreSettings } from './scores.ts';
import type { PartScore, ScoreResult } from '../../src/results/score.ts';
import { absenceRules } from '../../src/results/vocabulary.ts';

const sketch = fc.constantFrom('vote', 'stance5').chain((scale) => {
  const label = fc.constantFrom(...builtInScales[scale]!.labels, 'absent');
  return fc.record({
    scale: fc.constant(scale),
    weight: fc.constantFrom(0.5, 1, 3),
    topics: fc.subarray(['land', 'sea', 'sky'], { minLength: 1 }),
    held: fc.record({ CHN: label, RUS: label, USA: label }, { requiredKeys: [] }),
  });
});

const catalogs = fc
  .array(fc.array(sketch, { maxLength: 9 }), { minLength: 1, maxLength: 3 })
  .map((all) =>
    all.map((sketches, c) =>
      catalogOf(
        sketches.map((each, i): IssueSketch => Object.assign({ id: `issue-${c}-${i}` }, each)),
        { id: `catalog-${c}` },
      ),
    ),
  );

const settings = fc
  .record({
    measure: fc.constantFrom(...measures.map(({ id }) => id)),
    absent: fc.constantFrom(...absenceRules),
    weighBy: fc.constantFrom('issue' as const, 'topic' as const, 'catalog' as const),
    undefinedAsZero: fc.boolean(),
  })
  .map(({ measure, weighBy, ...rest }): ScoreSettings => {
    const plain = scoreSettings();
    const weighting = { ...plain.weighting, weighBy };
    return { ...plain, ...rest, headline: choose(measure), weighting };
  });

/** The row that a question on this part alone would be. */
function asRow({ alignment, coverage }: ScoreResult): Omit<PartScore, 'id' | 'title'> {
  const { measure: _measure, distance: _distance, decomposes: _all, n: _n, ...rest } = alignment;
  return { joint: coverage.joint, ...rest };
}

const almost = ({ value, low, high, ...rest }: Omit<PartScore, 'id' | 'title'>) => ({
  ...rest,
  figures: [value, low, high].map((x) => (x === null ? null : expect.closeTo(x, 10))),
});
const figures = (row: PartScore) => {
  const { id: _id, title: _title, value, low, high, ...rest } = row;
  return { ...rest, figures: [value, low, high] };
};

describe('a row of the breakdown is the score of the question that asks for it alone', () => {
  it('by topic', () => {
    fc.assert(
      fc.property(catalogs, settings, (all, given) => {
        const { topics } = scoreOf(selectEvidence(all, [], everything), 'CHN', 'RUS', given);
        for (const row of topics) {
          const alone = scoreOf(
            selectEvidence(all, [], { ...everything, topics: [row.id] }),
            'CHN',
            'RUS',
            { ...given, weighting: { ...given.weighting, topicsAsked: [row.id] } },
          );
          expect(figures(row)).toEqual(almost(asRow(alone)));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('by catalog', () => {
    fc.assert(
      fc.property(catalogs, settings, (all, given) => {
        const { catalogs: rows, coverage } = scoreOf(
          selectEvidence(all, [], everything),
          'CHN',
          'RUS',
          given,
        );
        expect(rows.reduce((sum, { joint }) => sum + joint, 0)).toBe(coverage.joint);
        for (const { short: _short, ...row } of rows) {
          const own = all.filter(({ id }) => id === row.id);
          const alone = scoreOf(selectEvidence(own, [], everything), 'CHN', 'RUS', given);
          expect(figures(row)).toEqual(almost(asRow(alone)));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('by topic of equal weight, the score is the mean of the rows', () => {
    fc.assert(
      fc.property(catalogs, (all) => {
        const given = scoreSettings();
        const { alignment, topics } = scoreOf(selectEvidence(all, [], everything), 'CHN', 'RUS', {
          weighting: { ...given.weighting, weighBy: 'topic' },
        });
        const mean = topics.reduce((sum, { value }) => sum + value!, 0) / topics.length;
        if (alignment.value !== null) expect(alignment.value).toBeCloseTo(mean, 10);
      }),
    );
  });
});
