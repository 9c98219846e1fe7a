import { expect, it } from 'vitest';
import { mapOf } from '../../src/analysis/map.ts';
import { createLibrary } from '../../src/question/library.ts';
import { openQuestionIn } from '../../src/question/look-up.ts';
import { openAtlas } from '../../src/question/open-library.ts';
import { putQuestion } from '../../src/question/question.ts';
import { catalogOf, type IssueSketch } from '../evidence/catalogs.ts';

const issuesOf = (n: number, held: (i: number) => IssueSketch['held']) =>
  Array.from({ length: n }, (_, i): IssueSketch => ({ id: `vote-${i}`, held: held(i) }));

const ask = (sketches: readonly IssueSketch[], sides: readonly string[] = []) =>
  openQuestionIn(
    createLibrary([catalogOf(sketches)], openAtlas()),
    putQuestion({}, { catalogs: [], sides }),
  );

// China and Russia are 0.4 apart, India halfway between: 0.2 from each.
const line = issuesOf(10, (i) => ({
  CHN: 'yes',
  IND: i < 2 ? 'no' : 'yes',
  RUS: i < 4 ? 'no' : 'yes',
}));

it('puts three on a line where their divergences add up', async () => {
  const { points, axes, fit, negative, coverage, turnable } = mapOf(await ask(line));
  // China and Russia are equally far out: the first by code is at the positive end.
  expect(points.map(({ code }) => code)).toEqual(['CHN', 'IND', 'RUS']);
  for (const [i, x] of [0.2, 0, -0.2].entries()) {
    expect(points[i]!.x).toBeCloseTo(x, 12);
    expect(points[i]!.y).toBe(0);
    expect(points[i]!.error).toBeCloseTo(0, 12);
  }
  expect(axes[0]).toEqual({ eigenvalue: expect.closeTo(0.08, 12), share: 1 });
  expect(axes[1]).toEqual({ eigenvalue: 0, share: 0 });
  expect(fit).toMatchObject({ absolute: 1, positive: 1 });
  expect(fit.divergence).toBeCloseTo((0.2 + 0.2 + 0.4) / 3, 12);
  expect(negative).toEqual({ n: 0, share: 0 });
  expect(turnable).toBe(false);
  expect(coverage).toMatchObject({ issues: 10, countries: 3, dyads: 3 });
});

it('does not depend on the order in which countries are named', async () => {
  const one = mapOf(await ask(line, ['china', 'russia', 'india']));
  expect(mapOf(await ask(line, ['india', 'china', 'russia']))).toEqual(one);
  expect(one.points).toEqual(mapOf(await ask(line)).points);
});

it('says so where the axes could be turned: three equally far apart', async () => {
  const codes = ['CHN', 'IND', 'RUS'];
  const sketches = issuesOf(9, (i) =>
    Object.fromEntries(codes.map((code, c) => [code, i % 3 === c ? 'no' : 'yes'])),
  );
  const { turnable, fit, axes } = mapOf(await ask(sketches));
  expect(turnable).toBe(true);
  expect(fit.absolute).toBeCloseTo(1, 12);
  expect(axes[0].share).toBeCloseTo(0.5, 9);
});

it('of countries all alike is one point without a fit', async () => {
  const sketches = issuesOf(6, () => ({ CHN: 'yes', IND: 'yes', RUS: 'yes' }));
  const { points, fit, axes, negative } = mapOf(await ask(sketches));
  expect(points.every(({ x, y }) => x === 0 && y === 0)).toBe(true);
  expect(fit).toEqual({
    absolute: null,
    positive: null,
    error: 0,
    divergence: 0,
    reason: 'all divergences are 0: there is one point',
  });
  expect(axes[0].share).toBeNull();
  expect(negative).toEqual({ n: 0, share: null });
});
