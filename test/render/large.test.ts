import { expect, test } from 'vitest';
import { findDisagreements } from '../../src/analysis/disagreements.ts';
import { table } from '../../src/render/kit/text.ts';
import type { IssueScore } from '../../src/results/score.ts';

/** More than the arguments that a call can take. */
const many = 200_000;

test('a table may have hundreds of thousands of rows', () => {
  const rows = Array.from({ length: many }, (_, i) => [`${i}`]);
  expect(table([{ title: 'row' }], rows, 80).split('\n')).toHaveLength(many + 1);
});

test('a text may come back hundreds of thousands of times', () => {
  const issues = Array.from({ length: many }, (_, i): IssueScore => ({
    id: `vote-${i}`,
    title: `A vote (${1000 + (i % 9000)})`,
    series: 'vote',
    catalog: 'votes',
    topic: 'topic',
    topics: ['topic'],
    from: '2000-01-01',
    to: '2000-01-01',
    date: `${1000 + (i % 9000)}`,
    scale: 'vote',
    positions: ['yes', 'no'],
    values: [1, -1],
    salience: [null, null],
    distance: 1,
    weight: 1,
    contribution: 0,
    depth: 'opposed',
    sources: [],
  }));
  expect(findDisagreements(issues).map((parting) => parting.issues.length)).toEqual([many]);
});
