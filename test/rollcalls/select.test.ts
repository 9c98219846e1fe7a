import { describe, expect, it } from 'vitest';
import type { RollCallFilter } from '../../src/evidence/evidence.ts';
import { rollCallNames } from '../../src/rollcalls/issues.ts';
import { type RollCallSelection, selectRollCalls } from '../../src/rollcalls/select.ts';
import { topicsOf } from '../../src/rollcalls/topics.ts';
import { noTexts, recordOf } from './support.ts';

const record =
  recordOf(`roll_call,resolution,date,session,title,subjects,on,important,total_yes,total_no,total_abstentions,CHN,RUS,USA
1,A/RES/70/1,2015-10-01,70,Peace,Human rights|Colonialism,,1,2,1,0,Y,Y,N
2,A/RES/70/1,2015-10-01,70,Peace again,,paragraph,,3,0,0,Y,Y,Y
3,A/RES/71/9,2016-10-01,71,,PALESTINE QUESTION--REFUGEES,amendment,,1,0,1,Y,X,A
,A/RES/72/3,2017-10-01,,Trade,,amendment paragraph,,,,,N,,N
,A/RES/72/3,2017-10-02,72,Trade,,,,,,,A,A,A
`);
const names = rollCallNames(record, { id: 'ga', body: 'UNGA', sources: ['un'] }, noTexts);

function select(filter: Partial<RollCallSelection>, rollCalls: RollCallFilter = {}): number[] {
  return [...selectRollCalls(record, { ...filter, rollCalls }, names)];
}

describe('selecting roll calls', () => {
  it('takes all without a filter', () => expect(select({})).toEqual([0, 1, 2, 3, 4]));

  it('by date, both ends included', () =>
    expect(select({ from: '2016-10-01', to: '2017-10-01' })).toEqual([2, 3]));

  it('by session; one without is in none', () =>
    expect(select({}, { sessions: [71, 72] })).toEqual([2, 4]));

  it('by importance', () => expect(select({}, { important: true })).toEqual([0]));

  it('without paragraphs, amendments or both', () => {
    expect(select({}, { noParagraphs: true })).toEqual([0, 2, 4]);
    expect(select({}, { noAmendments: true })).toEqual([0, 1, 4]);
    expect(select({}, { noParagraphs: true, noAmendments: true })).toEqual([0, 4]);
  });

  it('without those on which all who voted agreed, absences aside', () =>
    expect(select({}, { noUnanimous: true })).toEqual([0, 2]));

  it.each([
    ['a/res/70/1', [0, 1]],
    ['a/res/7?/1', [0, 1]],
    ['A/RES/*/3', [3, 4]],
    ['*/9', [2]],
    ['*', [0, 1, 2, 3, 4]],
    // The whole of it, and nothing but * and ? stands for something else.
    ['a/res/7', []],
    ['res/70/1', []],
    ['a/res/7?/[13]*', []],
    ['a.res.70.1', []],
  ])('by resolution, in any case: %s', (resolution, taken) =>
    expect(select({}, { resolution })).toEqual(taken),
  );

  it('by topic', () => {
    expect(select({ topics: ['colonialism'] })).toEqual([0]);
    expect(select({ topics: ['palestine-question', 'other'] })).toEqual([1, 2, 3, 4]);
  });

  it('by issue', () => expect(select({ issues: ['ga-2', 'ga-a-res-72-3-2'] })).toEqual([1, 4]));

  it('by a convention’s own rule', () =>
    expect(select({ accepts: ({ vote }) => vote?.on === undefined })).toEqual([0, 4]));
});

describe('roll calls as issues', () => {
  it('have ids that are unique, by the roll call or else the resolution', () => {
    expect([0, 1, 2, 3, 4].map(names.idOf)).toEqual([
      'ga-1',
      'ga-2',
      'ga-3',
      'ga-a-res-72-3',
      'ga-a-res-72-3-2',
    ]);
  });

  it('carry their ballot, topics and sources, and no position of their own', () => {
    expect(JSON.parse(JSON.stringify(names.issueOf(0)))).toEqual({
      id: 'ga-1',
      title: 'Peace',
      topics: ['human-rights', 'colonialism'],
      date: { from: '2015-10-01', to: '2015-10-01' },
      dateLabel: '2015-10-01',
      scale: 'vote',
      weight: 1,
      positions: {},
      vote: {
        body: 'UNGA',
        resolution: 'A/RES/70/1',
        result: { yes: 2, no: 1, abstain: 0 },
        session: 70,
        important: true,
      },
      coordination: [],
      sources: ['un'],
    });
    expect(names.issueOf(2)).toMatchObject({ title: 'A/RES/71/9', vote: { on: 'amendment' } });
    expect(names.issueOf(3).vote).toEqual({
      body: 'UNGA',
      resolution: 'A/RES/72/3',
      on: 'amendment',
    });
  });
});

describe('topics of subjects', () => {
  it.each([
    ['', ['other']],
    ['Human rights|human rights; Trade', ['human-rights', 'trade']],
    ['CÔTE D’IVOIRE--SANCTIONS', ['cote-d-ivoire']],
    ['--', ['other']],
  ])('%j are %j', (subjects, ids) => expect(topicsOf(subjects).map(({ id }) => id)).toEqual(ids));

  it('speak in a normal voice', () =>
    expect(topicsOf('NUCLEAR DISARMAMENT--TREATIES')[0]?.title).toBe('Nuclear disarmament'));
});
