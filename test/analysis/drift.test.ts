import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decompose, driftOf } from '../../src/analysis/drift.ts';
import { compareDyad, type JointIssue } from '../../src/evidence/dyad.ts';
import { createLibrary } from '../../src/question/library.ts';
import { openQuestionIn } from '../../src/question/look-up.ts';
import { openAtlas } from '../../src/question/open-library.ts';
import { putQuestion } from '../../src/question/question.ts';
import { dyadOf } from '../../src/question/sides.ts';
import { catalogOf, type IssueSketch } from '../evidence/catalogs.ts';

interface Vote {
  readonly year: number;
  readonly held: readonly [string, string];
  readonly topics: readonly string[];
  readonly series?: string | undefined;
  readonly weight?: number;
}

const sketchesOf = (votes: readonly Vote[]) =>
  votes.map(({ year, held, series, ...rest }, i): IssueSketch => ({
    id: `vote-${i}`,
    title: `Text ${series ?? i} (${year})`,
    date: `${year}-06-01`,
    held: { CHN: held[0], RUS: held[1] },
    vote: { body: 'UNGA', resolution: `A/RES/${i}` },
    ...(series === undefined ? {} : { series }),
    ...rest,
  }));

async function driftFrom(votes: readonly Vote[], words: Parameters<typeof putQuestion>[0] = {}) {
  const library = createLibrary([catalogOf(sketchesOf(votes))], openAtlas());
  const open = (from: string, to: string) =>
    openQuestionIn(
      library,
      putQuestion({ ...words, from, to }, { catalogs: [], sides: ['china', 'russia'] }),
    );
  const [before, after] = [
    await open('2010-01-01', '2014-12-31'),
    await open('2015-01-01', '2019-12-31'),
  ];
  return { before, after, drift: driftOf(before, after) };
}

const label = fc.constantFrom('yes', 'abstain', 'no');
const vote = (years: readonly [number, number]) =>
  fc.record({
    year: fc.integer({ min: years[0], max: years[1] }),
    held: fc.tuple(label, label),
    topics: fc.subarray(['land', 'sea', 'sky'], { minLength: 1 }),
    series: fc.constantFrom('x', 'y', undefined),
    weight: fc.constantFrom(1, 2, 0.5),
  });
const votes = fc
  .tuple(
    fc.array(vote([2010, 2014]), { minLength: 1, maxLength: 12 }),
    fc.array(vote([2015, 2019]), { minLength: 1, maxLength: 12 }),
  )
  .map(([x, y]) => [...x, ...y]);

describe('a drift', () => {
  it('agenda and behaviour add up to the change, topic by topic and in all', async () => {
    await fc.assert(
      fc.asyncProperty(
        votes,
        fc.constantFrom('agreement', 's', 'identical'),
        async (all, measure) => {
          const { drift } = await driftFrom(all, { measure });
          const { change, agenda, behaviour, topics, before, after } = drift!;
          expect(change).toBeCloseTo((after.value ?? 0) - (before.value ?? 0), 12);
          expect(Math.abs(agenda + behaviour - change)).toBeLessThan(1e-12);
          for (const half of ['before', 'after'] as const) {
            expect(topics.reduce((sum, each) => sum + each[half].share, 0)).toBeCloseTo(1, 12);
            const mean = topics.reduce(
              (sum, each) => sum + each[half].share * (each[half].value ?? 0),
              0,
            );
            expect(mean).toBeCloseTo(drift![half].value ?? 0, 12);
          }
          // Here and there `s` runs from -1 to 1; the same texts are always those of the agreement.
          const { series, difference, before: then, after: now } = drift!.sameTexts;
          if (series > 0) expect(difference).toBeCloseTo(now! - then!, 12);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('a change of agenda alone is no behaviour', async () => {
    const alike = { held: ['yes', 'yes'], topics: ['land'] } as const;
    const opposed = { held: ['yes', 'no'], topics: ['sea'] } as const;
    const { drift } = await driftFrom([
      ...Array.from({ length: 9 }, () => ({ year: 2012, ...alike })),
      { year: 2012, ...opposed },
      { year: 2017, ...alike },
      ...Array.from({ length: 9 }, () => ({ year: 2017, ...opposed })),
    ]);
    expect(drift!.change).toBeCloseTo(-0.8, 12);
    expect(drift!.behaviour).toBe(0);
    expect(drift!.agenda).toBeCloseTo(-0.8, 12);
  });

  it('has no behaviour wherever each topic has the same mean in both periods', async () => {
    // Whatever is voted on, they agree on land, differ by half on the sea, and are opposed on the sky.
    const behaviour = {
      land: ['yes', 'yes'],
      sea: ['yes', 'abstain'],
      sky: ['yes', 'no'],
    } as const;
    const topic = fc.constantFrom('land', 'sea', 'sky');
    const period = fc.array(fc.tuple(topic, fc.constantFrom(1, 2, 0.5)), {
      minLength: 1,
      maxLength: 15,
    });
    await fc.assert(
      fc.asyncProperty(period, period, async (then, now) => {
        const votesOf = (year: number, all: typeof then) =>
          all.map(([own, weight]): Vote => ({
            year,
            held: behaviour[own],
            topics: [own],
            series: own,
            weight,
          }));
        const { drift } = await driftFrom([...votesOf(2012, then), ...votesOf(2017, now)]);
        expect(Math.abs(drift!.behaviour)).toBeLessThan(1e-12);
        for (const each of drift!.topics) expect(Math.abs(each.behaviour)).toBeLessThan(1e-12);
        expect(Math.abs(drift!.change - drift!.agenda)).toBeLessThan(1e-12);
        expect(Math.abs(drift!.sameTexts.difference ?? 0)).toBeLessThan(1e-12);
        expect(drift!.sameTexts.changed).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('names the texts on which a vote changed, and whose', async () => {
    const { drift } = await driftFrom([
      { year: 2012, held: ['yes', 'no'], topics: ['land'], series: 'x' },
      { year: 2013, held: ['yes', 'yes'], topics: ['land'], series: 'x' },
      { year: 2017, held: ['yes', 'no'], topics: ['land'], series: 'x' },
      { year: 2013, held: ['no', 'no'], topics: ['land'], series: 'y' },
      { year: 2017, held: ['no', 'no'], topics: ['land'], series: 'y' },
    ]);
    expect(drift!.sameTexts.changed).toEqual([
      {
        series: 'x',
        title: 'Text x',
        a: { before: 'yes', after: 'yes' },
        b: { before: 'yes', after: 'no' },
      },
    ]);
    expect(drift!.sameTexts).toMatchObject({ series: 2, before: 0.75, after: 0.5, se: null });
  });

  it('is none where one period has no joint issue', async () => {
    const { drift } = await driftFrom([{ year: 2012, held: ['yes', 'no'], topics: ['land'] }]);
    expect(drift).toBeUndefined();
  });

  it('a topic of one period only has a pure effect of agenda', async () => {
    const { before, after } = await driftFrom([
      { year: 2012, held: ['yes', 'yes'], topics: ['land'] },
      { year: 2017, held: ['yes', 'yes'], topics: ['land'] },
      { year: 2017, held: ['yes', 'no'], topics: ['sky'] },
    ]);
    const joint = [before, after].map(
      (each) => compareDyad(each.evidence, ...dyadOf(each), each.settings).joint,
    ) as [JointIssue[], JointIssue[]];
    const sky = decompose(...joint, ({ distance }) => 1 - distance, String).find(
      ({ id }) => id === 'sky',
    );
    expect(sky).toMatchObject({ behaviour: 0, before: { share: 0, value: null } });
    expect(sky!.agenda).toBeLessThan(0);
  });
});
