import { expect, it } from 'vitest';
import { cooperationMatrixOf, cooperationRankOf } from '../../src/analysis/cooperation.ts';
import { cooperationTrendOf } from '../../src/analysis/cooperation-trend.ts';
import { scoreDyad } from '../../src/analysis/score.ts';
import { explainDyad } from '../../src/analysis/explain/explain.ts';
import { interactionsOf } from '../../src/analysis/interactions-between.ts';
import { openQuestion } from '../../src/question/open-question.ts';
import { quietWorld } from '../../src/question/open-library.ts';
import { putQuestion } from '../../src/question/question.ts';
import { dyadOf } from '../../src/question/sides.ts';
import { csvOf, duckDb, folder, listed, plainTable, sample, summed } from './sample.ts';

async function open(file: string) {
  const question = putQuestion({}, { catalogs: [file], sides: ['usa', 'china'], beside: [] });
  return openQuestion(question, quietWorld, { by: 'year' });
}

it('interactions in a catalog, in CSV and in Parquet have the same numbers to the last digit', async () => {
  const at = folder();
  const csv = at('events.csv', csvOf(sample));
  await duckDb(
    `COPY (SELECT * REPLACE (goldstein::FLOAT AS goldstein) FROM read_csv('${csv}', all_varchar = true)) TO '${at('events.parquet')}' (FORMAT parquet)`,
  );
  const numbers: unknown[] = [];
  for (const content of [
    listed,
    summed(`from: events.csv, ${plainTable}`),
    summed(`from: events.parquet, ${plainTable}`),
  ]) {
    const opened = await open(at('c.yaml', content));
    const [a, b] = dyadOf(opened);
    const { interactions } = scoreDyad(opened.evidence, a, b, opened.settings);
    const { events: _, strongest: _strongest, unlisted, ...rest } = interactions;
    expect(rest.n).toBeGreaterThan(20);
    expect(unlisted?.map(({ n }) => n) ?? [rest.n]).toEqual([rest.n]);
    numbers.push(rest);

    const mirrored = scoreDyad(opened.evidence, b, a, opened.settings).interactions;
    expect(mirrored.byDirection['a-to-b']).toEqual(rest.byDirection['b-to-a']);
    const { sections } = explainDyad(opened.evidence, a, b, opened.settings, opened.filter);
    const kinds = sections.flatMap(({ facts }) => facts.map(({ kind }) => kind));
    expect(kinds.includes('machine-coded')).toBe(content !== listed);
  }
  expect(numbers[1]).toEqual(numbers[0]);
  expect(numbers[2]).toEqual(numbers[0]);
});

it.each(['year', 'month'] as const)(
  'align interactions by %s is the same of a list and of a table',
  async (by) => {
    const at = folder();
    at('events.csv', csvOf(sample));
    const question = (file: string) =>
      putQuestion({}, { catalogs: [file], sides: ['usa', 'china'], beside: [] });
    const told = await Promise.all(
      [at('listed.yaml', listed), at('summed.yaml', summed(`from: events.csv, ${plainTable}`))].map(
        async (file) => {
          const opened = await openQuestion(question(file), quietWorld, { by, roots: true });
          const { events: _, ...rest } = interactionsOf(opened, { by, order: 'number' });
          return rest;
        },
      ),
    );
    expect(told[0]!.total.n).toBeGreaterThan(20);
    expect(told[1]).toEqual(told[0]);
  },
);

it('the cooperation of all, with one and over time is the same of a list and of a table', async () => {
  const at = folder();
  at('events.csv', csvOf(sample));
  const told = await Promise.all(
    [at('listed.yaml', listed), at('summed.yaml', summed(`from: events.csv, ${plainTable}`))].map(
      async (file) => {
        const openFor = (...sides: readonly string[]) =>
          openQuestion(putQuestion({}, { catalogs: [file], sides }), quietWorld, { by: 'year' });
        return {
          matrix: cooperationMatrixOf(await openFor()),
          byYear: cooperationMatrixOf(await openFor('usa', 'china', 'russia'), 'year'),
          ranking: cooperationRankOf(await openFor('usa')),
          trend: cooperationTrendOf(await openFor('usa', 'china'), { by: 'year', window: 1 }),
        };
      },
    ),
  );
  expect(told[0]!.matrix.dyads.length).toBeGreaterThan(2);
  expect(told[0]!.trend.points.length).toBeGreaterThan(2);
  expect(told[1]).toEqual(told[0]);
});

it('sums are not asked for unless they are needed', async () => {
  const at = folder();
  const file = at('c.yaml', summed(`from: none.csv, ${plainTable}`));
  const question = putQuestion({}, { catalogs: [file], sides: ['usa', 'china'], beside: [] });
  expect((await openQuestion(question, quietWorld)).evidence.eventSums).toEqual([]);
  await expect(openQuestion(question, quietWorld, { by: 'year' })).rejects.toThrow('no file');
});
