import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocsOf, defaultBlocsSettings } from '../../src/analysis/blocs.ts';
import {
  divergencesOf,
  divergencesWithout,
  findComparable,
} from '../../src/analysis/divergences.ts';
import { scoreDyad } from '../../src/analysis/score.ts';
import { everySide } from '../../src/evidence/side.ts';
import { createLibrary } from '../../src/question/library.ts';
import { openQuestionIn } from '../../src/question/look-up.ts';
import { openAtlas } from '../../src/question/open-library.ts';
import { putQuestion } from '../../src/question/question.ts';
import { catalogOf, evidenceOf, type IssueSketch } from '../evidence/catalogs.ts';
import { arbitraryIssues } from '../evidence/arbitrary-issues.ts';
import { scoreSettings } from './scores.ts';

const codes = ['CHN', 'RUS', 'IND', 'USA', 'GBR', 'FRA'] as const;
const words = { y: 'yes', n: 'no', a: 'abstain', x: 'absent' } as const;

/** Votes of the six, a word of letters a vote; `.` is no position. */
function votesOf(...rows: readonly (readonly [date: string, topic: string, held: string])[]) {
  return rows.map(([date, topic, held], i): IssueSketch => ({
    id: `vote-${i}`,
    date: `${date}-05-01`,
    topics: [topic],
    held: Object.fromEntries(
      codes.flatMap((code, c) => {
        const vote = words[held[c] as keyof typeof words] as string | undefined;
        return vote === undefined ? [] : [[code, vote]];
      }),
    ),
  }));
}

const ask = (
  sketches: readonly IssueSketch[],
  asked: Parameters<typeof putQuestion>[0] = {},
  sides: readonly string[] = [],
) =>
  openQuestionIn(
    createLibrary([catalogOf(sketches)], openAtlas()),
    putQuestion(asked, { catalogs: [], sides }),
  );

// The first three against the last three; in 2020 India votes with the others.
const two = votesOf(
  ...['2018', '2019'].flatMap((year) =>
    [0, 1, 2].map((i) => [year, i < 2 ? 'war' : 'trade', i < 2 ? 'yyynnn' : 'yyyyya'] as const),
  ),
  ['2020', 'war', 'yynnnn'],
);

describe('blocs', () => {
  it('are those who stand together, around the most central of them', async () => {
    const result = blocsOf(await ask(two));
    expect(result.k).toBe(2);
    expect(result.chosenBy).toBe('silhouette');
    const members = result.blocs.map((bloc) => bloc.members.map(({ code }) => code).sort());
    expect(members).toEqual([
      ['CHN', 'IND', 'RUS'],
      ['FRA', 'GBR', 'USA'],
    ]);
    // China and Russia are both nearest to all; the first by code.
    expect(result.blocs.map(({ id }) => id)).toEqual(['CHN', 'GBR']);
    // By hand: India is 1/7 from each of the other two.
    expect(result.blocs[0]!.within).toBeCloseTo((1 / 7 + 1 / 7) / 3, 12);
    // France is 1 away from two others on two votes: (0 + 1/7 + 1/7) / 3.
    expect(result.blocs[1]!.within).toBeCloseTo((2 * (1 / 2 / 7) * 2) / 3, 12);
    expect(result.coverage).toEqual({
      issues: 7,
      used: 7,
      countries: 6,
      actors: 0,
      dyads: 15,
      joint: { least: 7, median: 7, most: 7 },
    });
    expect(result.period).toEqual({ from: '2018-05-01', to: '2020-05-01' });
    expect(result.leftOut).toEqual([]);
  });

  it('are set apart by the topics on which others are further away', async () => {
    const [first] = blocsOf(await ask(two)).blocs;
    const [war, trade] = first!.topics;
    expect(war).toMatchObject({ id: 'war', issues: 5 });
    // On four votes of five they are opposed to all, on the last India is not.
    expect(war!.outside).toBeCloseTo((6 * 1 + 3 * 0.8) / 9, 12);
    expect(war!.within).toBeCloseTo((2 * 0.2) / 3, 12);
    expect(war!.apart).toBeCloseTo(war!.outside! - war!.within!, 12);
    expect(trade).toMatchObject({ id: 'trade', issues: 2, within: 0, agreementIndex: 1 });
    expect(first!.setApartBy).toEqual(['war']);
    expect(first!.name).toBe('China: Topic war');
    expect(first!.cohesion).toMatchObject({ members: 3, issues: 7 });
  });

  it('are as many as are asked for, and alone has no cohesion', async () => {
    const { k, chosenBy, blocs, silhouettes } = blocsOf(await ask(two), {
      ...defaultBlocsSettings,
      k: 3,
    });
    expect({ k, chosenBy }).toEqual({ k: 3, chosenBy: 'asked' });
    expect(silhouettes.map((each) => each.k)).toEqual([2, 3, 4, 5]);
    const alone = blocs.find(({ members }) => members.length === 1);
    expect(alone).toMatchObject({ id: 'IND', within: null, cohesion: null });
    await expect(async () =>
      blocsOf(await ask(two), { ...defaultBlocsSettings, k: 6 }),
    ).rejects.toThrow('6 countries cannot be put into 6 blocs');
  });

  it('of one year or topic have no stability, and say why', async () => {
    const opened = await ask(two, { from: '2018-01-01', to: '2019-12-31', topic: ['war'] });
    const settings = { ...defaultBlocsSettings, minJoint: 1 };
    expect(blocsOf(opened, { ...settings, leaveOut: 'topic' }).stability).toEqual({
      leaveOut: 'topic',
      value: null,
      lowest: null,
      repetitions: [],
      reason: 'all issues are of one topic',
    });
    expect(blocsOf(opened, settings).stability.repetitions).toHaveLength(2);
  });

  it('hold or not when a year is left out', async () => {
    // India is with the first two in 2018 and 2019, and in 2020, with many votes, with the others.
    const turned = votesOf(
      ...[0, 1, 2].map(() => ['2018', 'war', 'yyynnn'] as const),
      ...[0, 1, 2, 3, 4].map(() => ['2020', 'war', 'yynnnn'] as const),
    );
    const { stability, blocs } = blocsOf(await ask(turned), { ...defaultBlocsSettings, k: 2 });
    // By hand: without 2020, pairs together 3 + 3 of 15, before 1 + 6, in both 1 + 3.
    const expected = (7 * 6) / 15;
    const without2020 = (4 - expected) / (13 / 2 - expected);
    expect(stability.repetitions.map(({ leftOut, value }) => [leftOut, value])).toEqual([
      ['2018', 1],
      ['2020', expect.closeTo(without2020, 12)],
    ]);
    expect(stability.value).toBeCloseTo((1 + without2020) / 2, 12);
    expect(stability.lowest).toBeCloseTo(without2020, 12);
    const west = blocs.find(({ members }) => members.length === 4)!;
    expect(west.stability!.value).toBeCloseTo((1 + 3 / 4) / 2, 12);
    expect(west.stability!.lowest).toEqual({ value: 3 / 4, leftOut: '2020' });
    expect(west.members.find(({ code }) => code === 'IND')!.stays).toBe(0.5);
    expect(west.members.find(({ code }) => code === 'USA')!.stays).toBe(1);
  });

  it('do not depend on the order in which countries are named', async () => {
    const named = ['russia', 'usa', 'france', 'india', 'china', 'uk'];
    const [one, other] = [
      blocsOf(await ask(two, {}, named)),
      blocsOf(await ask(two, {}, named.toReversed())),
    ];
    expect(other).toEqual(one);
    expect(one.blocs).toEqual(blocsOf(await ask(two)).blocs);
  });

  it('leave out who cannot be compared, and name it', async () => {
    const gaps = votesOf(
      ...[0, 1, 2, 3, 4, 5].map((i) => ['2018', 'war', i < 3 ? 'yyynn.' : 'yynnn.'] as const),
      ...[0, 1].map(() => ['2019', 'war', 'yyynny'] as const),
    );
    const { leftOut, countries, coverage } = blocsOf(await ask(gaps));
    expect(leftOut).toEqual([{ code: 'FRA', name: 'France', positions: 2, lacking: 5 }]);
    expect(countries.map(({ code }) => code)).not.toContain('FRA');
    expect(coverage.countries).toBe(5);
    const all = blocsOf(await ask(gaps), { ...defaultBlocsSettings, minJoint: 2 });
    expect(all.leftOut).toEqual([]);
    await expect(async () =>
      blocsOf(await ask(gaps), { ...defaultBlocsSettings, minJoint: 50 }),
    ).rejects.toThrow('fewer than 3 countries have 50 joint issues');
    await expect(async () => blocsOf(await ask(gaps, {}, ['china', 'russia']))).rejects.toThrow(
      'a group has 3 countries or blocs at least',
    );
  });

  it('take a bloc as one side, at its own position', async () => {
    const members = ['USA', 'GBR'].map((country) => ({ country }));
    const west = { id: 'west', title: 'West', members, sources: [] };
    const catalog = catalogOf(two, { groups: { west } });
    const library = createLibrary([catalog], openAtlas());
    const sides = ['west', 'china', 'russia', 'france'];
    const question = putQuestion({}, { catalogs: [], sides });
    const { blocs } = blocsOf(await openQuestionIn(library, question));
    const found = blocs.map((bloc) => bloc.members.map(({ code }) => code).sort());
    expect(found).toContainEqual(['FRA', 'west']);
    const own = blocs.find((bloc) => bloc.members.some(({ code }) => code === 'west'))!;
    expect(own.cohesion).toMatchObject({ members: 2, issues: 7 });
  });
});

const settings = fc.record({
  absent: fc.constantFrom('exclude', 'half', 'abstain', 'disagree'),
  weighting: fc.record({
    salience: fc.constantFrom('off', 'mean'),
    weighBy: fc.constantFrom('issue', 'topic'),
    issueWeights: fc.constant(new Map()),
    topicWeights: fc.constant(new Map()),
  }),
});

describe('divergences', () => {
  it('are 1 less the score of the dyad, symmetric, and 0 with oneself', () => {
    fc.assert(
      fc.property(arbitraryIssues, settings, (sketches, chosen) => {
        fc.pre(sketches.length > 0);
        const evidence = evidenceOf(sketches);
        const own = scoreSettings(chosen as never);
        const sides = everySide(evidence);
        const { values, joint } = divergencesOf(evidence, sides, own);
        for (const [i, a] of sides.entries())
          for (const [j, b] of sides.entries()) {
            expect(values[i]![j]).toBe(values[j]![i]);
            if (i === j) expect(values[i]![j]).toBe(0);
            else {
              const { alignment, coverage } = scoreDyad(evidence, a, b, own);
              expect(joint[i]![j]).toBe(coverage.joint);
              if (alignment.value === null) expect(values[i]![j]).toBeNaN();
              else expect(values[i]![j]).toBeCloseTo(1 - alignment.value, 9);
            }
          }
      }),
    );
  });

  it('without some issues are those of the rest, by either way', () => {
    fc.assert(
      fc.property(arbitraryIssues, settings, fc.nat(), (sketches, chosen, seed) => {
        fc.pre(sketches.length > 1);
        const evidence = evidenceOf(sketches);
        const own = scoreSettings(chosen as never);
        const sides = everySide(evidence);
        const gone = evidence.issues.filter((_, i) => ((seed >> (i % 30)) & 1) === 1);
        const rest = evidence.issues.filter((each) => !gone.includes(each));
        const [found] = [...divergencesWithout(evidence, sides, own, [gone])];
        const wanted = divergencesOf({ ...evidence, issues: rest }, sides, own);
        expect(found!.joint).toEqual(wanted.joint);
        for (const [i, row] of wanted.values.entries())
          for (const [j, value] of row.entries())
            if (Number.isNaN(value)) expect(found!.values[i]![j]).toBeNaN();
            else expect(found!.values[i]![j]).toBeCloseTo(value, 9);
      }),
    );
  });
});

describe('who can be compared', () => {
  const squareOf = (joint: readonly (readonly number[])[]) => ({
    sides: joint.map((_, i) => ({
      code: `C${i}`,
      name: `C${i}`,
      members: [],
      categories: new Int8Array(),
    })),
    values: joint.map((row) => Float64Array.from(row, (n) => (n === 0 ? Number.NaN : 0.5))),
    joint: joint.map((row) => Int32Array.from(row)),
  });

  it('is found by leaving out who lacks most, then who has least, then the last', () => {
    const { kept, removed } = findComparable(
      squareOf([
        [0, 9, 9, 1],
        [9, 0, 9, 1],
        [9, 9, 0, 9],
        [1, 1, 9, 0],
      ]),
      5,
    );
    expect(kept).toEqual([0, 1, 2]);
    expect(removed).toEqual([{ place: 3, lacking: 2 }]);
    const alike = squareOf([
      [0, 9, 9],
      [9, 0, 1],
      [9, 1, 0],
    ]);
    expect(findComparable(alike, 5).removed).toEqual([{ place: 2, lacking: 1 }]);
  });

  it('leaves each two with enough joint issues, and nobody out without need', () => {
    const joint = fc
      .integer({ min: 2, max: 7 })
      .chain((n) =>
        fc
          .array(fc.integer({ min: 0, max: 8 }), { minLength: n * n, maxLength: n * n })
          .map((values) =>
            Array.from({ length: n }, (_, i) =>
              Array.from({ length: n }, (__, j) =>
                i === j ? 0 : values[Math.min(i, j) * n + Math.max(i, j)]!,
              ),
            ),
          ),
      );
    fc.assert(
      fc.property(joint, (square) => {
        const { kept, removed } = findComparable(squareOf(square), 5);
        for (const i of kept)
          for (const j of kept) if (i !== j) expect(square[i]![j]).toBeGreaterThanOrEqual(5);
        expect(kept.length + removed.length).toBe(square.length);
        const enough = square.every((row, i) => row.every((n, j) => i === j || n >= 5));
        expect(removed.length === 0).toBe(enough);
      }),
    );
  });
});
