import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPercentile } from '../../src/analysis/percentile.ts';
import { rankOf } from '../../src/analysis/rank.ts';
import type { Actor } from '../../src/catalog/model.ts';
import { compareDyad } from '../../src/evidence/dyad.ts';
import type { Evidence } from '../../src/evidence/evidence.ts';
import { selectEvidence } from '../../src/evidence/select.ts';
import { everySide } from '../../src/evidence/side.ts';
import { createLibrary } from '../../src/question/library.ts';
import { lookUpIn } from '../../src/question/look-up.ts';
import { openAtlas } from '../../src/question/open-library.ts';
import { putQuestion } from '../../src/question/question.ts';
import { absenceRules, type AbsenceRule } from '../../src/results/vocabulary.ts';
import { arbitraryCountries, arbitraryIssues } from '../evidence/arbitrary-issues.ts';
import {
  catalogOf,
  defaultSettings,
  everything,
  type IssueSketch,
  sidesOf,
} from '../evidence/catalogs.ts';
import { scoreOf } from './scores.ts';

/** An actor that stands wherever a country stands is no further from anybody than that country. */

const newsroom: Actor = { id: 'newsroom', title: 'Our newsroom', sources: [] };
const [twin, ...others] = arbitraryCountries as [string, ...string[]];
const atlas = openAtlas();

const withTwin = (issues: readonly IssueSketch[]): IssueSketch[] =>
  issues.map((issue) => {
    const own = issue.held[twin];
    return own === undefined ? issue : { ...issue, held: { ...issue.held, newsroom: own } };
  });

const catalogWith = (issues: readonly IssueSketch[]) => catalogOf(issues, { actors: { newsroom } });

const evidenceWith = (issues: readonly IssueSketch[]): Evidence =>
  selectEvidence([catalogWith(issues)], [], everything);

describe('an actor with the positions of a country', () => {
  it('scores with all others as that country does, from either side', () => {
    fc.assert(
      fc.property(
        arbitraryIssues,
        fc.constantFrom(...others),
        fc.constantFrom<AbsenceRule>(...absenceRules),
        (issues, other, absent) => {
          const evidence = evidenceWith(withTwin(issues));
          const of = (a: string, b: string) => scoreOf(evidence, a, b, { absent });
          const [asActor, asCountry] = [of('newsroom', other), of(twin, other)];
          const numbers = ({
            alignment,
            divergence,
            counts,
            measures,
            topics,
          }: typeof asActor) => ({
            alignment,
            divergence,
            counts,
            measures,
            topics,
          });
          expect(numbers(asActor)).toEqual(numbers(asCountry));
          expect(asActor.coverage).toEqual(asCountry.coverage);
          // Reasons name the first country or the second.
          const values = ({ alignment, measures }: typeof asActor) =>
            [alignment, ...measures].map(({ value, low, high, n }) => [value, low, high, n]);
          expect(values(of(other, 'newsroom'))).toEqual(values(asActor));
        },
      ),
    );
  });

  it('is as near to it as can be, and ranks the others as it does', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryIssues, async (issues) => {
        const catalog = catalogWith(withTwin(issues));
        const stances = evidenceWith(withTwin(issues)).positions.get(twin);
        fc.pre(stances?.some((category) => category >= 0) === true);
        const library = createLibrary([catalog], atlas);
        const rank = async (side: string) =>
          rankOf(await lookUpIn(library, putQuestion({}, { catalogs: [], sides: [side] })), {
            minJoint: 1,
          });
        const [ofCountry, ofActor] = [await rank(twin), await rank('newsroom')];
        const nearest = ofCountry.ranked.find(({ code }) => code === 'newsroom');
        expect(nearest).toMatchObject({ name: 'Our newsroom', actor: true, value: 1 });
        expect(ofCountry.ranked[0]?.value).toBe(1);
        expect(ofActor.country).toEqual({ code: 'newsroom', name: 'Our newsroom', actor: true });
        expect(ofActor.ranked.find(({ code }) => code === twin)?.value).toBe(1);
        const rest = ({ ranked }: typeof ofActor) =>
          ranked.filter(({ code }) => code !== twin && code !== 'newsroom');
        expect(rest(ofActor)).toEqual(rest(ofCountry));
      }),
      { numRuns: 50 },
    );
  });

  it('changes no percentile of countries', () => {
    fc.assert(
      fc.property(arbitraryIssues, (issues) => {
        const percentile = (sketches: readonly IssueSketch[], a: string, b: string) => {
          const evidence = evidenceWith(sketches);
          const [x, y] = sidesOf(evidence, a, b);
          const dyad = compareDyad(evidence, x!, y!, defaultSettings);
          return findPercentile(evidence, dyad, defaultSettings);
        };
        for (const other of others)
          expect(percentile(withTwin(issues), twin, other)).toEqual(
            percentile(issues, twin, other),
          );
      }),
      { numRuns: 50 },
    );
  });
});

describe('the place of an actor among others', () => {
  const seven = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF', 'GGG'];
  const labels = ['no', 'abstain', 'yes'];
  const issues: IssueSketch[] = Array.from({ length: 6 }, (_, i) => ({
    id: `issue-${i}`,
    held: Object.fromEntries(seven.map((code, c) => [code, labels[(i * c + c) % 3]!])),
  }));
  const answered = issues.map((issue) => ({
    ...issue,
    held: { ...issue.held, newsroom: 'yes', greens: 'no' },
  }));

  it('is one among dyads of countries', () => {
    const evidence = evidenceWith(answered);
    const both = { ...evidence, actors: { newsroom, greens: { ...newsroom, id: 'greens' } } };
    const [a, b] = sidesOf(both, 'newsroom', 'BBB');
    const dyad = compareDyad(both, a!, b!, defaultSettings);
    const found = findPercentile(both, dyad, defaultSettings);
    expect(found.dyads).toBe(21);
    expect(found.value).not.toBeNull();
  });

  it('says of what pairs there are too few', () => {
    const few = answered.map(({ held, ...issue }) => ({
      ...issue,
      held: { AAA: held.newsroom, newsroom: 'yes' },
    }));
    const evidence = evidenceWith(few);
    const [a, b] = sidesOf(evidence, 'newsroom', 'AAA');
    const dyad = compareDyad(evidence, a!, b!, defaultSettings);
    expect(findPercentile(evidence, dyad, defaultSettings).reason).toBe(
      'fewer than 20 other pairs of countries share a third of these issues',
    );
  });

  it('comes with the others where all are compared', () => {
    const sides = everySide(evidenceWith(withTwin([{ id: 'i', held: { CHN: 'yes', USA: 'no' } }])));
    expect(sides.map(({ code, actor }) => [code, actor])).toEqual([
      ['CHN', undefined],
      ['USA', undefined],
      ['newsroom', true],
    ]);
  });
});
