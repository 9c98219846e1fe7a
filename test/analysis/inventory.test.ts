import { describe, expect, it } from 'vitest';
import { collectSources } from '../../src/analysis/inventory/citations.ts';
import { listBlocs } from '../../src/analysis/inventory/blocs.ts';
import { describeIssue } from '../../src/analysis/inventory/issue-detail.ts';
import { listSeries, seriesOf } from '../../src/analysis/inventory/series.ts';
import { listTopics } from '../../src/analysis/inventory/topics.ts';
import type { Evidence } from '../../src/evidence/evidence.ts';
import { selectEvidence } from '../../src/evidence/select.ts';
import {
  catalogOf,
  everything,
  evidenceOf,
  type IssueSketch,
  sidesOf,
} from '../evidence/catalogs.ts';

const held = { CHN: 'yes', RUS: 'no' };
const issue = (id: string, date: string, rest: Partial<IssueSketch> = {}): IssueSketch => ({
  id,
  date,
  title: `Nuclear-free zone (${date.slice(0, 4)})`,
  held,
  ...rest,
});

const evidence = evidenceOf([
  issue('zone-1', '2018-05-01', { series: 'zone' }),
  issue('zone-2', '2019-05-01', { series: 'zone' }),
  issue('zone-3', '2020-05-01', { series: 'zone' }),
  issue('ban-1', '2018-06-01', { series: 'ban', title: 'Ban' }),
  issue('ban-2', '2019-06-01', { series: 'ban', title: 'Ban' }),
  issue('alone', '2018-07-01', { series: 'alone' }),
  issue('none', '2018-08-01', { topics: ['land', 'sea'] }),
]);
const selectedOf = (of: Evidence, id: string) => of.issues.find((each) => each.issue.id === id)!;

describe('series', () => {
  it('are listed from two issues on, those with the most first, by what their titles share', () => {
    expect(listSeries(evidence)).toEqual([
      {
        id: 'zone',
        title: 'Nuclear-free zone',
        n: 3,
        from: '2018-05-01',
        to: '2020-05-01',
        issues: ['zone-1', 'zone-2', 'zone-3'],
      },
      {
        id: 'ban',
        title: 'Ban',
        n: 2,
        from: '2018-06-01',
        to: '2019-06-01',
        issues: ['ban-1', 'ban-2'],
      },
    ]);
  });

  it('of an issue are the others of it', () => {
    expect(seriesOf(evidence, selectedOf(evidence, 'zone-2'))).toEqual({
      id: 'zone',
      others: ['zone-1', 'zone-3'],
    });
    expect(seriesOf(evidence, selectedOf(evidence, 'alone'))).toEqual({ id: 'alone', others: [] });
    expect(seriesOf(evidence, selectedOf(evidence, 'none'))).toBeUndefined();
    expect(describeIssue(evidence, 'ban-1', undefined, (code) => code)?.series).toEqual({
      id: 'ban',
      others: ['ban-2'],
    });
    expect(describeIssue(evidence, 'ban', undefined, (code) => code)).toBeUndefined();
  });
});

it('topics have their issues, those without any only where all are wanted', () => {
  const sketches = [issue('one', '2020-01-01', { topics: ['land', 'sea'] })];
  const topics = { land: 'Land', sea: 'Sea', sky: 'Sky' };
  const of = selectEvidence([catalogOf(sketches, { topics })], [], everything);
  const ids = (all: boolean) => listTopics(of, all).map(({ id, issues }) => [id, issues]);
  expect(new Map(ids(true) as [string, number][])).toEqual(
    new Map([
      ['land', 1],
      ['sea', 1],
      ['sky', 0],
    ]),
  );
  expect(ids(false).map(([id]) => id)).not.toContain('sky');
});

it('blocs of several catalogs stand once each, in the order of their ids', () => {
  const groupOf = (id: string) => ({
    id,
    title: id.toUpperCase(),
    members: [{ country: 'CHN' }],
    sources: [],
  });
  const catalogs = [catalogOf([], { groups: { zeta: groupOf('zeta'), alpha: groupOf('alpha') } })];
  expect(
    listBlocs(catalogs)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(['alpha', 'zeta']);
});

describe('sources', () => {
  const source = (id: string, author: string) => ({ id, title: `Title ${id}`, author });
  const sketches: IssueSketch[] = [
    {
      id: 'one',
      held: {
        CHN: { stance: 'yes', sources: ['b'] },
        RUS: { stance: 'no', sources: ['a'] },
        USA: { stance: 'no', sources: ['c'] },
      },
    },
    { id: 'two', held: { USA: { stance: 'yes', sources: ['d'] } }, sources: ['e'] },
  ];
  const sources = Object.fromEntries(
    ['a', 'b', 'c', 'd', 'e'].map((id) => [id, source(id, `Author ${id}`)]),
  );
  const of = selectEvidence([catalogOf(sketches, { sources })], [], everything);
  const ids = (...codes: string[]) => collectSources(of, sidesOf(of, ...codes)).map(({ id }) => id);

  it('are those of joint issues alone, by author', () => {
    expect(ids('CHN', 'RUS')).toEqual(['a', 'b']);
    expect(ids('CHN', 'USA')).toEqual(['b', 'c']);
  });

  it('of one country are of all that is known of it, without any country of everything', () => {
    expect(ids('USA')).toEqual(['c', 'd']);
    expect(ids()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});
